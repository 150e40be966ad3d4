import { describe, expect, test } from 'vitest';
import { figure8 } from '../../support/figure8.ts';
import { accepted } from '../../support/logs.ts';
import { world } from '../../support/world.ts';

const leader = { role: 'leader', currentTerm: 3 } as const;

describe('§5.4.2 only entries of the leader’s current term are committed by counting replicas (Ldr4)', () => {
  for (const [log, matched, commit] of [
    [[1, 2], 1, 0],
    [[1, 2], 2, 0],
    [[1, 2, 3], 2, 0],
    [[1, 2, 3], 3, 3],
    [[3, 3, 3], 2, 2],
  ] as const) {
    test(`log [${log.join(' ')}], a majority up to ${matched}: commitIndex ${commit}`, () => {
      const cluster = world({ S1: { ...leader, log }, S2: {}, S3: {} });
      cluster.receive('S2>S1', accepted(3, matched));
      expect(cluster.server('S1').commitIndex).toBe(commit);
      expect(cluster.rules.includes('Ldr4')).toBe(commit > 0);
    });
  }
});

test('§5.4.2 an entry of the current term commits all before it indirectly', () => {
  const cluster = world({ S1: { ...leader, log: [1, 2] }, S2: { log: [1, 2] }, S3: { log: [1] } });
  cluster.heartbeat('S1').settle();
  expect(cluster.server('S1').commitIndex).toBe(0);
  expect(cluster.set('A', '1').settle().server('S1').commitIndex).toBe(3);
});

test('§5.4.2 the leader takes the highest index that a majority holds', () => {
  const cluster = world({ S1: { ...leader, log: [3, 3, 3] }, S2: {}, S3: {}, S4: {}, S5: {} });
  cluster.receive('S2>S1', accepted(3, 3)).receive('S3>S1', accepted(3, 1));
  expect(cluster.server('S1').commitIndex).toBe(1);
  expect(cluster.receive('S4>S1', accepted(3, 2)).server('S1').commitIndex).toBe(2);
});

test('Fig. 8 (c): entry 2 of term 2 is on a majority, and not committed', () => {
  const cluster = figure8('c');
  expect(cluster.logs()).toEqual({ S1: [1, 2, 4], S2: [1, 2], S3: [1, 2], S4: [1], S5: [1, 3] });
  expect(cluster.server('S1')).toMatchObject({ role: 'leader', currentTerm: 4, commitIndex: 0 });
});

test('Fig. 8 (d): so S5 may win and overwrite it, and nothing is broken', () => {
  const cluster = figure8('d');
  expect(cluster.role('S5')).toBe('leader');
  for (const name of ['S2', 'S3', 'S4', 'S5']) expect(cluster.log(name)).toEqual([1, 3]);
  expect(cluster.set('A', '1', { at: 'S5', client: 'c2' }).settle().server('S5').commitIndex).toBe(
    3,
  );
  expect(cluster.broken).toEqual([]);
});

test('Fig. 8 (e): with entry 4 on a majority S5 cannot win, and all before it is committed', () => {
  const cluster = figure8('e');
  expect(cluster.server('S1').commitIndex).toBe(3);
  cluster.crash('S1').restart('S5').timeout('S5').settle();
  for (const term of [5, 6]) {
    cluster.timeout('S5').settle();
    expect(cluster.server('S5')).toMatchObject({
      role: 'candidate',
      currentTerm: term,
      votesGranted: [4, 3],
    });
  }
  expect(cluster.broken).toEqual([]);
});

test('off, commit.currentTerm: in (c) entry 2 is committed, and (d) takes a committed entry away', () => {
  const rulesOff = ['commit.currentTerm'] as const;
  expect(figure8('c', rulesOff).server('S1').commitIndex).toBe(2);
  expect(figure8('d', rulesOff).broken).toContain('LeaderCompleteness');
});
