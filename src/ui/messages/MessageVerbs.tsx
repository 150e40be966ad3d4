/** The verbs of a message as buttons, on its page in the inspector. */
import type { Envelope } from '../../sim/index.ts';
import { useLab } from '../hooks/lab.ts';
import { messageVerbs } from './messageVerbs.ts';

export function MessageVerbs({ envelope }: { readonly envelope: Envelope }) {
  const lab = useLab();
  return (
    <p className="verbs">
      {messageVerbs(lab, envelope).map(({ id, text, run }) => (
        <button key={id} type="button" onClick={run}>
          {text}
        </button>
      ))}
    </p>
  );
}
