/** How long a read takes, by how it is served (Thesis §6.4). */
import type { Reads } from '../../raft/index.ts';
import {
  advanceTo,
  execute,
  leaderOf,
  paperOptions,
  plainSetup,
  worldOf,
} from '../../sim/index.ts';
import { chanceOf } from '../chance.ts';
import { hasWon, type Trial, timeOf, valueIn } from './trial.ts';

/** Virtual ms from a GET at the leader to its answer, in a quiet cluster of five that has written before. */
export const readLatency =
  (reads: Reads): Trial =>
  (seed, values) => {
    const chance = chanceOf(seed, 66);
    const latencyMs = valueIn(values, 'latencyMs');
    const options = {
      ...paperOptions,
      reads,
      latencyMs: [latencyMs / 2, (latencyMs * 3) / 2] as const,
      // What a read by the log waits for and the others do not.
      diskLatencyMs: valueIn(values, 'diskLatencyMs'),
      noop: true,
      leaderStickiness: reads === 'lease',
    };
    const world = worldOf(plainSetup(5, seed, options));
    timeOf(world, 20_000, hasWon);
    execute(world, {
      type: 'request',
      client: 'c1',
      operation: { type: 'set', key: 'x', value: '1' },
    });
    advanceTo(world, world.time + 300 + chance() * 100);
    const askedAt = world.time;
    const at = leaderOf(world) ?? 0;
    const told = execute(world, {
      type: 'request',
      client: 'c2',
      operation: { type: 'get', key: 'x' },
      at,
    });
    const isAnswered = (clients: readonly { what: string; client: string }[]): boolean =>
      clients.some(({ what, client }) => what === 'answered' && client === 'c2');
    if (told.ok && isAnswered(told.value.clients)) return 0;
    return timeOf(world, askedAt + 5000, ({ clients }) => isAnswered(clients)) - askedAt;
  };
