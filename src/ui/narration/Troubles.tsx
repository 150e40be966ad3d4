/** What could not be done, said where the eye is. */
import { X } from 'lucide';
import { words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useSession } from '../hooks/lab.ts';

/** One sentence, until the next act or until it is dismissed. */
export function Troubles() {
  const { session } = useLab();
  const trouble = useSession(({ trouble }) => trouble);
  if (trouble === null) return null;
  return (
    <div className="trouble" role="alert">
      <span>{trouble}</span>
      <button
        type="button"
        className="icon"
        aria-label={words.troubles.dismiss}
        onClick={() => session.say(null)}
      >
        <Icon of={X} size={16} />
      </button>
    </div>
  );
}
