/** The verbs of what is selected as buttons, on its page in the inspector and in the diagram. */
import { inspector } from '../../words/index.ts';
import type { Verb } from './verbs.ts';

interface Props {
  readonly verbs: readonly Verb[];
  /** Whose they are, where a button elsewhere is called the same. */
  readonly of?: string;
}

/** The same verbs as in its menu, in the same order; what would be refused is dimmed. */
export function VerbButtons({ verbs, of }: Props) {
  return (
    <p className="verbs">
      {verbs.map(({ id, text, note, isPossible, run }) => (
        <button
          key={id}
          type="button"
          aria-label={of === undefined ? undefined : inspector.verbOf(text, of)}
          title={note}
          disabled={!isPossible}
          onClick={run}
        >
          {text}
        </button>
      ))}
    </p>
  );
}
