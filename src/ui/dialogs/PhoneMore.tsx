/** On a phone: the way to everything that has no room beside the servers. */
import { ChevronUp } from 'lucide-react';
import { words } from '../../words/index.ts';
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
      <ChevronUp aria-hidden="true" size={18} />
      {words.page.phone.sheetOpen}
    </button>
  );
}
