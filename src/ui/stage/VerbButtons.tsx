/** The verbs of what is selected as buttons, on its page in the inspector and in the diagram. */
import type { Verb } from './verbs.ts';

/** The same verbs as in its menu, in the same order; what would be refused is dimmed. */
export function VerbButtons({ verbs }: { readonly verbs: readonly Verb[] }) {
  return (
    <p className="verbs">
      {verbs.map(({ id, text, note, isPossible, run }) => (
        <button key={id} type="button" title={note} disabled={!isPossible} onClick={run}>
          {text}
        </button>
      ))}
    </p>
  );
}
