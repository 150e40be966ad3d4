/** What may happen in a storm, and what ends it. */
import { members, type Operation, type Switch } from '../../src/raft/index.ts';
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
/** One of these, as likely as any other. */
export const choose = <T>(chance: Chance, ...list: readonly T[]): T => pick(list, chance) as T;
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

const cutOne = onLink('cut', (link) => [link]);
const cutBoth = onLink('cut', (link) => bothWays(...link));
const healOne = onLink('heal', (link) => bothWays(...link));
const healAll: Act = () => ({ type: 'heal', links: null });
const partition: Act = (world, chance) => {
  const groups: [number[], number[]] = [[], []];
  for (const { id } of world.servers) groups[chance() < 0.5 ? 0 : 1].push(id);
  const links = linksBetween(groups);
  return links.length === 0 ? null : { type: 'cut', links };
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

/** A lease rests on true time: on timers that fire no sooner than they should, and on messages that take a while. */
const unlessLeased =
  (act: Act): Act =>
  (world, chance) =>
    world.options.reads === 'lease' ? null : act(world, chance);

const timeout = unlessLeased(atServer('timeout', 'running'));

const snapshot: Act = (world, chance) => {
  const server = someone(world, 'running', chance);
  return server === undefined ? null : { type: 'snapshot', server };
};

const transfer: Act = (world, chance) => ({ type: 'transfer', target: anybody(world, chance) });

const reconfigure: Act = (world, chance) => {
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

const changeByOne: Act = (world, chance) => changeOf(anybody(world, chance), world, chance);

/**
 * A disk is replaced only once its server is removed, everybody else knows it for good, and nothing that it said
 * before is under way. Else who still counts on its vote could win with it, and it has forgotten what it promised.
 * Each time this comes up, it is one step nearer to that.
 */
const replaceDisk: Act = (world, chance) => {
  const server = someone(world, 'crashed', chance);
  if (server === undefined) return null;
  if (!isGoneForGood(world, server)) return removal(server, world, chance);
  const said = inFlight(world).find(({ message }) => message.from === server);
  if (said !== undefined) return { type: 'drop', message: said.id };
  return { type: 'restart', server, lose: ['all'] };
};

/** A server that knows nothing yet, or any more, takes part. */
const welcomeBack: Act = (world, chance) => {
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
  const link = anyLink(world, chance);
  const isLeased = world.options.reads === 'lease';
  const options: Options = {
    ...world.options,
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

/** Where the absence of a rule shows soonest. */
const bends: Partial<Record<Switch, Partial<Options>>> = {
  'commit.currentTerm': {
    noop: false,
    snapshotEvery: null,
    diskLatencyMs: 0,
    maxEntriesPerAppend: 1,
  },
  'config.joint': { membership: 'joint' },
  'config.ownTermFirst': { membership: 'single', noop: false, diskLatencyMs: 0 },
  'read.confirmLeadership': { reads: 'readIndex' },
  'snapshot.ignoreOlder': { snapshotEvery: 1 },
};

export const bentBy = (rulesOff: readonly Switch[]): Partial<Options> =>
  Object.assign({}, ...rulesOff.map((rule) => bends[rule] ?? {}));

/** What of the protocol may be otherwise, at any time. */
export const variants = (chance: Chance): Partial<Options> => ({
  noop: choose(chance, true, false),
  preVote: choose(chance, true, false),
  checkQuorum: choose(chance, true, false),
  leaderStickiness: choose(chance, true, false),
  membership: choose(chance, 'joint', 'single'),
  snapshotEvery: choose(chance, null, null, 1, 3, 10),
  diskLatencyMs: choose(chance, 0, 0, 2, 15, 60),
});

const acts: readonly (readonly [weight: number, act: Act])[] = [
  [16, request],
  [2, retry],
  [4, atServer('crash', 'running')],
  [5, atServer('restart', 'crashed')],
  [2, atServer('pause', 'running')],
  [4, atServer('resume', 'paused')],
  [4, timeout],
  [2, atServer('heartbeat', 'running')],
  [3, cutOne],
  [2, cutBoth],
  [3, partition],
  [3, healOne],
  [3, healAll],
  [3, unlessLeased(onMessage('deliver', false))],
  [3, onMessage('drop', false)],
  [3, onMessage('duplicate', false)],
  [3, unlessLeased(onMessage('hold', false))],
  [4, onMessage('release', true)],
  [3, change],
  [2, snapshot],
  [2, transfer],
  [6, reconfigure],
  [2, replaceDisk],
  [2, welcomeBack],
];

/** What befalls it more often where a rule is missing that only rare turns bring out. */
const turns: Partial<Record<Switch, readonly Act[]>> = {
  'persist.votedFor': [
    timeout,
    timeout,
    atServer('crash', 'running'),
    atServer('restart', 'crashed'),
  ],
  'config.ownTermFirst': [changeByOne, changeByOne, timeout, partition, healAll],
};

const weights = acts.reduce((sum, [weight]) => sum + weight, 0);

/** The next thing to befall the cluster; null when there is nothing it could befall. */
export function nextAct(world: World, chance: Chance): Command | null {
  const own = world.rulesOff.flatMap((rule) => turns[rule] ?? []);
  if (own.length > 0 && chance() < 0.75) return choose(chance, ...own)(world, chance);
  let left = chance() * weights;
  for (const [weight, act] of acts) {
    left -= weight;
    if (left < 0) return act(world, chance);
  }
  return null;
}

/** Virtual time has a grain, which a scenario file keeps to. */
export const inMicroseconds = (ms: number): number => Math.round(ms * 1000) / 1000;

/** How long nothing befalls it, in virtual ms: often not at all, at times for an election. */
export function lull(chance: Chance): number {
  const length = chance();
  if (length < 0.35) return 0;
  return inMicroseconds(length < 0.85 ? length * 60 : length * 400);
}

/** What makes the weather calm: all links mended, everybody up, nothing lost or held back. */
export function calming(world: World): Command[] {
  const { latencyMs, electionTimeoutMs, heartbeatIntervalMs } = paperOptions;
  const calm = { latencyMs, electionTimeoutMs, heartbeatIntervalMs, lossRate: 0, duplicateRate: 0 };
  const { reads, clockRate, diskLatencyMs } = world.options;
  const options: Options = {
    ...world.options,
    ...calm,
    clockRate: reads === 'lease' ? clockRate : {},
    diskLatencyMs: Math.min(diskLatencyMs, 15),
    // A read waits for an entry of its leader's term (Thesis §6.4), which may be the no-op or nothing.
    noop: world.options.noop || reads !== 'log',
    // Who was removed and never heard of it stands again and again; only loyalty to a leader keeps it quiet (§6).
    leaderStickiness: true,
    links: {},
    servers: {},
  };
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
