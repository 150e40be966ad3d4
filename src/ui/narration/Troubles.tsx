/** What could not be done, said where the eye is. */
import { words } from '../../words/index.ts';
import { Cross } from '../controls/Cross.tsx';
import { useLab, useSession } from '../hooks/lab.ts';

/** One sentence, until the next act or until it is dismissed. */
export function Troubles() {
  const { session } = useLab();
  const trouble = useSession(({ trouble }) => trouble);
  if (trouble === null) return null;
  return (
    <div className="trouble" role="alert">
      <span>{trouble}</span>
      <Cross label={words.troubles.dismiss} onPress={() => session.say(null)} />
    </div>
  );
}
