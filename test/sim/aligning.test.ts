/** Election timers that run out together, and each by chance again. */
import { expect, test } from 'vitest';
import { alignedOptions, isAligned, spreadOptions } from '../../src/sim/index.ts';
import { alike } from '../support/clusters.ts';
import { type Cluster, running } from '../support/world.ts';

const aligned = (cluster: Cluster): Cluster => cluster.options(alignedOptions(cluster.world) ?? {});
const stands = (cluster: Cluster): number =>
  cluster.world.servers.filter(({ role }) => role === 'candidate').length;

test('all timers run out with the first of them, and nobody gets a majority', () => {
  const cluster = running(alike(5, {})).run(40);
  const first = Math.min(...cluster.world.timers.dueAt);
  aligned(cluster);
  expect(cluster.world.timers.dueAt).toEqual([first, first, first, first, first]);
  expect(isAligned(cluster.world)).toBe(true);
  cluster.run(first - cluster.world.time + 30);
  expect(stands(cluster)).toBe(5);
  expect(cluster.leader()).toBeNull();
});

test('spread, timers are drawn from the range of all again, and somebody wins', () => {
  const cluster = aligned(running(alike(5, {})).run(40));
  cluster.options(spreadOptions(cluster.world));
  expect(isAligned(cluster.world)).toBe(false);
  expect(new Set(cluster.world.timers.dueAt).size).toBe(5);
  cluster.runUntil((one) => one.leader() !== null, 2000);
});

test('other exceptions of a server stay, the leader and who is down keep theirs', () => {
  const servers = { 1: { noop: true } } as const;
  const cluster = running(
    { ...alike(4, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
    { options: { servers } },
  )
    .run(20)
    .crash('S4');
  aligned(cluster);
  const { options } = cluster.world;
  expect(Object.keys(options.servers)).toEqual(['1', '2']);
  expect(options.servers[1]).toMatchObject({ noop: true });
  expect(spreadOptions(cluster.world).servers).toEqual(servers);
});

test('a slow clock counts a shorter time, and is there with the others', () => {
  const cluster = running(alike(3, {}), { options: { clockRate: { 0: 0.5 } } }).run(30);
  aligned(cluster);
  expect(new Set(cluster.world.timers.dueAt).size).toBe(1);
});

test('one timer alone has nothing to be aligned with', () => {
  expect(alignedOptions(running({ S1: {} }).world)).toBeNull();
});
