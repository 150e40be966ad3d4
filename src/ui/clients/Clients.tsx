/** The clients: what they ask, where it stands, and what the leader's store holds. */
import { memo } from 'react';
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';
import { WhyButton } from '../why/WhyButton.tsx';
import { ClientForm } from './ClientForm.tsx';
import { type ClientLine, clientLines } from './progress.ts';
import { QuorumBar } from './QuorumBar.tsx';
import { StoreLine } from './StoreLine.tsx';

/** The section named `Clients`. */
export function Clients() {
  const { world, run } = useTimeline();
  const lines = clientLines(world, run.setup.names);
  return (
    <section className="clients" id="clients" aria-labelledby="clients-title" tabIndex={-1}>
      <ClientForm />
      <StoreLine />
      {lines.length === 0 ? (
        <p className="empty">{words.clients.nothing}</p>
      ) : (
        <ul className="client-list" aria-label={words.clients.list}>
          {lines.map((line) => (
            <Line key={line.client} {...line} />
          ))}
        </ul>
      )}
    </section>
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
          <span className="quorums">
            {quorums.map((quorum) => (
              <QuorumBar key={quorum.half} quorum={quorum} />
            ))}
          </span>
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
