/**
 * The trail of the selected event beyond the diagram: what could have caused it stands as ever on the stage, in the
 * logs and along the score, and all that could not stands back.
 */
import type { Seq, ServerId } from '../../base/index.ts';
import { type Entry, type Log, log as logs } from '../../raft/index.ts';
import { inFlight, type World } from '../../sim/index.ts';
import { annalsOf, type Timeline, worldAt } from '../../timeline/index.ts';
import { type Cone, coneOf, relationOf } from '../../viz/index.ts';

export interface Trail {
  readonly cone: Cone;
  /** The last event on each server's lane that led to it; a server that has none had no part in it. */
  readonly reach: ReadonlyMap<ServerId, Seq>;
  /** What each of those servers had in its log by then. */
  readonly logs: ReadonlyMap<ServerId, Log>;
}

let kept: Trail | null = null;

/** Kept until another event is asked for, or another future begins; null where there is no such event. */
export function trailOf(timeline: Timeline, seq: Seq | null): Trail | null {
  const cone = coneOf(annalsOf(timeline), seq);
  if (cone === null) return null;
  if (kept?.cone !== cone) kept = trailIn(timeline, cone);
  return kept;
}

function trailIn(timeline: Timeline, cone: Cone): Trail {
  const reach = new Map<ServerId, Seq>();
  const entries = new Map<ServerId, Log>();
  for (const [lane, seq] of cone.latest) {
    if (typeof lane === 'string') continue;
    reach.set(lane, seq);
    const server = worldAt(timeline, seq).servers[lane];
    if (server !== undefined) entries.set(lane, server.log);
  }
  return { cone, reach, logs: entries };
}

/** Whether an entry stood in that server's log by the last event there that led to the selected one. */
export function isLogged(trail: Trail, server: ServerId, index: number, entry: Entry): boolean {
  const log = trail.logs.get(server);
  if (log === undefined) return false;
  const then = logs.entryAt(log, index);
  return index <= log.snapshotIndex || (then !== undefined && logs.sameEntry(then, entry));
}

/** The messages in flight in `world` that were sent by what led to it, or by itself. */
export function sentOn({ cone }: Trail, world: World): ReadonlySet<number> {
  const isOn = (seq: Seq): boolean => /past|itself/.test(relationOf(cone, seq));
  const sent = inFlight(world).filter(({ sentBy }) => sentBy !== null && isOn(sentBy));
  return new Set(sent.map(({ id }) => id));
}

/** Says of each mark on the page whether it stands back; with no trail nothing does. */
export function markTrail(page: ParentNode, trail: Trail | null, world: World): void {
  const sent = trail === null ? null : sentOn(trail, world);
  const isAside = (id: ServerId): boolean => trail !== null && !trail.reach.has(id);
  for (const mark of page.querySelectorAll<SVGElement>('.stage .servers > [data-server]'))
    mark.toggleAttribute('data-aside', isAside(Number(mark.dataset.server)));
  for (const mark of page.querySelectorAll<SVGElement>('.stage .messages > [data-message]'))
    mark.toggleAttribute('data-aside', sent !== null && !sent.has(Number(mark.dataset.message)));
  for (const row of page.querySelectorAll('.logs .log-row')) {
    const server = world.servers[Number(row.getAttribute('aria-rowindex')) - 2];
    if (server === undefined) continue;
    row.toggleAttribute('data-aside', isAside(server.id));
    for (const cell of row.querySelectorAll<HTMLElement>('td[data-index]')) {
      const index = Number(cell.dataset.index);
      const entry = logs.entryAt(server.log, index);
      const isOn = trail === null || (entry && isLogged(trail, server.id, index, entry));
      cell.toggleAttribute('data-aside', !isOn);
    }
  }
}
