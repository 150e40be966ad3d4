/** The loads, idle and committing one at a time, on the cluster of the house and on the yardstick. */

import type { Server } from '../../src/raft/index.ts';
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

/**
 * `commit`: one command at a time, put to the leader with nobody waiting for it, as the yardstick does; `client`: the
 * same asked by a client of the house, with its session, its timer and its answer.
 */
export type Load = 'idle' | 'commit' | 'client';

const options: Options = { ...paperOptions, heartbeatIntervalMs: 75, latencyMs: [10, 10] };
/** The conditions that the yardstick has built in. */
export const benchSetup = (servers: number): Setup => plainSetup(servers, 7, options);
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

function settled(servers: number): World {
  const world = worldOf(benchSetup(servers));
  while (leaderOf(world) === null || world.time < settledMs) advance(world);
  return world;
}

/** The house without checks, history and words. */
export function house(servers: number, load: Load, forSeconds: number): Pace {
  const world = settled(servers);
  const before = { commit: committed(world), time: world.time };
  let received = 0;
  const leader = leaderOf(world) ?? 0;
  const took = repeat(forSeconds, () => {
    if (load === 'commit' && isSettled(world.servers[leader] as Server))
      act(world, leader, { type: 'clientRequest', command }, 'client');
    if (load === 'client' && !isWaiting(world)) execute(world, set);
    if (advance(world)?.kind === 'receive') received += 1;
  });
  return {
    messages: received / took,
    commits: (committed(world) - before.commit) / took,
    simulated: (world.time - before.time) / 1000 / took,
  };
}

const isSettled = ({ log, lastApplied }: Server): boolean => lastApplied === log.length;
const isWaiting = ({ clients }: World): boolean =>
  clients[0] !== undefined && clients[0].pending !== null;

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
  const cluster = new Mut(servers, 7) as unknown as Yardstick;
  while (cluster.lead() === null || cluster.t < settledMs) cluster.step();
  const { delivered, t } = cluster;
  const commit = cluster.lead()?.commit ?? 0;
  const took = repeat(forSeconds, () => {
    const leader = load === 'idle' ? null : cluster.lead();
    if (leader !== null && leader.log.len === leader.commit) cluster.propose('v');
    cluster.step();
  });
  return {
    messages: (cluster.delivered - delivered) / took,
    commits: ((cluster.lead()?.commit ?? 0) - commit) / took,
    simulated: (cluster.t - t) / 1000 / took,
  };
}
