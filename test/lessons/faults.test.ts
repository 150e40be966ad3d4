/** What lessons 16 and 18 say of every order of messages, and of every reign. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inFlight } from '../../src/sim/index.ts';
import { Cluster } from '../support/world.ts';
import { lessonOf } from './lab.ts';

/** A run of lesson 16 in which twelve messages arrived; a copy of each is held back. */
function bagOfTwelve(): { cluster: Cluster; copies: readonly number[] } {
  const cluster = new Cluster(lessonOf(16).setup);
  const copies: number[] = [];
  for (let count = 0; copies.length < 12; count += 1) {
    const next = inFlight(cluster.world).find(({ held }) => !held);
    if (next === undefined) {
      cluster.set('x', String(count));
      continue;
    }
    cluster.give({ type: 'duplicate', message: next.id });
    const copy = cluster.world.lastMessageId;
    cluster.give({ type: 'hold', message: copy });
    copies.push(copy);
    cluster.give({ type: 'deliver', message: next.id });
  }
  return { cluster, copies };
}

/** Where nothing may fall: how far each has committed, and what the leader has measured. */
const measures = (cluster: Cluster): readonly number[] => [
  ...cluster.world.servers.map(({ commitIndex }) => commitIndex),
  ...['S2', 'S3'].map((name) => cluster.progress('S1', name).matchIndex),
];

test('whatever arrives again, and in whatever order, nothing breaks and nothing falls', () => {
  const order = fc.shuffledSubarray([...Array(12).keys()], { minLength: 12 });
  const twice = fc.array(fc.boolean(), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(order, twice, (places, isTwice) => {
      const { cluster, copies } = bagOfTwelve();
      const logs = cluster.logs();
      let before = measures(cluster);
      for (const place of places) {
        const message = copies[place] as number;
        if (isTwice[place]) cluster.give({ type: 'duplicate', message });
        cluster.give({ type: 'release', message }).settle();
        const now = measures(cluster);
        expect(now.every((measure, at) => measure >= (before[at] ?? 0))).toBe(true);
        expect(cluster.logs()).toEqual(logs);
        before = now;
      }
      expect(cluster.broken).toEqual([]);
    }),
    { seed: 16, numRuns: 150 },
  );
});

const longestRunMs = 120_000;

/** So many election timeouts of lesson 18, and how long each reign was. */
function reigns(cluster: Cluster, timeouts: number): readonly number[] {
  const since = new Map<number, number>();
  const lengths: number[] = [];
  for (let left = timeouts; left > 0; ) {
    const event = cluster.next(longestRunMs);
    // Where a leader is obeyed by all there are no timeouts to wait for.
    if (event === null || event.time > longestRunMs) break;
    if (event.kind === 'electionTimeout') left -= 1;
    for (const [id, { role }] of cluster.world.servers.entries()) {
      const began = since.get(id);
      if (role === 'leader' && began === undefined) since.set(id, event.time);
      if (role === 'leader' || began === undefined) continue;
      lengths.push(event.time - began);
      since.delete(id);
    }
  }
  return [...lengths, ...[...since.values()].map((began) => cluster.world.time - began)];
}

/** Lesson 18 with only these links: S3 leads and reaches three others, S4 reaches S2 alone. */
const partial = ({ seed = 1, preVote = false }): Cluster => {
  const { setup } = lessonOf(18);
  const cluster = new Cluster({ ...setup, seed, options: { ...setup.options, preVote } });
  return cluster.cut('S1', 'S4').cut('S1', 'S5').cut('S2', 'S5').cut('S3', 'S4').cut('S4', 'S5');
};

// One timeout is not always enough: who lags behind in terms first learns the present one by being refused.
test('without PreVote no reign outlasts two of the longest timeouts, a heartbeat and a round trip', () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const cluster = partial({ seed });
    const { electionTimeoutMs, heartbeatIntervalMs, latencyMs } = cluster.world.options;
    const longest = 2 * electionTimeoutMs[1] + heartbeatIntervalMs + 2 * latencyMs[1];
    const lengths = reigns(cluster, 100);
    expect(lengths.length).toBeGreaterThan(15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(longest);
    expect(cluster.broken).toEqual([]);
  }
});

test('with PreVote there is one reign, and S4 stays in term 1', () => {
  const cluster = partial({ preVote: true });
  expect(reigns(cluster, 100).length).toBe(1);
  expect([cluster.leader(), cluster.term('S3'), cluster.term('S4')]).toEqual(['S3', 1, 1]);
});

test('a leader that one follower hears commits nothing in fifty timeouts, until it checks its quorum', () => {
  const few = (run: string): Cluster =>
    new Cluster(lessonOf(18, run).setup).cut('S4', 'S1').cut('S4', 'S3');
  const alone = few('a leader that one follower hears, with PreVote');
  expect(reigns(alone, 50).length).toBe(1);
  expect(alone.server('S4').commitIndex).toBe(1);
  const checked = few('the same with CheckQuorum');
  checked.run(3000);
  expect([checked.leader(), checked.term('S2')]).toEqual(['S2', 2]);
});
