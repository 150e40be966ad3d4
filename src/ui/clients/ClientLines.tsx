/** What the clients have asked, a line each, and where it stands; it comes with the first command. */
import { memo, useCallback } from 'react';
import { stage, words } from '../../words/index.ts';
import { Term } from '../glossary/Term.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { WhyButton } from '../why/WhyButton.tsx';
import { heedCarrying } from './carry.ts';
import { type ClientLine, clientLines } from './progress.ts';
import { QuorumBar } from './QuorumBar.tsx';
import '../styles/clientLines.css';

/** The list named by what it holds. */
export function ClientLines() {
  const { world, run } = useTimeline();
  return (
    <ul className="client-list" aria-label={words.clients.list}>
      {clientLines(world, run.setup.names).map((line) => (
        <Line key={line.client} {...line} />
      ))}
    </ul>
  );
}

const Line = memo(
  function Line({ client, command, state, tone, quorums }: ClientLine) {
    return (
      <li className={`client-line is-${tone}`}>
        <Handle client={client} />
        <code>{command}</code>
        <span className="client-state">{state}</span>
        {quorums.length > 0 && (
          <Term term={quorums.length > 1 ? 'jointConsensus' : 'quorum'}>
            <span className="quorums">
              {quorums.map((quorum) => (
                <QuorumBar key={quorum.half} quorum={quorum} />
              ))}
            </span>
          </Term>
        )}
        {tone !== 'done' && (
          <WhyButton subject={{ kind: 'client', client }} about={`${client} ${command}`} />
        )}
      </li>
    );
  },
  (a, b) => a.state === b.state && a.command === b.command && isSame(a.quorums, b.quorums),
);

/** The client's name, by which its command is dragged onto a server; `Send to` and `Why?` do the same by a press. */
function Handle({ client }: { readonly client: string }) {
  const { session } = useLab();
  const ref = useCallback(
    (handle: HTMLElement) => heedCarrying(handle, session, client),
    [session, client],
  );
  return (
    <b ref={ref} className="client-handle" title={stage.carry}>
      {client}
    </b>
  );
}

const isSame = (a: ClientLine['quorums'], b: ClientLine['quorums']): boolean =>
  a.length === b.length &&
  a.every(({ held, sent, size }, place) => {
    const other = b[place];
    return held === other?.held && sent === other.sent && size === other.size;
  });
