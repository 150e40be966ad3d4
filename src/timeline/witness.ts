/** Seeing what was, without going there: the cursor stays where it is. */
import { assert, type Seq } from '../base/index.ts';
import { advance, cloneWorld, type Event, execute, type World } from '../sim/index.ts';
import type { Kept, Timeline } from './timeline.ts';

/** A way through a run beside the cursor's. */
interface Walk {
  readonly world: World;
  given: number;
}

function walkFrom({ kept }: Timeline, seq: Seq): Walk {
  let place = kept.length - 1;
  while (place > 0 && (kept[place] as Kept).world.seq > seq) place -= 1;
  const { world, given } = kept[place] as Kept;
  return { world: cloneWorld(world), given };
}

function walkOn(walk: Walk, { run }: Timeline): Event | null {
  const next = run.commands[walk.given];
  if (next === undefined || next.seq !== walk.world.seq) return advance(walk.world);
  walk.world.time = next.time;
  const result = execute(walk.world, next.command);
  assert(result.ok, 'the run holds a command that cannot be given');
  walk.given += 1;
  return result.value;
}

/** The world just after the event `seq` of the run. */
export function worldAt(timeline: Timeline, seq: Seq): World {
  const walk = walkFrom(timeline, seq);
  while (walk.world.seq < seq) if (walkOn(walk, timeline) === null) break;
  return walk.world;
}

/** Shows `see` the events `first` to `last` of the run, as far as there are. */
export function goThrough(
  timeline: Timeline,
  first: Seq,
  last: Seq,
  see: (event: Event) => void,
): void {
  if (last < first) return;
  const walk = walkFrom(timeline, first - 1);
  while (walk.world.seq < last) {
    const event = walkOn(walk, timeline);
    if (event === null) return;
    if (event.seq >= first) see(event);
  }
}

/** The events `first` to `last` of the run, as far as there are. */
export function eventsBetween(timeline: Timeline, first: Seq, last: Seq): Event[] {
  const events: Event[] = [];
  goThrough(timeline, first, last, (event) => events.push(event));
  return events;
}

/** The event `seq` of the run; null where the run has none. */
export function eventAt(timeline: Timeline, seq: Seq): Event | null {
  const known = timeline.recent.find((event) => event.seq === seq);
  return known ?? eventsBetween(timeline, seq, seq)[0] ?? null;
}
