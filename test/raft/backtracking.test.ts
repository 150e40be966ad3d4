/** How many requests each strategy needs to find the match point: the table of the lesson about it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Backtracking } from '../../src/raft/index.ts';
import { figure7 } from '../support/clusters.ts';
import { type Cluster, world } from '../support/world.ts';

const strategies = ['decrement', 'binarySearch', 'conflictTerm'] as const satisfies Backtracking[];
const repeat = (count: number, term: number): number[] => Array.from({ length: count }, () => term);
const alternating = (count: number, from: number): number[] =>
  Array.from({ length: count }, (_, place) => from + 2 * place);

/** S1, just elected with `leader` as its log, and S2, repaired by heartbeats. */
function repaired(
  leader: readonly number[],
  follower: readonly number[],
  backtracking: Backtracking,
): Cluster {
  const currentTerm = Math.max(...leader, ...follower) + 1;
  return world(
    { S1: { role: 'leader', currentTerm, log: leader }, S2: { currentTerm, log: follower } },
    { options: { backtracking, maxEntriesPerAppend: 10_000 } },
  )
    .heartbeat('S1')
    .settle();
}

const requestsIn = (cluster: Cluster): number =>
  cluster.events
    .flatMap(({ sent }) => sent)
    .filter(({ message }) => message.type === 'AppendEntriesRequest').length;

const cases = [
  ['S3 empty, the leader re-elected with 3 entries', [1, 1, 1], [], 4, 3, 2],
  ['Fig. 7 a', figure7.leader, figure7.a, 2, 6, 2],
  ['Fig. 7 b', figure7.leader, figure7.b, 7, 6, 2],
  ['Fig. 7 e', figure7.leader, figure7.e, 6, 5, 3],
  ['Fig. 7 f', figure7.leader, figure7.f, 8, 6, 3],
  [
    '64 entries, the last 32 of one bad term',
    repeat(64, 1),
    [...repeat(32, 1), ...repeat(32, 2)],
    33,
    8,
    2,
  ],
  [
    '32 entries, the last 16 of odd and of even terms',
    [...repeat(16, 1), ...alternating(16, 3)],
    [...repeat(16, 1), ...alternating(16, 2)],
    17,
    7,
    17,
  ],
  ['1000 entries, an empty follower', repeat(1000, 1), [], 1001, 11, 2],
] as const;

for (const [name, leader, follower, ...counts] of cases) {
  describe(`requests from the first probe to the one that carries what is missing: ${name}`, () => {
    strategies.forEach((backtracking, place) => {
      test(`${backtracking}: ${counts[place]}`, () => {
        const cluster = repaired(leader, follower, backtracking);
        expect(requestsIn(cluster)).toBe(counts[place]);
        expect(cluster.log('S2')).toEqual(leader);
        expect(cluster.broken).toEqual([]);
      });
    });
  });
}

test('a binary search sends empty probes, and one request with entries at its end', () => {
  const cluster = repaired(repeat(64, 1), [], 'binarySearch');
  const sizes = cluster.events
    .flatMap(({ sent }) => sent)
    .flatMap(({ message }) => ('entries' in message ? [message.entries.length] : []));
  expect(sizes.slice(0, -1).every((size) => size === 0)).toBe(true);
  expect(sizes.at(-1)).toBe(64);
});

test('a conflict-term leader falls back to one step where the follower gives no hint', () => {
  const cluster = world(
    { S1: { role: 'leader', currentTerm: 2, log: [1, 1, 1] }, S2: {} },
    { options: { backtracking: 'conflictTerm', servers: { 1: { backtracking: 'decrement' } } } },
  );
  cluster.heartbeat('S1').settle();
  expect(requestsIn(cluster)).toBe(4);
});

describe('§5.3 the hint of a refusal', () => {
  const hint = (own: number[], index: number, term: number) => {
    const cluster = world(
      { S1: { role: 'leader', currentTerm: 9, log: repeat(index, term) }, S2: { log: own } },
      { options: { backtracking: 'conflictTerm' } },
    );
    return cluster.heartbeat('S1').deliver('S1>S2').sent[0];
  };
  test('names the term in conflict and the first index of it', () => {
    expect(hint([1, 2, 2, 2], 4, 3)).toMatchObject({ conflictTerm: 2, conflictIndex: 2 });
  });
  test('names the end of a log that is too short, and no term', () => {
    const refusal = hint([1, 2], 4, 3);
    expect(refusal).toMatchObject({ conflictIndex: 3 });
    expect(refusal).not.toHaveProperty('conflictTerm');
  });
});

test('doubled and late answers never move matchIndex beyond what is equal, nor nextIndex below it', () => {
  // Two logs that can be: alike up to some index, and of different terms behind it.
  const tail = (...terms: number[]) =>
    fc.array(fc.constantFrom(...terms), { maxLength: 8 }).map((list) => list.sort());
  const logs = fc.tuple(fc.nat(5), tail(1, 3, 5), tail(2, 4)).map(
    ([shared, a, b]) =>
      [
        [...repeat(shared, 1), ...a],
        [...repeat(shared, 1), ...b],
      ] as const,
  );
  const picks = fc.array(fc.nat(20), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(
      logs,
      picks,
      fc.constantFrom(...strategies),
      ([leader, follower], order, backtracking) => {
        const options = { backtracking, duplicateRate: 0.5, maxEntriesPerAppend: 2 };
        const cluster = world(
          { S1: { role: 'leader', currentTerm: 6, log: leader }, S2: { log: follower } },
          { options, seed: order.length },
        );
        cluster.heartbeat('S1');
        for (const pick of order) {
          const waiting = cluster.world.waiting;
          if (waiting.length === 0) cluster.heartbeat('S1');
          else cluster.give({ type: 'deliver', message: waiting[pick % waiting.length]!.id });
          const { nextIndex, matchIndex } = cluster.progress('S1', 'S2');
          expect(nextIndex).toBeGreaterThan(matchIndex);
          expect(cluster.log('S2').slice(0, matchIndex)).toEqual(leader.slice(0, matchIndex));
        }
        cluster.options({ duplicateRate: 0 }).settle().heartbeat('S1').settle();
        expect(cluster.log('S2').slice(0, leader.length)).toEqual(leader);
      },
    ),
    { seed: 7, numRuns: 150 },
  );
});
