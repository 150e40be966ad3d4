/** What may happen in a storm, and what ends it. */
import type { Operation } from '../../src/raft/index.ts';
import {
  bothWays,
  type Command,
  inFlight,
  type Link,
  linkKey,
  linksBetween,
  type Options,
  paperOptions,
  type World,
} from '../../src/sim/index.ts';
import { counter } from './book.ts';

/** A number in [0, 1). */
export type Chance = () => number;

/** Clients that are quick to ask again, and messages that overtake each other. */
export const stormOptions: Options = { ...paperOptions, clientTimeoutMs: 400, latencyMs: [1, 60] };

type Act = (world: World, chance: Chance) => Command | null;

const below = (count: number, chance: Chance): number => Math.floor(chance() * count);
const pick = <T>(list: readonly T[], chance: Chance): T | undefined =>
  list[below(list.length, chance)];
const anybody = ({ servers }: World, chance: Chance): number => below(servers.length, chance);

/** A server in this condition, if there is one. */
const someone = ({ conditions }: World, condition: string, chance: Chance): number | undefined =>
  pick(
    conditions.flatMap((one, id) => (one === condition ? [id] : [])),
    chance,
  );

const atServer =
  (
    type: 'crash' | 'restart' | 'pause' | 'resume' | 'timeout' | 'heartbeat',
    condition: string,
  ): Act =>
  (world, chance) => {
    const server = someone(world, condition, chance);
    return server === undefined ? null : { type, server };
  };

const onMessage =
  (type: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release', held: boolean): Act =>
  (world, chance) => {
    const one = pick(
      inFlight(world).filter((envelope) => envelope.held === held),
      chance,
    );
    return one === undefined ? null : { type, message: one.id };
  };

function anyLink(world: World, chance: Chance): Link {
  const from = anybody(world, chance);
  return [from, (from + 1 + below(world.servers.length - 1, chance)) % world.servers.length];
}

const cutOne: Act = (world, chance) => ({ type: 'cut', links: [anyLink(world, chance)] });
const cutBoth: Act = (world, chance) => ({
  type: 'cut',
  links: bothWays(...anyLink(world, chance)),
});
const healOne: Act = (world, chance) => ({ type: 'heal', links: [anyLink(world, chance)] });
const healAll: Act = () => ({ type: 'heal', links: null });
const partition: Act = (world, chance) => {
  const groups: [number[], number[]] = [[], []];
  for (const { id } of world.servers) groups[chance() < 0.5 ? 0 : 1].push(id);
  return { type: 'cut', links: linksBetween(groups) };
};

const request: Act = (world, chance) => ({
  type: 'request',
  client: `c${below(4, chance)}`,
  operation: operation(world, chance),
  loseReply: chance() < 0.1,
  ...(chance() < 0.4 ? { at: anybody(world, chance) } : {}),
});

function operation({ seq }: World, chance: Chance): Operation {
  const which = chance();
  // No two SETs share a key: one that is lost leaves a hole.
  if (which < 0.4) return { type: 'set', key: `k${seq}`, value: `v${seq}` };
  if (which < 0.8) return { type: 'incr', key: counter };
  if (which < 0.87) return { type: 'get', key: counter };
  if (which < 0.94) return { type: 'delete', key: 'other' };
  return { type: 'cas', key: 'other', expected: '0', value: '1' };
}

const retry: Act = (world, chance) => {
  const client = pick(
    world.clients.filter(({ pending }) => pending !== null),
    chance,
  );
  return client === undefined
    ? null
    : { type: 'retry', client: client.id, at: anybody(world, chance) };
};

const change: Act = (world, chance) => {
  const choose = <T>(...list: readonly T[]): T => pick(list, chance) as T;
  const link = linkKey(...anyLink(world, chance));
  const options: Options = {
    ...world.options,
    latencyMs: choose([1, 60], [5, 15], [1, 250], [10, 10]),
    lossRate: choose(0, 0, 0.05, 0.3),
    duplicateRate: choose(0, 0, 0.1, 0.5),
    electionTimeoutMs: choose([150, 300], [150, 300], [100, 140], [300, 900]),
    heartbeatIntervalMs: choose(50, 20, 120),
    maxEntriesPerAppend: choose(1, 2, 100),
    noop: choose(true, false),
    backtracking: choose('decrement', 'binarySearch', 'conflictTerm'),
    retryRejectedAtOnce: choose(true, false),
    clientLatencyMs: choose(0, 0, 15),
    links: chance() < 0.3 ? { [link]: { lossRate: 0.6, latencyMs: [1, 400] } } : {},
    servers: chance() < 0.3 ? { [anybody(world, chance)]: { backtracking: 'conflictTerm' } } : {},
  };
  return { type: 'options', options, rulesOff: world.rulesOff };
};

const acts: readonly (readonly [weight: number, act: Act])[] = [
  [16, request],
  [2, retry],
  [4, atServer('crash', 'running')],
  [5, atServer('restart', 'crashed')],
  [2, atServer('pause', 'running')],
  [4, atServer('resume', 'paused')],
  [4, atServer('timeout', 'running')],
  [2, atServer('heartbeat', 'running')],
  [3, cutOne],
  [2, cutBoth],
  [3, partition],
  [3, healOne],
  [3, healAll],
  [3, onMessage('deliver', false)],
  [3, onMessage('drop', false)],
  [3, onMessage('duplicate', false)],
  [3, onMessage('hold', false)],
  [4, onMessage('release', true)],
  [3, change],
];
const weights = acts.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing to befall the cluster; null when there is nothing it could befall. */
export function nextAct(world: World, chance: Chance): Command | null {
  let left = chance() * weights;
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act(world, chance);
  }
  return null;
}

/** How long nothing befalls it, in virtual ms: often not at all, at times for an election. */
export function lull(chance: Chance): number {
  const length = chance();
  if (length < 0.35) return 0;
  return length < 0.85 ? length * 60 : length * 400;
}

/** What makes the weather calm: all links mended, everybody up, nothing lost or held back. */
export function calming(world: World): Command[] {
  const { latencyMs, electionTimeoutMs, heartbeatIntervalMs } = paperOptions;
  const calm = { latencyMs, electionTimeoutMs, heartbeatIntervalMs, lossRate: 0, duplicateRate: 0 };
  const options: Options = { ...world.options, ...calm, links: {}, servers: {} };
  const wake = world.conditions.flatMap((condition, server): Command[] => {
    if (condition === 'running') return [];
    return [{ type: condition === 'paused' ? 'resume' : 'restart', server }];
  });
  const held = inFlight(world).filter((envelope) => envelope.held);
  return [
    { type: 'options', options, rulesOff: world.rulesOff },
    { type: 'heal', links: null },
    ...wake,
    ...held.map(({ id }): Command => ({ type: 'release', message: id })),
  ];
}
