import { expect, test } from 'vitest';
import { log as logs } from '../../../src/raft/index.ts';
import { alike } from '../../support/clusters.ts';
import { type Cluster, running, world } from '../../support/world.ts';

const names = ['S1', 'S2', 'S3', 'S4', 'S5'];

/** Every choice of `count` of the names. */
function choices(of: readonly string[], count: number): string[][] {
  if (count === 0) return [[]];
  return of.flatMap((first, place) =>
    choices(of.slice(place + 1), count - 1).map((rest) => [first, ...rest]),
  );
}

test('§5.4.3 Fig. 9: whichever majority accepted the entry, and whichever is asked, the voter in both refuses', () => {
  for (const holders of choices(names, 3)) {
    const starts = names.map((name) => [
      name,
      holders.includes(name)
        ? { log: [1, 1], currentTerm: 1, commitIndex: 2 }
        : { log: [1], currentTerm: 1 },
    ]);
    for (const candidate of names.filter((name) => !holders.includes(name))) {
      const cluster = world(Object.fromEntries(starts)).timeout(candidate).settle();
      expect(cluster.role(candidate)).toBe('candidate');
    }
    for (const candidate of holders) {
      const cluster = world(Object.fromEntries(starts)).timeout(candidate).settle();
      expect(cluster.role(candidate)).toBe('leader');
    }
  }
});

test('§5.4.3 the new leader of a later term holds every entry committed before', () => {
  const cluster = running(alike(5, {}), { seed: 3 });
  for (let round = 0; round < 6; round += 1) {
    const leader = settled(cluster);
    cluster.set('K', String(round)).runUntil((c) => c.outcomes().length === round + 1);
    const { commitIndex, log } = cluster.server(leader);
    const committed = logs.slice(log, 1, commitIndex);
    const next = settled(cluster.crash(leader));
    expect(logs.slice(cluster.server(next).log, 1, commitIndex)).toEqual(committed);
    cluster.restart(leader);
  }
  expect(cluster.broken).toEqual([]);
});

function settled(cluster: Cluster): string {
  return cluster.runUntil((c) => c.leader() !== null, 10_000).leader() as string;
}

test('§5.4.3 servers apply exactly the same entries to their state machines, in the same order', () => {
  const cluster = running(alike(3, {}), {
    seed: 5,
    options: { lossRate: 0.2, duplicateRate: 0.2 },
  });
  settled(cluster);
  for (let count = 1; count <= 20; count += 1) cluster.incr('n', { client: `c${count % 3}` });
  cluster.runUntil((c) => c.world.servers.every(({ lastApplied }) => lastApplied >= 20));
  const applied = cluster.world.servers.map(({ log }) => logs.slice(log, 1, 20));
  expect(applied[1]).toEqual(applied[0]);
  expect(applied[2]).toEqual(applied[0]);
});
