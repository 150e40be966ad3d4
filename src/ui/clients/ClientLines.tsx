/** What the clients have asked, a line each, and where it stands; it comes with the first command. */
import { memo } from 'react';
import { words } from '../../words/index.ts';
import { Term } from '../glossary/Term.tsx';
import { useTimeline } from '../hooks/lab.ts';
import { WhyButton } from '../why/WhyButton.tsx';
import { type ClientLine, clientLines } from './progress.ts';
import { QuorumBar } from './QuorumBar.tsx';

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
        <b>{client}</b>
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

const isSame = (a: ClientLine['quorums'], b: ClientLine['quorums']): boolean =>
  a.length === b.length &&
  a.every(({ held, sent, size }, place) => {
    const other = b[place];
    return held === other?.held && sent === other.sent && size === other.size;
  });
