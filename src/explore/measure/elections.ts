/** How long a cluster is without a leader (§9.3, Figure 16), and how many elections it takes. */
import type { Options } from '../../sim/index.ts';
import { orphans } from './orphans.ts';
import { hasWon, type Trial, timeOf, valueIn } from './trial.ts';

/** Longer than this nobody waits: the axis of Figure 16 ends before. */
const patienceMs = 20_000;

/**
 * Virtual ms from the crash of a leader to the next one. It crashes at any time within its heartbeat interval, which is half
 * of the least election timeout, after a heartbeat to all.
 */
export const downtime =
  (electionTimeoutMs: Options['electionTimeoutMs']): Trial =>
  (seed, values) => {
    const servers = valueIn(values, 'servers');
    const broadcastMs = valueIn(values, 'broadcastMs');
    const { world, chance } = orphans(seed, servers, electionTimeoutMs, broadcastMs);
    const crashedAt = chance() * (electionTimeoutMs[0] / 2);
    return timeOf(world, patienceMs, hasWon) - crashedAt;
  };

const leastTimeoutMs = 150;

/** Elections begun until one is won: 1 where no vote is split. */
export const electionsNeeded =
  (servers: number): Trial =>
  (seed, values) => {
    const electionTimeoutMs = [
      leastTimeoutMs,
      leastTimeoutMs + valueIn(values, 'spreadMs'),
    ] as const;
    const { world } = orphans(seed, servers, electionTimeoutMs, valueIn(values, 'broadcastMs'));
    timeOf(world, patienceMs, hasWon);
    return Math.max(...world.servers.map(({ currentTerm }) => currentTerm)) - 1;
  };
