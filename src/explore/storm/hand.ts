/**
 * Schedules by hand: no timer fires and nothing arrives unless an act says so, and so every order of messages and
 * timeouts can come up, in a few dozen acts. What is found so is nearly a story already.
 */
import type { ServerId } from '../../base/index.ts';
import type { Switch } from '../../raft/index.ts';
import {
  type Command,
  type Envelope,
  linksBetween,
  optionsWith,
  paperOptions,
  plainSetup,
  type Setup,
  type World,
} from '../../sim/index.ts';
import { below, type Chance, choose } from '../chance.ts';
import {
  atServer,
  changeByOne,
  draw,
  healAll,
  type Lots,
  lotsOf,
  onMessage,
  reconfigure,
  request,
  retry,
  snapshot,
  transfer,
  type Weighted,
} from './acts.ts';
import { bentBy } from './conditions.ts';
import type { Storm } from './storm.ts';

/** How one schedule goes about: what it does often, what never, and who talks at present. Changed in place. */
export interface Hand {
  readonly acts: Lots;
  /** So many messages may be under way before they are delivered or lost. */
  readonly most: number;
  /** Who is heard and hears at present; null: everybody. */
  among: readonly ServerId[] | null;
  /** For so many acts nothing happens but deliveries among them. */
  left: number;
}

const usual: Weighted = [
  [10, request],
  [2, retry],
  [14, atServer('timeout', 'running')],
  [8, atServer('heartbeat', 'running')],
  [4, atServer('crash', 'running')],
  [6, atServer('restart', 'crashed')],
  [6, onMessage('drop', false)],
  [4, onMessage('duplicate', false)],
  [2, snapshot],
  [1, transfer],
  [2, reconfigure],
  [3, changeByOne],
  [3, isolate],
  [3, healAll],
];

/** What befalls it more often where a rule is missing that only rare turns bring out. */
const turns: Partial<Record<Switch, Weighted>> = {
  'config.ownTermFirst': [
    [40, changeByOne],
    [20, atServer('timeout', 'running')],
  ],
  'commit.currentTerm': [
    [60, atServer('timeout', 'running')],
    [15, atServer('heartbeat', 'running')],
  ],
  'append.commitBound': [[30, atServer('heartbeat', 'running')]],
  'snapshot.ignoreOlder': [
    [20, onMessage('duplicate', false)],
    [10, atServer('heartbeat', 'running')],
  ],
};

/** Weights of this schedule: each act as usual, rarer, oftener or not at all, so that schedules are unlike each other. */
export function handOf({ rulesOff }: Storm, chance: Chance): Hand {
  const own = rulesOff.flatMap((rule) => turns[rule] ?? []);
  const acts = lotsOf(
    [...own, ...usual].map(([weight, act]) => [weight * choose(chance, 0, 0.3, 1, 1, 3), act]),
  );
  return { acts, most: choose(chance, 4, 8, 16), among: null, left: 0 };
}

// One side of the cluster no longer hears the other.
function isolate(world: World, chance: Chance): Command | null {
  const some = crowd(world, chance);
  const others = world.servers.map(({ id }) => id).filter((id) => !some.includes(id));
  const links = linksBetween([some, others]);
  return links.length === 0 ? null : { type: 'cut', links };
}

const crowd = ({ servers }: World, chance: Chance): readonly ServerId[] =>
  servers.map(({ id }) => id).filter(() => chance() < 0.6);

/** The next act; null when there is nothing it could befall. */
export function nextByHand(hand: Hand, world: World, chance: Chance): Command | null {
  if (hand.left > 0) {
    hand.left -= 1;
    const command = delivery(hand, world, chance);
    if (command !== null) return command;
    hand.left = 0;
  }
  const flying = world.waiting.length + world.queue.length;
  if (flying > hand.most)
    return choose(chance, onMessage('deliver', false), onMessage('drop', false))(world, chance);
  if (flying > 0 && chance() < 0.55) {
    hand.among = chance() < 0.5 ? null : crowd(world, chance);
    hand.left = below(8, chance);
    return delivery(hand, world, chance);
  }
  return draw(hand.acts, world, chance);
}

// Mostly the oldest, as messages arrive mostly; now and then any other. Under manual delivery they wait in order.
function delivery({ among }: Hand, { waiting }: World, chance: Chance): Command | null {
  const isOldest = chance() < 0.7;
  // Loops: half of all acts pass here, and lists of the free ones would be most of what a schedule leaves to collect.
  let free = 0;
  for (const envelope of waiting)
    if (isFree(among, envelope)) {
      if (isOldest) return { type: 'deliver', message: envelope.id };
      free += 1;
    }
  let left = isOldest ? 0 : below(free, chance);
  for (const envelope of waiting) {
    if (!isFree(among, envelope)) continue;
    if (left === 0) return { type: 'deliver', message: envelope.id };
    left -= 1;
  }
  return null;
}

function isFree(among: Hand['among'], { message: { from, to }, held }: Envelope): boolean {
  return !held && (among === null || (among.includes(from) && among.includes(to)));
}

/** Between acts no time passes, or more than an election timeout. */
export const lullByHand = (chance: Chance): number => (chance() < 0.02 ? 200 : 0);

/** The setup of a schedule by hand: the values of the paper, with variants where chance or the missing rules want them. */
export function handClimate({ servers, seed, rulesOff }: Storm, chance: Chance): Setup {
  const options = optionsWith(paperOptions, {
    noop: chance() < 0.3,
    maxEntriesPerAppend: choose(chance, 1, 100, 100),
    reads: choose(chance, 'log', 'log', 'readIndex'),
    membership: choose(chance, 'joint', 'single'),
    snapshotEvery: choose(chance, null, null, 1, 2),
    backtracking: choose(chance, 'decrement', 'binarySearch', 'conflictTerm'),
    ...bentBy(rulesOff),
  });
  const spares = choose(chance, 0, 0, 0, 0, 1, 2);
  // Onto the plain setup: a spread would be of another shape, and the world reads its setup all the time.
  return Object.assign(plainSetup(servers + spares, seed, options), {
    rulesOff,
    spares,
    timers: 'manual',
    delivery: 'manual',
  } as const);
}
