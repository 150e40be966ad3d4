/** The clients: what they ask, where it stands, and what the leader's store holds. */
import { Suspense } from 'react';
import { words } from '../../words/index.ts';
import { useTimeline } from '../hooks/lab.ts';
import { part } from '../parts.ts';
import { ClientForm } from './ClientForm.tsx';
import { StoreLine } from './StoreLine.tsx';

const ClientLines = part(() => import('./ClientLines.tsx').then((loaded) => loaded.ClientLines));

/** The section named `Clients`. */
export function Clients() {
  const { clients } = useTimeline().world;
  const hasAsked = clients.some(
    ({ pending, completed }) => pending !== null || completed.length > 0,
  );
  return (
    <section className="clients" id="clients" aria-labelledby="clients-title" tabIndex={-1}>
      <ClientForm />
      <StoreLine />
      {hasAsked ? (
        <Suspense>
          <ClientLines />
        </Suspense>
      ) : (
        <p className="empty">{words.clients.nothing}</p>
      )}
    </section>
  );
}
