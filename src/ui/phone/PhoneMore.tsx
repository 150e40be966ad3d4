/** On a phone: the way to everything that has no room beside the servers. */
import { ChevronUp } from 'lucide';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab } from '../hooks/lab.ts';

/** Opens the sheet. */
export function PhoneMore() {
  const { view } = useLab();
  return (
    <button
      type="button"
      className="phone-more"
      aria-haspopup="dialog"
      onClick={() => view.open('sheet')}
    >
      <Icon of={ChevronUp} size={18} />
      {words.page.phone.sheetOpen}
    </button>
  );
}
