/**
 * A storm: from one seed, a run of random faults and client commands with every property checked after every event,
 * and then calm weather, in which a leader must be found and every command answered. The seed is all one needs to
 * see it again.
 */
import type { Property, Switch } from '../../raft/index.ts';
import type { FileStep } from '../../scenario/index.ts';
import type { Event, Setup, World } from '../../sim/index.ts';
import { chanceOf } from '../chance.ts';
import { brokenPromise, counter } from './book.ts';
import { noteTime } from './diary.ts';
import { handOf, lullByHand, nextByHand } from './hand.ts';
import { give, isWhole, openSky, pass, type Sky } from './sky.ts';
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

/** Runs a storm, to its end or to the first broken property. */
export function weather(
  storm: Storm,
  watch: (event: Event) => void = () => {},
  judge: Judge | null = null,
  isWritten = true,
): Outcome {
  const sky = openSky(storm, watch, judge, isWritten);
  const { world } = sky;
  const chance = chanceOf(storm.seed, 0);
  const hand = storm.byHand ? handOf(storm, chance) : null;
  for (let act = 0; act < storm.acts && isWhole(sky); act += 1) {
    const command = hand === null ? nextAct(world, chance) : nextByHand(hand, world, chance);
    if (command !== null) give(sky, command);
    pass(sky, hand === null ? lull(chance) : lullByHand(chance));
  }
  if (isWhole(sky) && hand === null) calm(sky);
  return outcomeOf(sky);
}

/** What came of it so far. */
export function outcomeOf(sky: Sky): Outcome {
  const { world, events, diary } = sky;
  if (diary !== null) noteTime(diary, world);
  return { events, trouble: troubleIn(sky), setup: world.setup, steps: diary?.steps ?? [] };
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
