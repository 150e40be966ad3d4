/** What it costs to look at a run, to keep it, to tell it, and to go anywhere in it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { draw } from '../../src/base/index.ts';
import { type Checks, cloneChecks, look, openChecks } from '../../src/check/index.ts';
import { advance, type Event, execute, type World, worldOf } from '../../src/sim/index.ts';
import {
  give,
  type Judge,
  nextEvent,
  openTimeline,
  openUnder,
  runOf,
  seekSeq,
  type Timeline,
  tellingOf,
} from '../../src/timeline/index.ts';
import { benchSetup, set } from './loads.ts';
import { costOf, inTurns, quantile, timeOf } from './measure.ts';

const servers = 5;
/** Virtual time between two commands, by what the cluster does. */
export const everyMs = { idle: Infinity, committing: 50 } as const;
export type Doing = keyof typeof everyMs;

/** A cluster that goes on by one event, with a command every now and then. */
interface Course {
  readonly world: () => World;
  readonly next: () => Event | null;
  readonly ask: () => void;
}

function run({ world, next, ask }: Course, events: number, doing: Doing = 'committing'): void {
  let due: number = everyMs[doing];
  for (let left = events; left > 0; left -= 1) {
    next();
    if (world().time < due) continue;
    due += everyMs[doing];
    ask();
  }
}

function bare(watch?: (world: World, event: Event) => void): Course {
  const world = worldOf(benchSetup(servers));
  const seen = (event: Event | null): Event | null => {
    if (event !== null) watch?.(world, event);
    return event;
  };
  return {
    world: () => world,
    next: () => seen(advance(world)),
    ask: () => {
      const result = execute(world, set);
      if (result.ok) seen(result.value);
    },
  };
}

/** With the properties looked at; their state is kept every so many events. */
function checked(keepEvery = Infinity): Course {
  const kept: Checks[] = [];
  let checks: Checks | null = null;
  return bare((world, event) => {
    checks ??= openChecks(worldOf(world.setup));
    look(checks, world, event);
    if (event.seq % keepEvery === 0) kept.push(cloneChecks(checks));
  });
}

/** One who looks at every event and writes nothing down for marks and answers. */
const silent: Judge = { openChecks, look, record: () => undefined, forget: () => undefined };

function kept(
  watch?: (event: Event) => void,
  timeline = openTimeline(runOf(benchSetup(servers))),
): Course & { readonly timeline: Timeline } {
  return {
    timeline,
    world: () => timeline.world,
    next: () => {
      const event = nextEvent(timeline);
      if (event !== null) watch?.(event);
      return event;
    },
    ask: () => {
      const result = give(timeline, set);
      if (result.ok) watch?.(result.value);
    },
  };
}

const { names } = benchSetup(servers);

/** What goes on while a cluster runs. */
type Watched =
  | 'bare'
  | 'checks'
  | 'checks, states'
  | 'checks, timeline'
  | 'checks, timeline, tellings';

/** Time an event takes, as a multiple of what it takes bare. */
export function costs(events: number, rounds: number, doing: Doing): Record<Watched, number> {
  const of = (open: () => Course) => () => {
    const course = open();
    return costOf(() => run(course, events, doing));
  };
  const states = () => kept(undefined, openUnder(silent, runOf(benchSetup(servers))));
  const told = () => kept((event) => void tellingOf(event, names));
  const took = inTurns(
    {
      bare: of(bare),
      checks: of(checked),
      'checks, states': of(states),
      'checks, timeline': of(kept),
      'checks, timeline, tellings': of(told),
    },
    rounds,
  );
  return Object.fromEntries(
    Object.entries(took).map(([name, one]) => [name, one / took.bare]),
  ) as Record<Watched, number>;
}

interface Seeks {
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * Going to moments all over a run of so many events, forward and back, the world there usable at once. Of three tries
 * the best counts, for a busy machine takes its time away at random.
 */
export function seeks(events: number, count: number): Seeks {
  const course = kept();
  run(course, events);
  const last = course.world().seq;
  const seek = (share: number): number =>
    timeOf(() => seekSeq(course.timeline, Math.floor(share * last)));
  const tookMs = Array.from({ length: count }, (_, place) => {
    const [from, to] = [draw(1, 1, place), draw(1, 2, place)];
    const tries = [1, 2, 3].map(() => {
      seek(from);
      return seek(to);
    });
    return Math.min(...tries) * 1000;
  });
  return { medianMs: quantile(tookMs, 0.5), p99Ms: quantile(tookMs, 0.99) };
}

/** Bytes an event leaves behind: in the world alone (logs, answers), and more with the checks, and with all history. */
export interface Bytes {
  readonly world: number;
  readonly checks: number;
  readonly history: number;
}

/** As often as the time machine keeps a moment. */
const keepEvery = 1024;

export function bytesPerEvent(events: number): Bytes {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // What one collection leaves, weak references above all, the next ones take.
  const collected = (): number => {
    for (let left = 4; left > 0; left -= 1) gc();
    return process.memoryUsage().heapUsed;
  };
  const grown = (course: Course): number => {
    const before = collected();
    run(course, events);
    const bytes = collected() - before;
    // Held until after the measurement.
    return course.world().seq > 0 ? bytes / events : 0;
  };
  const world = grown(bare());
  return { world, checks: grown(checked(keepEvery)) - world, history: grown(kept()) - world };
}
