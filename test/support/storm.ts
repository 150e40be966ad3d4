/**
 * A storm: from one seed, a run of random faults and client commands with every property checked after every event,
 * and then calm weather, in which a leader must be found and every command answered. The seed is all one needs to
 * see it again.
 */
import { draw } from '../../src/base/index.ts';
import { type Checks, look, openChecks } from '../../src/check/index.ts';
import type { Property, Switch } from '../../src/raft/index.ts';
import {
  advance,
  type Command,
  type Event,
  execute,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import { type Book, bookOf, brokenPromise, counter, noteAnswers, noteAsked } from './book.ts';
import { climate } from './climate.ts';
import { type Chance, calming, lull, nextAct } from './weather.ts';

export interface Storm {
  readonly seed: number;
  readonly servers: number;
  readonly rulesOff: readonly Switch[];
  /** How much befalls the cluster before the calm. */
  readonly acts: number;
}

/** What came of it; `trouble` is null where all was well. */
export interface Outcome {
  readonly events: number;
  readonly trouble: Trouble | null;
}

/** A broken property, a promise to a client not kept, or no progress in calm weather; and what exactly. */
export interface Trouble {
  readonly what: Property | 'promise' | 'progress';
  readonly facts: string;
}

/** Virtual time in which calm weather must bring a leader and all answers. */
const calmMs = 20_000;

/** One storm on its way. */
interface Sky {
  readonly world: World;
  readonly checks: Checks;
  readonly book: Book;
  events: number;
}

/** Runs a storm, to its end or to the first broken property. */
export function weather(storm: Storm, look: (event: Event) => void = () => {}): Outcome {
  const { seed, acts } = storm;
  const world = worldOf(climate(storm, chanceOf(seed, 1)));
  const sky: Sky = { world, checks: openChecks(world), book: bookOf(), events: 0 };
  const chance = chanceOf(seed, 0);
  for (let act = 0; act < acts && isWhole(sky); act += 1) {
    const command = nextAct(world, chance);
    if (command !== null) give(sky, command, look);
    pass(sky, lull(chance), look);
  }
  if (isWhole(sky)) calm(sky, look);
  return { events: sky.events, trouble: troubleIn(sky) };
}

const isWhole = ({ checks }: Sky): boolean => checks.violations.length === 0;

/** Chance of its own, from a stream that no timer and no link draws from. */
function chanceOf(seed: number, stream: number): Chance {
  let count = 0;
  return () => {
    count += 1;
    return draw(seed, 0x7000_0000 + stream, count);
  };
}

function note(sky: Sky, event: Event, watch: (event: Event) => void): void {
  sky.events += 1;
  look(sky.checks, sky.world, event);
  noteAnswers(sky.book, event);
  watch(event);
}

function give(sky: Sky, command: Command, watch: (event: Event) => void): void {
  const result = execute(sky.world, command);
  if (!result.ok) return;
  noteAsked(sky.book, command);
  note(sky, result.value, watch);
}

function pass(sky: Sky, ms: number, watch: (event: Event) => void): void {
  const { world } = sky;
  const until = world.time + ms;
  while (isWhole(sky)) {
    const event = advance(world, until);
    if (event === null) break;
    note(sky, event, watch);
  }
  if (until > world.time) world.time = until;
}

function calm(sky: Sky, watch: (event: Event) => void): void {
  const { world } = sky;
  for (const command of calming(world)) give(sky, command, watch);
  const operation = { type: 'incr', key: counter } as const;
  give(sky, { type: 'request', client: 'calm', operation }, watch);
  const deadline = world.time + calmMs;
  while (isWhole(sky) && isWaiting(sky) && world.time < deadline) pass(sky, 50, watch);
}

const isWaiting = ({ world }: Sky): boolean =>
  world.clients.some(({ pending }) => pending !== null);

function troubleIn(sky: Sky): Trouble | null {
  const { checks, world, book } = sky;
  const [broken] = checks.violations;
  if (broken !== undefined) return { what: broken.property, facts: JSON.stringify(broken) };
  if (isWaiting(sky)) {
    const waiting = world.clients.filter(({ pending }) => pending !== null).map(({ id }) => id);
    return { what: 'progress', facts: `${calmMs} ms of calm, and ${waiting} still waits` };
  }
  const facts = brokenPromise(book, world);
  return facts === null ? null : { what: 'promise', facts };
}
