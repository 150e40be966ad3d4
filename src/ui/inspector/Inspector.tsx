/** All that can be read of what is selected, and the messages in flight to select from. */
import { inspector } from '../../words/index.ts';
import { useView } from '../hooks/lab.ts';
import { Quorums } from '../quorums/Quorums.tsx';
import { InFlight } from './InFlight.tsx';
import { LinkFacts } from './LinkFacts.tsx';
import { MessageFacts } from './MessageFacts.tsx';
import { ServerFacts } from './ServerFacts.tsx';
import '../styles/panels.css';

/** One page for a server, a message or a link, with the list of messages below. */
export function Inspector() {
  const selection = useView(({ selection }) => selection);
  return (
    <div className="inspector">
      {selection === null && <p className="hint">{inspector.nothing}</p>}
      {selection?.kind === 'server' && <ServerFacts id={selection.server} />}
      {selection?.kind === 'message' && <MessageFacts id={selection.message} />}
      {selection?.kind === 'event' && <p className="hint">{inspector.event}</p>}
      {selection?.kind === 'link' && <LinkFacts a={selection.a} b={selection.b} />}
      <Quorums />
      <InFlight />
    </div>
  );
}
