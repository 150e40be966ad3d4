/** What clients saw, and whether any order of their operations explains it. */
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { isLinearizable, type Observed } from '../../src/check/linearizability.ts';
import { play, sameTold, type Value } from '../../src/check/model.ts';
import type { Operation } from '../../src/raft/index.ts';
import { forgeAnswer } from '../support/forge.ts';
import { type Cluster, world } from '../support/world.ts';

const count: Operation = { type: 'incr', key: 'n' };
const read: Operation = { type: 'get', key: 'n' };
const told = (value: string | null) => ({ ok: true, value });
const broken = (cluster: Cluster, operation: Operation, value: string | null, serial: number) =>
  forgeAnswer(cluster, operation, told(value), { serial }).map(({ property }) => property);

describe('without sessions, each time a command was sent it may have taken effect, or not', () => {
  const times = 40;
  const counted = (): Cluster => {
    const cluster = world({ S1: {} }, { options: { sessions: false } });
    expect(forgeAnswer(cluster, count, told('1'), { attempt: times })).toEqual([]);
    return cluster;
  };
  test.each(['1', '2', '20', String(times)])('a read of %s', (value) => {
    expect(broken(counted(), read, value, 2)).toEqual([]);
  });
  test.each([null, '0', String(times + 1)])('but none of %s', (value) => {
    expect(broken(counted(), read, value, 2)).toEqual(['Linearizability']);
  });
  test('nor of less than was read before', () => {
    const cluster = counted();
    expect(broken(cluster, read, '7', 2)).toEqual([]);
    expect(broken(cluster, read, '6', 3)).toEqual(['Linearizability']);
  });
});

/** By the definition: some order of all that was answered, and of any that were not, explains every answer. */
function hasOrder(left: readonly Observed[], value: Value): boolean {
  if (left.every(({ told }) => told === null)) return true;
  return left.some((one, place) => {
    // Nothing that had returned before its call may come after it.
    if (left.some((other) => other.return < one.call)) return false;
    const played = play(value, one.operation);
    if (one.told !== null && !sameTold(played.told, one.told)) return false;
    return hasOrder(left.toSpliced(place, 1), played.value);
  });
}

test('the search finds an order exactly where there is one', () => {
  const found = { true: 0, false: 0 };
  for (let seed = 1; seed <= 4000; seed += 1) {
    const observed = randomHistory(seed);
    const expected = hasOrder(observed, null);
    expect(isLinearizable(observed, null), JSON.stringify(observed)).toBe(expected);
    found[`${expected}`] += 1;
  }
  expect(found.true).toBeGreaterThan(500);
  expect(found.false).toBeGreaterThan(500);
});

const kinds: readonly Operation[] = [
  count,
  count,
  read,
  read,
  { type: 'set', key: 'n', value: '1' },
  { type: 'set', key: 'n', value: '2' },
  { type: 'cas', key: 'n', expected: '1', value: '2' },
  { type: 'delete', key: 'n' },
];

/** Up to seven operations that overlap, some of them unanswered, most told what was true at some time. */
function randomHistory(seed: number): readonly Observed[] {
  let counter = 0;
  const below = (end: number): number => Math.floor(draw(seed, 1, counter++) * end);
  let value: Value = null;
  return Array.from({ length: 2 + below(6) }, (_, place): Observed => {
    const operation = kinds[below(kinds.length)] as Operation;
    const call = 2 * place - below(5);
    const played = play(below(4) > 0 ? value : String(below(3)), operation);
    const isUnanswered = below(4) === 0;
    if (!isUnanswered || below(2) === 0) value = played.value;
    return isUnanswered
      ? { operation, call, return: Infinity, told: null }
      : { operation, call, return: call + below(8), told: played.told };
  });
}
