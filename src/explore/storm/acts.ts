/** What may befall a cluster, one function a kind: a command, or null where it could befall nothing. */
import { members, type Operation } from '../../raft/index.ts';
import {
  bothWays,
  type Command,
  inFlight,
  type Link,
  linkKey,
  linksBetween,
  type Options,
  optionsWith,
  type World,
} from '../../sim/index.ts';
import { below, type Chance, choose, pick } from '../chance.ts';
import { counter } from './book.ts';
import { bentBy, variants } from './conditions.ts';

export type Act = (world: World, chance: Chance) => Command | null;
/** What may befall, each as often as its weight says. */
export type Weighted = readonly (readonly [weight: number, act: Act])[];

/** The same as lists of one kind each: numbers that stand among other things are read several times as slowly. */
export interface Lots {
  readonly weights: readonly number[];
  readonly acts: readonly Act[];
  /** All weights together. */
  readonly all: number;
}

/** A table of weights as lists to draw from. */
export function lotsOf(weighted: Weighted): Lots {
  const weights: number[] = [];
  const acts: Act[] = [];
  let all = 0;
  for (const [weight, act] of weighted) {
    weights.push(weight);
    acts.push(act);
    all += weight;
  }
  return { weights, acts, all };
}

/** One of these; null where it could befall nothing. */
export function draw({ weights, acts, all }: Lots, world: World, chance: Chance): Command | null {
  let left = chance() * all;
  for (let place = 0; place < weights.length; place += 1) {
    left -= weights[place] as number;
    if (left < 0) return (acts[place] as Act)(world, chance);
  }
  return null;
}

const anybody = ({ servers }: World, chance: Chance): number => below(servers.length, chance);

/** A server in this condition, if there is one. */
function someone({ conditions }: World, condition: string, chance: Chance): number | undefined {
  // A loop: nearly every act passes here, and to map and filter takes longer than the act.
  const ids: number[] = [];
  for (let id = 0; id < conditions.length; id += 1) if (conditions[id] === condition) ids.push(id);
  return pick(ids, chance);
}

/** Befalls a server that is in this condition. */
export const atServer =
  (
    type: 'crash' | 'restart' | 'pause' | 'resume' | 'timeout' | 'heartbeat',
    condition: string,
  ): Act =>
  (world, chance) => {
    const server = someone(world, condition, chance);
    return server === undefined ? null : { type, server };
  };

/** Befalls a message on its way, one that is held back or one that is not. */
export const onMessage =
  (type: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release', held: boolean): Act =>
  (world, chance) => {
    const all = inFlight(world);
    let meant = 0;
    for (const envelope of all) if (envelope.held === held) meant += 1;
    let left = below(meant, chance);
    // The nth of those meant, counted: a list of them would be made for nothing.
    const one = all.find((envelope) => {
      if (envelope.held !== held) return false;
      left -= 1;
      return left < 0;
    });
    return one === undefined ? null : { type, message: one.id };
  };

function anyLink(world: World, chance: Chance): Link | null {
  if (world.servers.length === 1) return null;
  const from = anybody(world, chance);
  return [from, (from + 1 + below(world.servers.length - 1, chance)) % world.servers.length];
}

const onLink =
  (type: 'cut' | 'heal', linksOf: (link: Link) => readonly Link[]): Act =>
  (world, chance) => {
    const link = anyLink(world, chance);
    return link === null ? null : { type, links: linksOf(link) };
  };

export const cutOne = onLink('cut', (link) => [link]);
export const cutBoth = onLink('cut', (link) => bothWays(...link));
export const healOne = onLink('heal', (link) => bothWays(...link));
export const healAll: Act = () => ({ type: 'heal', links: null });
/** Cuts every link between two groups, each server in either by chance. */
export const partition: Act = (world, chance) => {
  const groups: [number[], number[]] = [[], []];
  for (const { id } of world.servers) groups[chance() < 0.5 ? 0 : 1].push(id);
  const links = linksBetween(groups);
  return links.length === 0 ? null : { type: 'cut', links };
};

/** One of four clients asks for something, now and then with its answer lost. */
export const request: Act = (world, chance) => ({
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

/** A lease rests on true time: on timers that fire no sooner than they should, and on messages that take a while. */
export const unlessLeased =
  (act: Act): Act =>
  (world, chance) =>
    world.options.reads === 'lease' ? null : act(world, chance);

export const timeout = unlessLeased(atServer('timeout', 'running'));

export const snapshot: Act = (world, chance) => {
  const server = someone(world, 'running', chance);
  return server === undefined ? null : { type: 'snapshot', server };
};

export const transfer: Act = (world, chance) => ({
  type: 'transfer',
  target: anybody(world, chance),
});

export const reconfigure: Act = (world, chance) => {
  if (chance() < 0.25) {
    const voters = world.servers.map(({ id }) => id).filter(() => chance() < 0.7);
    if (voters.length === 0) return null;
    return { type: 'reconfigure', change: { kind: 'set', voters } };
  }
  const kind = choose(chance, 'add', 'add', 'addLearner', 'remove', 'promote');
  return { type: 'reconfigure', change: { kind, server: anybody(world, chance) } };
};

/** One server more or less, at any leader there is. */
function changeOf(server: number, world: World, chance: Chance): Command | null {
  const leader = pick(
    world.servers.filter(({ role }) => role === 'leader'),
    chance,
  );
  if (leader === undefined) return null;
  const kind = leader.configuration.voters.includes(server) ? 'remove' : 'add';
  return { type: 'reconfigure', change: { kind, server }, at: leader.id };
}

export const changeByOne: Act = (world, chance) => changeOf(anybody(world, chance), world, chance);

/**
 * A disk is replaced only once its server is removed, everybody else knows it for good, and nothing that it said
 * before is under way. Else who still counts on its vote could win with it, and it has forgotten what it promised.
 * Each time this comes up, it is one step nearer to that.
 */
export const replaceDisk: Act = (world, chance) => {
  const server = someone(world, 'crashed', chance);
  if (server === undefined) return null;
  if (!isGoneForGood(world, server)) return removal(server, world, chance);
  const said = inFlight(world).find(({ message }) => message.from === server);
  if (said !== undefined) return { type: 'drop', message: said.id };
  return { type: 'restart', server, lose: ['all'] };
};

/** A server that knows nothing yet, or any more, takes part. */
export const welcomeBack: Act = (world, chance) => {
  const blank = world.servers.find((one) => isBlank(one) && world.conditions[one.id] === 'running');
  return blank === undefined ? null : changeOf(blank.id, world, chance);
};

const isBlank = ({ log, currentTerm }: World['servers'][number]): boolean =>
  currentTerm === 0 && log.snapshotIndex + log.length === 0;

function removal(server: number, world: World, chance: Chance): Command | null {
  const command = changeOf(server, world, chance);
  const isRemoval = command?.type === 'reconfigure' && command.change.kind === 'remove';
  return isRemoval ? command : null;
}

function isGoneForGood(world: World, server: number): boolean {
  const { servers, durable } = world;
  const committed = Math.max(...servers.map(({ commitIndex }) => commitIndex));
  const others = servers.filter(({ id }) => id !== server);
  if (!isHarmless(world, server)) return false;
  const isSettled = others.every(
    ({ id, configuration, configurationIndex }) =>
      durable[id] === null &&
      configurationIndex <= committed &&
      !members(configuration).includes(server),
  );
  return isSettled && others.some(({ configuration }) => configuration.voters.length > 0);
}

/** Without its disk it takes the first configuration for true: the others in that must know better. */
function isHarmless({ setup, servers }: World, server: number): boolean {
  const voters = servers.slice(0, servers.length - (setup.spares ?? 0));
  const others = voters.filter(({ id }) => id !== server);
  return (
    server >= voters.length ||
    (others.length > 0 && others.every(({ log }) => log.snapshotIndex + log.length > 0))
  );
}

/** A client that waits asks again, anybody. */
export const retry: Act = (world, chance) => {
  const client = pick(
    world.clients.filter(({ pending }) => pending !== null),
    chance,
  );
  return client === undefined
    ? null
    : { type: 'retry', client: client.id, at: anybody(world, chance) };
};

/** Other conditions from now on. */
export const change: Act = (world, chance) => {
  const link = anyLink(world, chance);
  const isLeased = world.options.reads === 'lease';
  const changed: Partial<Options> = {
    latencyMs: choose<Options['latencyMs']>(chance, [1, 60], [5, 15], [1, 250], [10, 10]),
    lossRate: choose(chance, 0, 0, 0.05, 0.3),
    duplicateRate: choose(chance, 0, 0, 0.1, 0.5),
    heartbeatIntervalMs: choose(chance, 50, 20, 120),
    maxEntriesPerAppend: choose(chance, 1, 2, 100),
    backtracking: choose(chance, 'decrement', 'binarySearch', 'conflictTerm'),
    retryRejectedAtOnce: choose(chance, true, false),
    clientLatencyMs: choose(chance, 0, 0, 15),
    links:
      chance() < 0.3 && link !== null
        ? { [linkKey(...link)]: { lossRate: 0.6, latencyMs: [1, 400] } }
        : {},
    servers: chance() < 0.3 ? { [anybody(world, chance)]: { backtracking: 'conflictTerm' } } : {},
    ...variants(chance),
    ...bentBy(world.rulesOff),
    // A lease rests on what everybody promised before.
    ...(isLeased ? { leaderStickiness: true } : unleased(chance)),
  };
  const options = optionsWith(world.options, changed);
  return { type: 'options', options, rulesOff: world.rulesOff };
};

const unleased = (chance: Chance): Partial<Options> => ({
  electionTimeoutMs: choose<Options['latencyMs']>(
    chance,
    [150, 300],
    [150, 300],
    [100, 140],
    [300, 900],
  ),
  reads: choose(chance, 'log', 'readIndex'),
  clockRate: chance() < 0.3 ? { 0: choose(chance, 0.4, 1.1, 2.5) } : {},
});
