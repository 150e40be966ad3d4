/** What it costs to look at a run, to keep it, to tell it, and to go anywhere in it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { draw } from '../../src/base/index.ts';
import { type Checks, look, openChecks } from '../../src/check/index.ts';
import { advance, type Event, execute, type World, worldOf } from '../../src/sim/index.ts';
import {
  annalsOf,
  give,
  nextEvent,
  openTimeline,
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

/** With the properties looked at. */
function checked(): Course {
  let checks: Checks | null = null;
  return bare((world, event) => {
    checks ??= openChecks(worldOf(world.setup));
    look(checks, world, event);
  });
}

interface KeptCourse extends Course {
  readonly timeline: Timeline;
}

function kept(watch?: (event: Event) => void): KeptCourse {
  const timeline = openTimeline(runOf(benchSetup(servers)));
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

/** With the annals written from the first event on. */
function written(): KeptCourse {
  const course = kept();
  annalsOf(course.timeline);
  return course;
}

const { names } = benchSetup(servers);

/** What goes on while a cluster runs. */
export type Watched = 'bare' | 'checks' | 'history' | 'history, annals' | 'history, tellings';

/** What everything costs, as a multiple of what it costs bare; `asked`: the annals of all of it, asked for at its end. */
export function costs(
  events: number,
  rounds: number,
  doing: Doing,
): Record<Watched | 'asked', number> {
  const of = (open: () => Course) => () => {
    const course = open();
    return costOf(() => run(course, events, doing));
  };
  const asked = () => {
    const course = kept();
    run(course, events, doing);
    return costOf(() => annalsOf(course.timeline));
  };
  const took = inTurns(
    {
      bare: of(bare),
      checks: of(checked),
      history: of(kept),
      'history, annals': of(written),
      'history, tellings': of(() => kept((event) => void tellingOf(event, names))),
      asked,
    },
    rounds,
  );
  return Object.fromEntries(
    Object.entries(took).map(([name, one]) => [name, one / took.bare]),
  ) as Record<Watched | 'asked', number>;
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

/** Bytes an event leaves behind: in the world alone (logs, answers), with the states and the checks kept, in the annals. */
export interface Bytes {
  readonly world: number;
  readonly states: number;
  readonly annals: number;
}

export function bytesPerEvent(events: number): Bytes {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  // What one collection leaves, weak references above all, the next ones take.
  const collected = (): number => {
    for (let left = 4; left > 0; left -= 1) gc();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const grown = (course: Course): number => {
    const before = collected();
    run(course, events);
    const bytes = collected() - before;
    // Held until after the measurement.
    return course.world().seq > 0 ? bytes / events : 0;
  };
  const world = grown(bare());
  const history = grown(kept());
  return { world, states: history - world, annals: grown(written()) - history };
}
