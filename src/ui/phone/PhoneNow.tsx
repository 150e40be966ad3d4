/**
 * On a phone: who waits for an answer, and what is cut. A desk shows both all the time, in the lines of the clients and in
 * the picture; here their places are in the sheet, and nobody should have to open it to see that something is wrong.
 */
import { partition as said } from '../../words/index.ts';
import { clientLines } from '../clients/progress.ts';
import { useTimeline } from '../hooks/lab.ts';
import { apartIn } from './apart.ts';
import '../styles/phoneNow.css';

/** Nothing while nobody waits and every link is up. */
export function PhoneNow() {
  const timeline = useTimeline();
  const { world, run } = timeline;
  const waiting = new Set(world.clients.filter(({ pending }) => pending).map(({ id }) => id));
  const lines = clientLines(world, run.setup.names).filter(({ client }) => waiting.has(client));
  const apart = apartIn(timeline);
  if (lines.length === 0 && apart.length === 0) return null;
  return (
    <ul className="phone-now" aria-label={said.now}>
      {apart.map(({ key, names, text }) => (
        <li key={key}>
          {names !== '' && <b>{names}</b>} <span className="now-said">{text}</span>
        </li>
      ))}
      {lines.map(({ client, command, state, tone }) => (
        <li key={client} className={`is-${tone}`}>
          <b>{client}</b> <code>{command}</code> <span className="now-said">{state}</span>
        </li>
      ))}
    </ul>
  );
}
