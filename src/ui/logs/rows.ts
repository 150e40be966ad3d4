/** What the rows of the log table say: derived from the world, without a page. */
import { type Log, log as logs, matchIndexOf, type Server } from '../../raft/index.ts';
import { type Condition, conditionOf, leaderOf } from '../../sim/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { crewOf, type Part, partOf } from '../../viz/index.ts';
import { isWriting } from '../stage/stageWords.ts';

export interface RowFacts {
  readonly server: Server;
  readonly name: string;
  readonly condition: Condition;
  readonly part: Part;
  readonly isLeader: boolean;
  /** What the leader knows of this server; null for itself, and while nobody leads. */
  readonly matchIndex: number | null;
  readonly nextIndex: number | null;
  /** The log to differ from; null while nobody leads. */
  readonly leaderLog: Log | null;
  /** The log that a crash would leave; null: all of it. */
  readonly durableLog: Log | null;
  /** Whether a crash now would take back its term or its vote. */
  readonly isWriting: boolean;
}

/** One row a server, in the order of their ids. */
export function rowsOf({ world, run }: Timeline): readonly RowFacts[] {
  const leaderId = leaderOf(world);
  const leader = leaderId === null ? null : (world.servers[leaderId] as Server);
  const crew = crewOf(world);
  return world.servers.map((server) => {
    const isLeader = server.id === leaderId;
    const known = leader?.role === 'leader' && !isLeader ? leader.progress[server.id] : null;
    return {
      server,
      name: run.setup.names[server.id] ?? '',
      condition: conditionOf(world, server.id),
      part: partOf(crew, server.id),
      isLeader,
      matchIndex: leader?.role === 'leader' && known ? matchIndexOf(leader, server.id) : null,
      nextIndex: known?.nextIndex ?? null,
      leaderLog: leader?.log ?? null,
      durableLog: world.durable[server.id]?.log ?? null,
      isWriting: isWriting(world, server),
    };
  });
}

export interface Columns {
  /** The first index in the window. */
  readonly from: number;
  readonly indexes: readonly number[];
  /** The last index that anything stands at or points to. */
  readonly last: number;
  /** How wide each is, px. */
  readonly cell: number;
}

/**
 * The window of as many columns as `room` has place for: from `from`, or the last ones when that is null. They are of
 * the widest of `cells` by which all can be seen; few sizes, so that a log that grows seldom moves.
 */
export function columnsOf(
  rows: readonly RowFacts[],
  room: number,
  cells: readonly [wide: number, narrow: number],
  from: number | null,
): Columns {
  const ends = rows.map(({ server, nextIndex }) =>
    Math.max(logs.lastIndex(server.log), nextIndex ?? 0),
  );
  const last = Math.max(1, ...ends);
  const cell = last * cells[0] <= room ? cells[0] : cells[1];
  const count = Math.max(3, Math.floor(room / cell));
  const latest = Math.max(1, last - count + 1);
  const start = from === null ? latest : Math.min(from, latest);
  const indexes = Array.from({ length: count }, (_, place) => start + place);
  return { from: start, indexes, last, cell };
}
