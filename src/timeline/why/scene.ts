/** What an answer looks at: the moment it is asked at, and the way there, seen without going. */

import type { LogIndex, Seq, ServerId, Term, VirtualMs } from '../../base/index.ts';
import { type Leader, log as logs, type Server } from '../../raft/index.ts';
import { type Event, grainMs, leaderOf, roundMs, type World } from '../../sim/index.ts';
import { lastBy, lastWhere, type Sought } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import { recentOf } from '../recent.ts';
import type { Moment } from '../run.ts';
import { type Kept, momentOf, type Timeline } from '../timeline.ts';
import { eventsBetween, worldAt } from '../witness.ts';

export interface Scene {
  readonly timeline: Timeline;
  readonly world: World;
  readonly seq: Seq;
  readonly asked: Moment;
  /** Stretches between kept worlds that were replayed for this answer, by the place of the earlier world. */
  readonly stretches: Map<number, readonly Event[]>;
  /** Worlds that were looked at, by the number of their last event. */
  readonly worlds: Map<Seq, World>;
}

/** The moment the cursor stands at. */
export const sceneOf = (timeline: Timeline): Scene => ({
  timeline,
  world: timeline.world,
  seq: timeline.world.seq,
  asked: momentOf(timeline),
  stretches: new Map(),
  worlds: new Map(),
});

/** The moment just after the event `seq`, which is the one asked about. */
export const sceneAfter = (scene: Scene, seq: Seq): Scene =>
  seq === scene.seq ? scene : { ...scene, world: worldIn(scene, seq), seq };

/** The world just after the event `seq`, to be looked at only. */
export function worldIn({ timeline, worlds }: Scene, seq: Seq): World {
  if (seq === timeline.world.seq) return timeline.world;
  const known = worlds.get(seq) ?? worldAt(timeline, seq);
  worlds.set(seq, known);
  return known;
}

export const nameOf = ({ timeline }: Scene, id: ServerId): string =>
  timeline.run.setup.names[id] ?? '?';

export const namesOf = (scene: Scene, ids: readonly ServerId[]): readonly string[] =>
  ids.map((id) => nameOf(scene, id));

export const serverIn = ({ world }: Scene, id: ServerId): Server => world.servers[id] as Server;

/** The leader that leads now, the one of the highest term. */
export function leaderIn({ world }: Scene): Leader | null {
  const id = leaderOf(world);
  const server = id === null ? null : (world.servers[id] as Server);
  return server?.role === 'leader' ? server : null;
}

/** The event `seq`; it must have happened. */
export function eventIn(scene: Scene, seq: Seq): Event {
  const { recent, kept } = scene.timeline;
  const known = recent.find((event) => event.seq === seq);
  if (known !== undefined) return known;
  const place = kept.findLastIndex(({ world }) => world.seq < seq);
  return stretchFrom(scene, Math.max(0, place)).find((event) => event.seq === seq) as Event;
}

/** The last event of that kind up to the moment of the scene, or up to `until`. */
export const lastIn = (scene: Scene, sought: Sought, until: Seq = scene.seq): Seq | null =>
  lastWhere(annalsOf(scene.timeline), until, sought);

/** The later of two events. */
export const later = (a: Seq | null, b: Seq | null): Seq | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b);

/** Just before an event: what arrives with it is still on its way. By hand, time stands, and events alone tell. */
export function before(scene: Scene, { seq, time }: Pick<Event, 'seq' | 'time'>): Moment {
  const annals = annalsOf(scene.timeline);
  const just = roundMs(time - grainMs);
  const last = Math.max(seq - 1, annals.first - 1);
  if (just <= 0 || worldIn(scene, last).delivery === 'manual') return { seq: last, time };
  return { seq: lastBy(annals, just), time: just };
}

/** So much earlier, at the least after the beginning. */
export function earlier({ timeline }: Scene, time: VirtualMs): Moment {
  const then = roundMs(Math.max(0, time));
  return { seq: lastBy(annalsOf(timeline), then), time: then };
}

export const after = ({ seq, time }: Pick<Event, 'seq' | 'time'>): Moment => ({ seq, time });

/**
 * The event by which a server came to be such that `holds`, and has been so since; null where it was so from the
 * start. It looks at the kept worlds first, so that at most one stretch between two of them is replayed.
 */
export function since(scene: Scene, id: ServerId, holds: (server: Server) => boolean): Seq | null {
  const { timeline, seq } = scene;
  const recent = recentOf(timeline);
  const found = turnIn(recent, id, holds, seq);
  if (found !== null) return found;
  const { kept } = timeline;
  let place = kept.length - 1;
  const isPast = ({ world }: Kept): boolean =>
    world.seq < Math.min(recent[0]?.seq ?? Infinity, seq);
  while (place >= 0 && !isPast(kept[place] as Kept)) place -= 1;
  while (place >= 0 && holds((kept[place] as Kept).world.servers[id] as Server)) place -= 1;
  return place < 0 ? null : turnIn(stretchFrom(scene, place), id, holds, seq);
}

function turnIn(
  events: readonly Event[],
  id: ServerId,
  holds: (server: Server) => boolean,
  until: Seq,
): Seq | null {
  for (let place = events.length - 1; place >= 0; place -= 1) {
    const { seq, server, before, after } = events[place] as Event;
    if (seq > until || server !== id || before === null || after === null) continue;
    if (holds(after) && !holds(before)) return seq;
  }
  return null;
}

function stretchFrom({ timeline, stretches }: Scene, place: number): readonly Event[] {
  const known = stretches.get(place);
  if (known !== undefined) return known;
  const { kept, end } = timeline;
  const first = (kept[place] as Kept).world.seq + 1;
  const events = eventsBetween(timeline, first, kept[place + 1]?.world.seq ?? end.seq);
  stretches.set(place, events);
  return events;
}

/** Whether a server's log holds the entry of `term` at `index`. */
export const holdsEntry =
  (index: LogIndex, term: Term) =>
  ({ log }: Server): boolean =>
    logs.lastIndex(log) >= index && (logs.termAt(log, index) === term || index < log.snapshotIndex);

/** The event by which a server came to hold the entry it holds at `index`. */
export const appendedAt = (scene: Scene, id: ServerId, index: LogIndex): Seq | null =>
  since(scene, id, holdsEntry(index, logs.termAt(serverIn(scene, id).log, index)));

/** The event by which a server came to its term: it stood, or heard of it. */
export const termSince = (scene: Scene, id: ServerId): Seq | null => {
  const { currentTerm } = serverIn(scene, id);
  return since(scene, id, (server) => server.currentTerm === currentTerm);
};
