import { describe, expect, test } from 'vitest';
import { requestVote } from '../../support/logs.ts';
import { world } from '../../support/world.ts';

describe('§5.4.1 a voter denies its vote if its own log is more up to date (RV2)', () => {
  for (const [own, index, term, granted, why] of [
    [[], 0, 0, true, 'both are empty'],
    [[1], 0, 0, false, 'the empty one is behind'],
    [[1], 1, 1, true, 'they are equal'],
    [[1], 2, 1, true, 'equal last terms: the longer one is more up to date'],
    [[1, 1], 1, 1, false, 'equal last terms: the shorter one is not'],
    [[1, 1, 1], 1, 2, true, 'the later last term is more up to date, however short'],
    [[1, 2], 3, 1, false, 'the earlier last term is not, however long'],
    [[2], 2, 1, false, 'nor when it is longer by one'],
    [[1], 1, 2, true, 'the same length, a later term'],
    [[2], 1, 1, false, 'the same length, an earlier term'],
  ] as const) {
    test(`own [${own.join(' ')}], candidate ends at ${index} of term ${term}: ${why}`, () => {
      const cluster = world({ S1: { log: own, currentTerm: 3 }, S2: {}, S3: {} });
      cluster.receive('S2>S1', requestVote(4, 1, [index, term]));
      expect(cluster.rules).toContain('RV2');
      expect(cluster.sent).toMatchObject([{ voteGranted: granted }]);
      expect(cluster.votedFor('S1')).toBe(granted ? 'S2' : null);
    });
  }
});

test('§5.4.1 the RequestVote RPC includes information about the candidate’s log', () => {
  const cluster = world({ S1: { log: [1, 1, 4] }, S2: {} }).timeout('S1');
  expect(cluster.sent).toMatchObject([{ lastLogIndex: 3, lastLogTerm: 4 }]);
});

test('§5.4.1 a denied candidate’s term is adopted all the same', () => {
  const cluster = world({ S1: { log: [1, 2], currentTerm: 2 }, S2: {}, S3: {} });
  cluster.receive('S2>S1', requestVote(9, 1, [1, 1]));
  expect(cluster.server('S1')).toMatchObject({ currentTerm: 9, votedFor: null });
});

test('§5.4.1 a candidate that lacks a committed entry cannot win: it needs a voter that has it', () => {
  const held = { log: [1, 1], currentTerm: 1, commitIndex: 2 };
  const missing = { log: [1], currentTerm: 1 };
  const cluster = world({ S1: held, S2: held, S3: held, S4: missing, S5: missing });
  cluster.timeout('S4').settle();
  expect(cluster.server('S4')).toMatchObject({
    role: 'candidate',
    votesGranted: [3, 4],
    votesRefused: [0, 1, 2],
  });
  expect(cluster.timeout('S2').timeout('S2').settle().leader()).toBe('S2');
  expect(cluster.broken).toEqual([]);
});

test('off, vote.upToDate: the candidate without the entry wins, and Leader Completeness is broken', () => {
  const held = { log: [1, 1], currentTerm: 1, commitIndex: 2 };
  const missing = { log: [1], currentTerm: 1 };
  const starts = { S1: held, S2: held, S3: held, S4: missing, S5: missing };
  const cluster = world(starts, { rulesOff: ['vote.upToDate'] })
    .timeout('S4')
    .settle();
  expect(cluster.role('S4')).toBe('leader');
  expect(cluster.broken).toEqual(['LeaderCompleteness']);
});
