/** The loads, on the cluster of the house and on the yardstick. */
import { log as logs, type Server } from '../../src/raft/index.ts';
import { act } from '../../src/sim/act.ts';
import {
  advance,
  execute,
  leaderOf,
  type Options,
  paperOptions,
  plainSetup,
  type Setup,
  type World,
  worldOf,
} from '../../src/sim/index.ts';
import { repeat } from './measure.ts';
import { Mut } from './yardstick.mjs';

interface Facts {
  /** How many commands the leader has out at a time; 0: nobody asks for anything. */
  readonly outstanding: number;
  /** What is asked of the house before each step of it. */
  readonly ask: (world: World, leader: number, outstanding: number) => void;
  readonly options?: Partial<Options>;
}

/** What is asked of a cluster. The yardstick knows no clients, snapshots and changes: there it is asked to commit. */
export const loads = {
  idle: { outstanding: 0, ask: () => {} },
  /** Put to the leader with nobody waiting for it, as the yardstick does. */
  commit: { outstanding: 1, ask: put },
  burst: { outstanding: 64, ask: put, options: { maxEntriesPerAppend: 1 } },
  snapshot: { outstanding: 1, ask: put, options: { snapshotEvery: 100 } },
  /** Who is away meanwhile would stand if it did not ask first. */
  joint: { outstanding: 1, ask: putAndChange, options: { preVote: true } },
  /** Asked by a client of the house, with its session, its timer and its answer. */
  client: { outstanding: 1, ask: askAsClient },
} as const satisfies Record<string, Facts>;

export type Load = keyof typeof loads;

const options: Options = { ...paperOptions, heartbeatIntervalMs: 75, latencyMs: [10, 10] };
/** The conditions that the yardstick has built in. */
export const benchSetup = (servers: number, load: Load = 'idle'): Setup =>
  plainSetup(servers, 7, { ...options, ...(loads[load] as Facts).options });
/** By then a leader is elected, and nothing is left of the election. */
const settledMs = 2000;

/** What a load achieved, a processor second. */
export interface Pace {
  readonly messages: number;
  readonly commits: number;
  /** Virtual seconds. */
  readonly simulated: number;
}

const operation = { type: 'set', key: 'k', value: 'v' } as const;
/** The command that is committed over and over. */
export const set = { type: 'request', client: 'c1', operation } as const;
const command = { operation, clientId: null, serial: 0 };

function put(world: World, leader: number, outstanding: number): void {
  while (waiting(world.servers[leader] as Server) < outstanding)
    act(world, leader, { type: 'clientRequest', command }, 'client');
}

const waiting = ({ log, lastApplied }: Server): number => logs.lastIndex(log) - lastApplied;

// One server goes and comes back, over and over, each time through a joint configuration (§6).
function putAndChange(world: World, leader: number, outstanding: number): void {
  put(world, leader, outstanding);
  const { configuration, configurationIndex, commitIndex } = world.servers[leader] as Server;
  if (configuration.outgoing !== null || configurationIndex > commitIndex) return;
  const server = leader === 0 ? 1 : 0;
  const kind = configuration.voters.includes(server) ? 'remove' : 'add';
  execute(world, { type: 'reconfigure', change: { kind, server } });
}

function askAsClient(world: World): void {
  const client = world.clients[0];
  if (client === undefined || client.pending === null) execute(world, set);
}

function settled(servers: number, load: Load): World {
  const world = worldOf(benchSetup(servers, load));
  while (leaderOf(world) === null || world.time < settledMs) advance(world);
  return world;
}

/** The house without checks, history and words. */
export function house(servers: number, load: Load, forSeconds: number): Pace {
  const world = settled(servers, load);
  const before = { commit: committed(world), time: world.time };
  let received = 0;
  const leader = leaderOf(world) ?? 0;
  const { outstanding, ask } = loads[load] as Facts;
  const took = repeat(forSeconds, () => {
    ask(world, leader, outstanding);
    if (advance(world)?.kind === 'receive') received += 1;
  });
  return {
    messages: received / took,
    commits: (committed(world) - before.commit) / took,
    simulated: (world.time - before.time) / 1000 / took,
  };
}

const committed = (world: World): number => world.servers[leaderOf(world) ?? 0]?.commitIndex ?? 0;

/** The part of the yardstick that is used. */
interface Yardstick {
  readonly t: number;
  readonly delivered: number;
  step(): void;
  propose(value: string): void;
  lead(): { readonly commit: number; readonly log: { readonly len: number } } | null;
}

export function yardstick(servers: number, load: Load, forSeconds: number): Pace {
  const { outstanding, options } = loads[load] as Facts;
  const cluster = new Mut(servers, 7, options?.maxEntriesPerAppend) as unknown as Yardstick;
  while (cluster.lead() === null || cluster.t < settledMs) cluster.step();
  const { delivered, t } = cluster;
  const commit = cluster.lead()?.commit ?? 0;
  const took = repeat(forSeconds, () => {
    const leader = outstanding === 0 ? null : cluster.lead();
    while (leader !== null && leader.log.len - leader.commit < outstanding) cluster.propose('v');
    cluster.step();
  });
  return {
    messages: (cluster.delivered - delivered) / took,
    commits: ((cluster.lead()?.commit ?? 0) - commit) / took,
    simulated: (cluster.t - t) / 1000 / took,
  };
}
