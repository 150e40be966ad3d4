/** A server as the head of a row, where there is no room for the ring. */
import { majority, type Server } from '../../raft/index.ts';
import { conditionOf } from '../../sim/index.ts';
import { termLook } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { placeOf } from './Stage.tsx';
import { labelOf } from './stageWords.ts';

/** Name, role, term, and the timer or the votes; a press opens the server's menu. */
export function ServerHead({ server }: { readonly server: Server }) {
  const { view } = useLab();
  const { world, run } = useTimeline();
  const { id } = server;
  const condition = conditionOf(world, id);
  const isSelected = useView(
    ({ selection }) => selection?.kind === 'server' && selection.server === id,
  );
  const role = condition === 'running' ? words.roles[server.role] : words.conditions[condition];
  return (
    <button
      type="button"
      className={`server-head ${isSelected ? 'is-selected' : ''} is-${condition} is-${server.role}`}
      aria-label={labelOf(world, id)}
      aria-haspopup="menu"
      onClick={({ currentTarget }) =>
        view.openMenu({ of: { kind: 'server', server: id }, ...placeOf(currentTarget) })
      }
    >
      <span className={`server-term ${termLook(server.currentTerm).className}`}>
        {server.currentTerm}
      </span>
      <span className="server-words">
        <b>{run.setup.names[id]}</b> {role}
        <small>{detailOf(server, world.timers.dueAt[id] ?? Infinity, world.time)}</small>
      </span>
    </button>
  );
}

function detailOf(server: Server, dueAt: number, now: number): string {
  if (server.role === 'candidate') {
    const need = majority(server.configuration.voters.length);
    return words.servers.votes(server.votesGranted.length, need);
  }
  return dueAt === Infinity ? '' : words.servers.timer(words.duration(Math.max(0, dueAt - now)));
}
