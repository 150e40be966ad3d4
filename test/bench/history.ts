/** What it costs to look at a run, to keep it, to tell it, and to go anywhere in it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { draw } from '../../src/base/index.ts';
import { look, openChecks } from '../../src/check/index.ts';
import { advance, type Event, execute, type World, worldOf } from '../../src/sim/index.ts';
import {
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
/** Virtual time between two commands. */
const everyMs = 50;

/** A cluster that goes on by one event, with a command every now and then. */
interface Course {
  readonly world: () => World;
  readonly next: () => Event | null;
  readonly ask: () => void;
}

function run({ world, next, ask }: Course, events: number): void {
  let due = everyMs;
  for (let left = events; left > 0; left -= 1) {
    next();
    if (world().time < due) continue;
    due += everyMs;
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

function checked(): Course {
  let checks: ReturnType<typeof openChecks> | null = null;
  return bare((world, event) => {
    checks ??= openChecks(worldOf(world.setup));
    look(checks, world, event);
  });
}

function kept(watch?: (event: Event) => void): Course & { readonly timeline: Timeline } {
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

const { names } = benchSetup(servers);

/** Time an event takes, as a multiple of what it takes bare. */
export function costs(events: number, rounds: number): Record<string, number> {
  const took = inTurns(
    {
      bare: () => costOf(() => run(bare(), events)),
      checks: () => costOf(() => run(checked(), events)),
      'checks, timeline': () => costOf(() => run(kept(), events)),
      'checks, timeline, tellings': () =>
        costOf(() =>
          run(
            kept((event) => void tellingOf(event, names)),
            events,
          ),
        ),
    },
    rounds,
  );
  return Object.fromEntries(Object.entries(took).map(([name, one]) => [name, one / took.bare]));
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

/** Bytes an event leaves behind: in the world alone (logs, answers), and with its history. */
export function bytesPerEvent(events: number): { world: number; history: number } {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  const grown = (course: Course): number => {
    gc();
    const before = process.memoryUsage().heapUsed;
    run(course, events);
    gc();
    const bytes = process.memoryUsage().heapUsed - before;
    // Held until after the measurement.
    return course.world().seq > 0 ? bytes / events : 0;
  };
  const world = grown(bare());
  return { world, history: grown(kept()) - world };
}
