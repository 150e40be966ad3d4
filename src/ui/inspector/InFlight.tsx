/** The messages in flight as a list, for whoever cannot or would rather not catch them in the picture. */
import { Ellipsis } from 'lucide';
import { type Envelope, inFlight } from '../../sim/index.ts';
import { inspector, messages, words } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { Director } from '../messages/Director.tsx';
import { spotOf } from '../stage/picture.ts';

const said = inspector.flight;
/** A longer list cannot be read while it changes. */
const most = 20;

/** `In flight · 4`; a press on a message selects it. */
export function InFlight() {
  const timeline = useTimeline();
  const envelopes = inFlight(timeline.world);
  return (
    <details className="in-flight" open>
      <summary>{said.title(envelopes.length)}</summary>
      <Director />
      {envelopes.length === 0 && <p className="hint">{said.none}</p>}
      <ul>
        {envelopes.slice(0, most).map((envelope) => (
          <li key={envelope.id}>
            <MessageButton envelope={envelope} now={timeline.world.time} />
            <MenuButton envelope={envelope} />
          </li>
        ))}
      </ul>
      {envelopes.length > most && <p className="hint">{said.more(envelopes.length - most)}</p>}
    </details>
  );
}

/** The verbs of a message, from its line: what is caught here cannot fly away. */
function MenuButton({ envelope }: { readonly envelope: Envelope }) {
  const { view } = useLab();
  const { names } = useTimeline().run.setup;
  const { id, message } = envelope;
  return (
    <button
      type="button"
      className="icon"
      aria-haspopup="menu"
      aria-label={messages.menu(names[message.from] ?? '', names[message.to] ?? '')}
      onClick={({ currentTarget }) =>
        view.openMenu({ of: { kind: 'message', message: id }, ...spotOf(currentTarget) })
      }
    >
      <Icon of={Ellipsis} size={16} />
    </button>
  );
}

interface Props {
  readonly envelope: Envelope;
  readonly now: number;
}

function MessageButton({ envelope, now }: Props) {
  const { view } = useLab();
  const { names } = useTimeline().run.setup;
  const { id, message, at } = envelope;
  const isSelected = useView(
    ({ selection }) => selection?.kind === 'message' && selection.message === id,
  );
  const line = said.line(
    said.kinds[message.type] ?? '',
    names[message.from] ?? '',
    names[message.to] ?? '',
  );
  return (
    <button
      type="button"
      className="link"
      aria-pressed={isSelected}
      onClick={() => view.select({ kind: 'message', message: id })}
    >
      {line} <small>{said.in(words.duration(Math.max(0, at - now)))}</small>
    </button>
  );
}
