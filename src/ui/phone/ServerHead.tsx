/** A server as the head of a row, where there is no room for the ring. */
import type { Server } from '../../raft/index.ts';
import { conditionOf } from '../../sim/index.ts';
import { crewOf, partOf, termLook } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { spotOf } from '../stage/picture.ts';
import { labelOf, litLabel, roleWord, votesOf } from '../stage/stageWords.ts';
import { type Traffic, trafficOf } from './traffic.ts';

/** Name, role, term, the timer or the votes, and what is on its way; a press opens the server's menu. */
export function ServerHead({ server }: { readonly server: Server }) {
  const { view } = useLab();
  const { world, run } = useTimeline();
  const { id } = server;
  const condition = conditionOf(world, id);
  const isSelected = useView(
    ({ selection }) => selection?.kind === 'server' && selection.server === id,
  );
  const isLit = useView(({ lit }) => lit.includes(id));
  const part = partOf(crewOf(world), id);
  return (
    <button
      type="button"
      className={`server-head ${isSelected ? 'is-selected' : ''} is-${condition} is-${server.role} is-${part}`}
      aria-label={litLabel(labelOf(world, id), isLit)}
      data-head={id}
      aria-haspopup="menu"
      onClick={({ currentTarget }) =>
        view.openMenu({ of: { kind: 'server', server: id }, ...spotOf(currentTarget) })
      }
    >
      <span className={`server-term ${termLook(server.currentTerm).className}`}>
        {server.currentTerm}
      </span>
      <span className="server-words">
        <b>{run.setup.names[id]}</b>{' '}
        {isLit && <b className="unlike">{words.servers.unlikeSign} </b>}
        {condition === 'running'
          ? roleWord(server.role, condition, false, part)
          : words.conditions[condition]}
        <small>
          {detailOf(server, world.timers.dueAt[id] ?? Infinity, world.time)}
          <TrafficCount {...trafficOf(world, id)} />
        </small>
      </span>
    </button>
  );
}

function TrafficCount({ sent, coming }: Traffic) {
  const { traffic } = words.servers;
  return (
    <>
      {sent > 0 && <b className="traffic">{traffic.sent(sent)}</b>}
      {coming > 0 && <b className="traffic">{traffic.coming(coming)}</b>}
    </>
  );
}

function detailOf(server: Server, dueAt: number, now: number): string {
  if (server.role === 'candidate') return words.servers.votes(votesOf(server));
  if (server.role === 'preCandidate') return words.servers.preVotes(votesOf(server));
  return dueAt === Infinity ? '' : words.servers.timer(words.duration(Math.max(0, dueAt - now)));
}

/** On a phone the messages are counted in the rows, and the marks are too small to need words. */
export function TrafficLegend() {
  return (
    <p className="legend" aria-hidden="true">
      {words.servers.traffic.legend}
    </p>
  );
}
