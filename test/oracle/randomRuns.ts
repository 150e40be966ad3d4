/** Runs of random clusters, options, faults and clients, each from one seed; made to reach every kind of event. */
import { draw } from '../../src/base/index.ts';
import type { Operation, Switch } from '../../src/raft/index.ts';
import {
  advance,
  bothWays,
  type Command,
  type CrewChange,
  type Event,
  execute,
  inFlight,
  linksBetween,
  type Options,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';

/** Throws of one seed, in order. */
interface Dice {
  readonly chance: (share: number) => boolean;
  readonly below: (count: number) => number;
  readonly one: <T>(...of: readonly T[]) => T;
}

function diceOf(seed: number): Dice {
  let count = 0;
  const next = (): number => {
    count += 1;
    return draw(seed, 0x6000_0000, count);
  };
  const below = (most: number): number => Math.floor(next() * most);
  return { chance: (share) => next() < share, below, one: (...of) => of[below(of.length)]! };
}

/** Every option that servers play by, each as the paper has it more often than not. */
function optionsOf({ chance, one }: Dice): Options {
  return {
    ...paperOptions,
    latencyMs: one<Options['latencyMs']>([5, 15], [5, 15], [1, 60], [10, 10]),
    clientTimeoutMs: one(300, 1000),
    clientLatencyMs: one(0, 0, 12),
    lossRate: one(0, 0, 0, 0.1),
    duplicateRate: one(0, 0, 0.1),
    maxEntriesPerAppend: one(100, 2, 1),
    noop: chance(0.4),
    preVote: chance(0.3),
    checkQuorum: chance(0.3),
    leaderStickiness: chance(0.3),
    backtracking: one('decrement', 'binarySearch', 'conflictTerm'),
    retryRejectedAtOnce: chance(0.8),
    reads: one('log', 'log', 'readIndex', 'lease', 'local'),
    membership: one('joint', 'single'),
    snapshotEvery: one(null, null, 3, 8),
    diskLatencyMs: one(0, 0, 0, 3, 30),
    clockRate: chance(0.1) ? { 0: 1.3 } : {},
    sessions: chance(0.9),
    sessionLimit: one(null, null, 1, 2),
    servers: chance(0.1) ? { 1: { preVote: true, backtracking: 'conflictTerm' } } : {},
  };
}

function operation({ below, one }: Dice, { seq }: World): Operation {
  const key = one('a', 'b', 'n');
  const value = `${seq}`;
  return one<Operation>(
    { type: 'set', key, value },
    { type: 'set', key, value },
    { type: 'incr', key: 'n' },
    { type: 'get', key },
    { type: 'get', key },
    { type: 'delete', key },
    { type: 'cas', key, expected: `${below(3)}`, value },
  );
}

function request(dice: Dice, world: World): Command {
  return {
    type: 'request',
    client: dice.one('c1', 'c1', 'c2', 'c3'),
    operation: operation(dice, world),
    loseReply: dice.chance(0.1),
    ...(dice.chance(0.1) ? { at: dice.below(world.servers.length) } : {}),
  };
}

function fault({ one, below, chance }: Dice, world: World): Command {
  const server = below(world.servers.length);
  const other = (server + 1 + below(Math.max(1, world.servers.length - 1))) % world.servers.length;
  const half = world.servers.flatMap(({ id }) => (chance(0.5) ? [id] : []));
  const rest = world.servers.flatMap(({ id }) => (half.includes(id) ? [] : [id]));
  return one<Command>(
    { type: 'crash', server },
    { type: 'restart', server },
    { type: 'restart', server },
    { type: 'pause', server },
    { type: 'resume', server },
    { type: 'resume', server },
    { type: 'cut', links: chance(0.5) ? [[server, other]] : bothWays(server, other) },
    { type: 'cut', links: linksBetween([half, rest]) },
    { type: 'heal', links: null },
    { type: 'heal', links: null },
    { type: 'timeout', server },
    { type: 'heartbeat', server },
    { type: 'retry', client: 'c1' },
  );
}

function errand({ one, below, chance }: Dice, world: World): Command {
  const { length } = world.servers;
  const server = below(length);
  const voters = world.servers.map(({ id }) => id).filter(() => chance(0.6));
  const change = one<CrewChange>(
    { kind: 'add', server },
    { kind: 'addLearner', server },
    { kind: 'remove', server },
    { kind: 'promote', server },
    { kind: 'set', voters: voters.length > 0 ? voters : [server] },
  );
  return one<Command>(
    { type: 'snapshot', server },
    { type: 'transfer', target: server },
    { type: 'reconfigure', change },
    { type: 'reconfigure', change },
  );
}

function onMessage({ one, below }: Dice, world: World): Command | null {
  const flying = inFlight(world);
  const message = flying[below(flying.length)]?.id;
  const type = one('deliver', 'drop', 'duplicate', 'hold', 'release');
  return message === undefined ? null : { type, message };
}

function nextCommand(dice: Dice, world: World): Command | null {
  const kind = dice.below(100);
  if (kind < 45) return request(dice, world);
  if (kind < 70) return fault(dice, world);
  if (kind < 80) return errand(dice, world);
  if (kind < 97) return onMessage(dice, world);
  const options = { ...optionsOf(dice), diskLatencyMs: world.options.diskLatencyMs };
  return { type: 'options', options, rulesOff: world.rulesOff };
}

/** A world of 1 to 6 servers, one of them at times a spare that waits to be added. */
export function randomWorld(seed: number, rulesOff: readonly Switch[] = []): World {
  const dice = diceOf(seed);
  const servers = 1 + dice.below(6);
  const options = optionsOf(dice);
  const spares = servers > 2 ? dice.one(0, 0, 1) : 0;
  return worldOf({ ...plainSetup(servers, seed, options), spares, rulesOff });
}

/** An end to a run that stands still: far more events than any other has. */
const mostEvents = 50_000;

/** Plays one seed, every event shown to `look`, until it says that it has seen enough. */
export function randomRun(world: World, commands: number, look: (event: Event) => boolean): void {
  const dice = diceOf(world.setup.seed + 0x10_0000);
  let left = mostEvents;
  const show = (event: Event | null): boolean => {
    left -= 1;
    if (left < 0) throw new Error('the run stands still');
    return event !== null && look(event);
  };
  for (let count = 0; count < commands; count += 1) {
    const command = nextCommand(dice, world);
    const done = command === null ? null : execute(world, command);
    if (done?.ok && !show(done.value)) return;
    // At times the next command comes before anything else has happened.
    if (dice.chance(0.1)) continue;
    const until = world.time + dice.one(0, 0, 5, 30, 120, 400);
    for (let event = advance(world, until); event !== null; event = advance(world, until))
      if (!show(event)) return;
    world.time = Math.max(world.time, until);
  }
}
