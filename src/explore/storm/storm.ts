/**
 * A storm: from one seed, a run of random faults and client commands with every property checked after every event,
 * and then calm weather, in which a leader must be found and every command answered. The seed is all one needs to
 * see it again.
 */
import { type Checks, look, openChecks } from '../../check/index.ts';
import type { Property, Switch } from '../../raft/index.ts';
import type { FileStep } from '../../scenario/index.ts';
import {
  advance,
  type Command,
  type Event,
  execute,
  isUnsettled,
  type Setup,
  type World,
  worldOf,
} from '../../sim/index.ts';
import { chanceOf, inMicroseconds } from '../chance.ts';
import { type Book, bookOf, brokenPromise, counter, noteAnswers, noteAsked } from './book.ts';
import { climate } from './climate.ts';
import { type Diary, noteStep, noteTime, openDiary, stepOf } from './diary.ts';
import { handClimate, handOf, lullByHand, nextByHand } from './hand.ts';
import { calming, lull, nextAct } from './weather.ts';

export interface Storm {
  readonly seed: number;
  readonly servers: number;
  readonly rulesOff: readonly Switch[];
  /** How much befalls the cluster before the calm. */
  readonly acts: number;
  /** Whether timers fire and messages arrive only by an act; then there is no calm after it. */
  readonly byHand?: boolean;
}

/** Somebody who looks at every event beside the properties, and says what is wrong with it, if anything. */
export type Judge = (world: World) => (event: Event) => string | null;

/** What came of it; `trouble` is null where all was well. */
export interface Outcome {
  readonly events: number;
  readonly trouble: Trouble | null;
  readonly setup: Setup;
  /** What befell the cluster, as the steps of a file. */
  readonly steps: readonly FileStep[];
}

/**
 * A broken property, a transition that the oracle would not have made, a promise to a client not kept, or no progress in
 * calm weather; and what exactly.
 */
export interface Trouble {
  readonly what: Property | 'judge' | 'promise' | 'progress';
  readonly facts: string;
  /** Steps of a file that fail where this is so; a property fails by itself. */
  readonly closing: readonly FileStep[];
}

/** Virtual time in which calm weather must bring a leader and all answers. */
const calmMs = 20_000;

/** One storm on its way. */
interface Sky {
  readonly world: World;
  readonly checks: Checks;
  /** Null: nobody judges. */
  readonly judge: ((event: Event) => string | null) | null;
  readonly book: Book;
  readonly diary: Diary;
  readonly watch: (event: Event) => void;
  events: number;
  /** What the judge said first. */
  difference: string | null;
}

/** Runs a storm, to its end or to the first broken property. */
export function weather(
  storm: Storm,
  watch: (event: Event) => void = () => {},
  judge: Judge | null = null,
): Outcome {
  const sky = openSky(storm, watch, judge);
  const { world } = sky;
  welcome(sky);
  const chance = chanceOf(storm.seed, 0);
  const hand = storm.byHand ? handOf(chance) : null;
  for (let act = 0; act < storm.acts && isWhole(sky); act += 1) {
    const command = hand === null ? nextAct(world, chance) : nextByHand(hand, world, chance);
    if (command !== null) give(sky, command);
    pass(sky, hand === null ? lull(chance) : lullByHand(chance));
  }
  if (isWhole(sky) && hand === null) calm(sky);
  noteTime(sky.diary, world);
  const { events, diary } = sky;
  return { events, trouble: troubleIn(sky), setup: world.setup, steps: diary.steps };
}

function openSky(storm: Storm, watch: Sky['watch'], judge: Judge | null): Sky {
  const make = storm.byHand ? handClimate : climate;
  const world = worldOf(make(storm, chanceOf(storm.seed, 1)));
  return {
    world,
    checks: openChecks(world),
    judge: judge === null ? null : judge(world),
    book: bookOf(),
    diary: openDiary(),
    watch,
    events: 0,
    difference: null,
  };
}

const isWhole = ({ checks, difference }: Sky): boolean =>
  checks.violations.length === 0 && difference === null;

/** Names the servers that wait to be added, for a file knows them from there on; nobody leads yet, so nothing comes of it. */
function welcome(sky: Sky): void {
  const { names, spares = 0 } = sky.world.setup;
  for (let server = names.length - spares; server < names.length; server += 1)
    give(sky, { type: 'reconfigure', change: { kind: 'add', server }, at: 0 });
}

function note(sky: Sky, event: Event): void {
  const { checks, world, book, judge, diary, watch } = sky;
  sky.events += 1;
  look(checks, world, event);
  noteAnswers(book, event);
  if (judge !== null) sky.difference ??= judge(event);
  diary.isStirred = true;
  watch(event);
}

function give(sky: Sky, command: Command): void {
  const { world, diary, book } = sky;
  const step = stepOf(command, world);
  const result = execute(world, command);
  if (!result.ok) return;
  noteStep(diary, world, step);
  noteAsked(book, command);
  note(sky, result.value);
  // As a file has it: what follows at the same moment comes before the next step.
  while (isWhole(sky) && isUnsettled(world)) {
    const event = advance(world, world.time);
    if (event === null) break;
    note(sky, event);
  }
  diary.isStirred = false;
}

function pass(sky: Sky, ms: number): void {
  const { world } = sky;
  const until = inMicroseconds(world.time + ms);
  while (isWhole(sky)) {
    const event = advance(world, until);
    if (event === null) break;
    note(sky, event);
  }
  if (isWhole(sky) && until > world.time) world.time = until;
}

function calm(sky: Sky): void {
  const { world } = sky;
  for (const command of calming(world)) give(sky, command);
  const operation = { type: 'incr', key: counter } as const;
  give(sky, { type: 'request', client: 'calm', operation });
  const deadline = world.time + calmMs;
  while (isWhole(sky) && isWaiting(sky) && world.time < deadline) pass(sky, 50);
}

const isWaiting = ({ world }: Sky): boolean =>
  world.clients.some(({ pending }) => pending !== null);

function troubleIn(sky: Sky): Trouble | null {
  const { checks, world, book, difference } = sky;
  const [broken] = checks.violations;
  if (broken !== undefined)
    return { what: broken.property, facts: JSON.stringify(broken), closing: [] };
  if (difference !== null) return { what: 'judge', facts: difference, closing: [] };
  if (isWaiting(sky) && world.setup.timers === 'auto') {
    const waiting = world.clients.filter(({ pending }) => pending !== null).map(({ id }) => id);
    const pending = Object.fromEntries(waiting.map((id) => [id, false]));
    const facts = `${calmMs} ms of calm, and ${waiting} still waits`;
    return { what: 'progress', facts, closing: [{ expect: { pending } }] };
  }
  const promise = world.setup.timers === 'auto' ? brokenPromise(book, world) : null;
  if (promise === null) return null;
  const { facts, key, value } = promise;
  const witness = [{ ok: true, value }];
  const closing = [{ get: key, client: 'witness' }, { runUntil: { replies: { witness } } }];
  return { what: 'promise', facts, closing };
}
