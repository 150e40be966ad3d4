import { describe, expect, test } from 'vitest';
import { type Configuration, majority, members, voteOutcome } from '../../src/raft/index.ts';
import { isReplicated } from '../../src/raft/quorum.ts';

const config = (voters: number[], outgoing: number[] | null = null): Configuration => ({
  voters,
  outgoing,
  learners: [],
});

test('a majority is more than half', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 101].map(majority)).toEqual([1, 2, 2, 3, 3, 4, 4, 51]);
});

describe('a vote is pending, won or lost', () => {
  test.each([
    [1, 0, 0, 'pending'],
    [1, 1, 0, 'won'],
    [3, 1, 0, 'pending'],
    [3, 1, 1, 'pending'],
    [3, 2, 0, 'won'],
    [3, 1, 2, 'lost'],
    [4, 2, 1, 'pending'],
    [4, 2, 2, 'lost'],
    [4, 3, 1, 'won'],
    [5, 2, 2, 'pending'],
    [5, 3, 2, 'won'],
    [5, 2, 3, 'lost'],
  ] as const)('of %i: %i granted, %i refused: %s', (size, granted, refused, outcome) => {
    const ids = Array.from({ length: size }, (_, id) => id);
    const split = voteOutcome(
      config(ids),
      ids.slice(0, granted),
      ids.slice(granted, granted + refused),
    );
    expect(split).toBe(outcome);
  });

  test('the voice of a server that has no vote counts for nothing', () => {
    expect(voteOutcome(config([0, 1, 2]), [0, 7, 8], [])).toBe('pending');
    expect(voteOutcome(config([0, 1, 2]), [0], [7, 8])).toBe('pending');
  });

  test.each([
    ['both halves won', [0, 1, 3, 4], [], 'won'],
    ['only the new half', [0, 1], [], 'pending'],
    ['only the old half', [3, 4], [], 'pending'],
    ['the new half lost', [3, 4], [0, 1], 'lost'],
    ['the old half lost', [0, 1], [3, 4], 'lost'],
    ['the old half lost, the new one open', [], [3, 4], 'lost'],
  ] as const)('in a joint configuration: %s', (_name, granted, refused, outcome) => {
    expect(voteOutcome(config([0, 1, 2], [3, 4, 5]), granted, refused)).toBe(outcome);
  });
});

describe('an entry is replicated when a majority of each half holds it', () => {
  const holds =
    (...ids: number[]) =>
    (id: number): number =>
      ids.includes(id) ? 5 : 4;
  test.each([
    ['two of three', [0, 1, 2], null, [0, 1], true],
    ['one of three', [0, 1, 2], null, [0], false],
    ['half of four', [0, 1, 2, 3], null, [0, 1], false],
    ['a stranger does not count', [0, 1, 2], null, [0, 9], false],
    ['both halves', [0, 1, 2], [2, 3, 4], [0, 2, 3], true],
    ['the new half alone', [0, 1, 2], [2, 3, 4], [0, 1], false],
    ['the old half alone', [0, 1, 2], [2, 3, 4], [3, 4], false],
  ] as [string, number[], number[] | null, number[], boolean][])(
    '%s',
    (_name, voters, outgoing, holders, expected) => {
      expect(isReplicated(config(voters, outgoing), 5, holds(...holders))).toBe(expected);
    },
  );
});

test('members are the voters of both halves and the learners, each once, in order', () => {
  expect(members(config([2, 0]))).toEqual([2, 0]);
  expect(members({ voters: [3, 1], outgoing: [1, 0], learners: [7, 2] })).toEqual([0, 1, 2, 3, 7]);
});
