import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { log as logs, type Payload } from '../../src/raft/index.ts';
import { entriesOf, setEntry } from '../support/logs.ts';

const { append, entryAt, lastIndex, lastTerm, logOf, slice, termAt, truncateAfter } = logs;
const of = (...terms: number[]) => logOf(entriesOf(terms));
const terms = (log: logs.Log): number[] => logs.entriesOf(log).map(({ term }) => term);

/** A log whose first entries a snapshot has replaced. */
const compacted: logs.Log = { ...of(3, 3, 4), snapshotIndex: 5, snapshotTerm: 2 };

describe('indexes start at 1, and 0 means before the log', () => {
  test('the ends of a log', () => {
    expect([lastIndex(of()), lastTerm(of())]).toEqual([0, 0]);
    expect([lastIndex(of(1, 2)), lastTerm(of(1, 2))]).toEqual([2, 2]);
    expect([lastIndex(compacted), lastTerm(compacted)]).toEqual([8, 4]);
    expect(lastTerm({ ...of(), snapshotIndex: 5, snapshotTerm: 2 })).toBe(2);
  });
  test('what lies outside has no entry and the term 0', () => {
    expect([0, 1, 2, 3].map((index) => termAt(of(4, 5), index))).toEqual([0, 4, 5, 0]);
    expect(entryAt(of(4), 0)).toBeUndefined();
    expect(entryAt(of(4), 2)).toBeUndefined();
  });
  test('behind a snapshot, whose own last term is still known', () => {
    expect([4, 5, 6, 8, 9].map((index) => termAt(compacted, index))).toEqual([0, 2, 3, 4, 0]);
    expect(entryAt(compacted, 5)).toBeUndefined();
    expect(entryAt(compacted, 8)?.term).toBe(4);
  });
});

describe('a log is a value over a shared buffer', () => {
  test('appending leaves the old value as it was, and copies nothing', () => {
    const short = of(1, 1);
    const long = append(short, { term: 2, payload: logs.noop });
    expect(terms(short)).toEqual([1, 1]);
    expect(terms(long)).toEqual([1, 1, 2]);
    expect(long.buffer).toBe(short.buffer);
  });
  test('truncating is a shorter look at the same buffer', () => {
    const long = of(1, 1, 2);
    const short = truncateAfter(long, 1);
    expect(terms(short)).toEqual([1]);
    expect(short.buffer).toBe(long.buffer);
    expect(truncateAfter(long, 3)).toBe(long);
    expect(terms(truncateAfter(long, 0))).toEqual([]);
    expect(lastIndex(truncateAfter(compacted, 6))).toBe(6);
  });
  test('appending an equal entry again takes the slot again: a replay copies nothing', () => {
    const long = append(of(1), setEntry(2, 'A', '1'));
    const again = append(truncateAfter(long, 1), setEntry(2, 'A', '1'));
    expect(again.buffer).toBe(long.buffer);
  });
  test('appending a different one parts the buffers, and the old value stays', () => {
    const long = of(1, 1, 1);
    const other = append(truncateAfter(long, 1), { term: 2, payload: logs.noop });
    expect(other.buffer).not.toBe(long.buffer);
    expect(terms(other)).toEqual([1, 2]);
    expect(terms(long)).toEqual([1, 1, 1]);
  });
  test('whatever is appended and cut, every version keeps its entries', () => {
    const act = fc.record({ cut: fc.nat(8), add: fc.array(fc.nat(2), { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        const versions: [logs.Log, number[]][] = [[of(), []]];
        acts.forEach(({ cut, add }, place) => {
          const [log, model] = versions[(place * 7) % versions.length]!;
          const kept = Math.min(cut, model.length);
          const next = add.reduce(
            (grown, term) => append(grown, { term, payload: logs.noop }),
            truncateAfter(log, kept),
          );
          versions.push([next, [...model.slice(0, kept), ...add]]);
        });
        for (const [log, model] of versions) expect(terms(log)).toEqual(model);
      }),
      { seed: 11, numRuns: 200 },
    );
  });
});

test('a slice has both ends, and an impossible one is an error of the program', () => {
  expect(slice(of(1, 2, 3), 2, 3).map(({ term }) => term)).toEqual([2, 3]);
  expect(slice(of(1, 2, 3), 3, 2)).toEqual([]);
  expect(slice(compacted, 6, 7).map(({ term }) => term)).toEqual([3, 3]);
  expect(() => slice(of(1), 0, 1)).toThrow('no entries 0 to 1');
  expect(() => slice(of(1), 1, 2)).toThrow('no entries 1 to 2');
});

test('the run of a term: where it begins, and where another log has it last', () => {
  const log = of(1, 2, 2, 2, 5);
  expect([1, 2, 3, 4, 5].map((index) => logs.firstIndexOfTerm(log, index))).toEqual([
    1, 2, 2, 2, 5,
  ]);
  expect(logs.firstIndexOfTerm(compacted, 7)).toBe(6);
  expect(logs.lastIndexOfTerm(log, 2, 5)).toBe(4);
  expect(logs.lastIndexOfTerm(log, 2, 3)).toBe(3);
  expect(logs.lastIndexOfTerm(log, 3, 5)).toBe(0);
  expect(logs.lastIndexOfTerm(log, 9, 5)).toBe(0);
  expect(logs.lastIndexOfTerm(log, 1, 99)).toBe(1);
});

describe('an entry’s identity is its content', () => {
  const command = (clientId: string | null, serial: number, value = '1'): Payload => ({
    type: 'command',
    command: { clientId, serial, operation: { type: 'cas', key: 'k', expected: '0', value } },
  });
  const config = (voters: number[], outgoing: number[] | null = null): Payload => ({
    type: 'config',
    configuration: { voters, outgoing, learners: [] },
  });
  const same = (a: Payload, b: Payload, terms = [1, 1]): boolean =>
    logs.sameEntry({ term: terms[0]!, payload: a }, { term: terms[1]!, payload: b });

  test.each([
    ['no-ops of one term', { type: 'noop' }, { type: 'noop' }, true],
    ['a command and its copy', command('c', 1), command('c', 1), true],
    ['another client', command('c', 1), command('d', 1), false],
    ['another serial', command('c', 1), command('c', 2), false],
    ['another operation', command('c', 1), command('c', 1, '2'), false],
    ['a command and a no-op', command('c', 1), { type: 'noop' }, false],
    ['equal configurations', config([0, 1], [1]), config([0, 1], [1]), true],
    ['other voters', config([0, 1]), config([0, 2]), false],
    ['one joint, one not', config([0, 1]), config([0, 1], [0]), false],
  ] as [string, Payload, Payload, boolean][])('%s', (_name, a, b, expected) => {
    expect(same(a, b)).toBe(expected);
  });
  test('the term is part of it', () => {
    expect(same(logs.noop, logs.noop, [1, 2])).toBe(false);
  });
  test('operations: type, key, and what they carry', () => {
    const { sameOperation } = logs;
    expect(sameOperation({ type: 'get', key: 'a' }, { type: 'get', key: 'a' })).toBe(true);
    expect(sameOperation({ type: 'get', key: 'a' }, { type: 'get', key: 'b' })).toBe(false);
    expect(sameOperation({ type: 'get', key: 'a' }, { type: 'delete', key: 'a' })).toBe(false);
    const set = (value: string) => ({ type: 'set', key: 'a', value }) as const;
    expect(sameOperation(set('1'), set('2'))).toBe(false);
    const cas = (expected: string) => ({ type: 'cas', key: 'a', expected, value: '1' }) as const;
    expect(sameOperation(cas('1'), cas('2'))).toBe(false);
  });
});
