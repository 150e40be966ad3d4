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
  function Line({ client, command, state, tone, quorum }: ClientLine) {
    return (
      <li className={`client-line is-${tone}`}>
        <b>{client}</b>
        <code>{command}</code>
        <span className="client-state">{state}</span>
        {quorum !== null && <QuorumBar quorum={quorum} />}
        {tone !== 'done' && (
          <WhyButton subject={{ kind: 'client', client }} about={`${client} ${command}`} />
        )}
      </li>
    );
  },
  (a, b) => a.state === b.state && a.command === b.command && isSameQuorum(a, b),
);

const isSameQuorum = ({ quorum: a }: ClientLine, { quorum: b }: ClientLine): boolean =>
  a?.held === b?.held && a?.sent === b?.sent && a?.size === b?.size;
