/**
 * The climate of a storm: which variants of the protocol are played, and how disks and clocks are, by the seed. All of
 * them are called safe: reads by lease only where everybody is loyal to a leader and clocks are nearly equal, and local
 * reads never.
 */
import { type Options, optionsWith, plainSetup, type Setup } from '../../sim/index.ts';
import { type Chance, choose } from '../chance.ts';
import { bentBy, stormOptions, variants } from './conditions.ts';
import type { Storm } from './storm.ts';

/**
 * Clocks within one part in a hundred of the true one: a lease of 150 ms of a leader's own clock then ends 151.5 ms after
 * its round was sent. Who heard the round, at least 1 ms later, is loyal for another 148.5 ms; after that a vote, an
 * entry and its acknowledgement are 1 ms each on their way, so whatever could make a read stale comes after the lease.
 */
const leases = (servers: number, chance: Chance): Partial<Options> => ({
  reads: 'lease',
  leaderStickiness: true,
  clockRate: Object.fromEntries(ids(servers).map((id) => [id, 0.99 + chance() * 0.02])),
});

const confirmed = (servers: number, chance: Chance): Partial<Options> => ({
  reads: choose(chance, 'log', 'readIndex'),
  clockRate:
    chance() < 0.3
      ? Object.fromEntries(ids(servers).map((id) => [id, choose(chance, 1, 0.4, 1.1, 2.5)]))
      : {},
});

const ids = (count: number): number[] => Array.from({ length: count }, (_, id) => id);

/** The run of a storm at its start; `voters` servers, and up to two that wait to be added. */
export function climate({ servers: voters, seed, rulesOff }: Storm, chance: Chance): Setup {
  const spares = choose(chance, 0, 0, 1, 2);
  const servers = voters + spares;
  const reads = chance() < 0.25 ? leases(voters, chance) : confirmed(voters, chance);
  const options = optionsWith(stormOptions, variants(chance), reads, bentBy(rulesOff));
  // Onto the plain setup: a spread would be of another shape, and the world reads its setup all the time.
  return Object.assign(plainSetup(servers, seed, options), { rulesOff, spares });
}
