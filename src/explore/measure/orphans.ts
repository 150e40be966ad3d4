/**
 * Followers that have just had the last heartbeat of their leader (§9.3): their logs are of different lengths, so that some of
 * them cannot win, and the heartbeat came to all at once, which makes split votes likely.
 */
import type { Seed, VirtualMs } from '../../base/index.ts';
import type { Entry } from '../../raft/index.ts';
import {
  type InitialServer,
  type Options,
  paperOptions,
  plainSetup,
  type World,
  worldOf,
} from '../../sim/index.ts';
import { below, type Chance, chanceOf } from '../chance.ts';

/** One way, in broadcast times: there and back to all of four others at once takes one on average (§9.3). */
const oneWay = [0.5 / 15, 10.5 / 15] as const;
const term = 1;

export interface Orphans {
  readonly world: World;
  /** Chance for what else the trial draws. */
  readonly chance: Chance;
}

/** @param servers the crashed leader among them */
export function orphans(
  seed: Seed,
  servers: number,
  electionTimeoutMs: Options['electionTimeoutMs'],
  broadcastMs: VirtualMs,
): Orphans {
  const latencyMs = [oneWay[0] * broadcastMs, oneWay[1] * broadcastMs] as const;
  const chance = chanceOf(seed, 64);
  const lengths = shuffled(servers - 1, chance);
  const initial: Record<number, InitialServer> = { 0: { running: false, currentTerm: term } };
  for (const [place, length] of lengths.entries())
    initial[place + 1] = { currentTerm: term, log: entries(length) };
  const options = { ...paperOptions, latencyMs, electionTimeoutMs };
  const world = worldOf({ ...plainSetup(servers, seed, options), initial });
  return { world, chance };
}

const entries = (count: number): Entry[] =>
  Array.from({ length: count }, () => ({ term, payload: { type: 'noop' } }));

/** 1 to `count`, in any order. */
function shuffled(count: number, chance: Chance): number[] {
  const all = Array.from({ length: count }, (_, place) => place + 1);
  for (let place = count - 1; place > 0; place -= 1) {
    const other = below(place + 1, chance);
    const one = all[place] as number;
    all[place] = all[other] as number;
    all[other] = one;
  }
  return all;
}
