import { describe, expect, test } from 'vitest';
import { sortedMap } from '../../src/base/index.ts';
import { answered, apply, emptyMachine, type Machine } from '../../src/kv/index.ts';
import type { Operation, Payload } from '../../src/raft/index.ts';

const of = (operation: Operation, serial = 0, clientId: string | null = null): Payload => ({
  type: 'command',
  command: { operation, clientId, serial },
});
const set = (key: string, value: string): Operation => ({ type: 'set', key, value });
const get = (key: string): Operation => ({ type: 'get', key });
const remove = (key: string): Operation => ({ type: 'delete', key });
const cas = (key: string, expected: string, value: string): Operation => ({
  type: 'cas',
  key,
  expected,
  value,
});
const incr = (key: string): Operation => ({ type: 'incr', key });

/** What these commands answer, in order, and what is left. */
function played(...operations: Operation[]) {
  let machine: Machine = emptyMachine;
  const outcomes = operations.map((operation) => {
    const result = apply(machine, of(operation), true);
    machine = result.machine;
    return result.outcome;
  });
  return { outcomes, data: Object.fromEntries(sortedMap.entries(machine.data)) };
}

test('SET and GET', () => {
  const { outcomes, data } = played(get('A'), set('A', '1'), get('A'), set('A', '2'), get('A'));
  const ok = { ok: true };
  expect(outcomes).toEqual([
    { ok: true, value: null },
    ok,
    { ok: true, value: '1' },
    ok,
    { ok: true, value: '2' },
  ]);
  expect(data).toEqual({ A: '2' });
});

test('DELETE, also of a key that is not there', () => {
  const { outcomes, data } = played(set('A', '1'), set('B', '2'), remove('A'), remove('X'));
  expect(outcomes.slice(2)).toEqual([{ ok: true }, { ok: true }]);
  expect(data).toEqual({ B: '2' });
});

test('CAS changes a key only from the value expected, and answers with what was in the way', () => {
  const { outcomes, data } = played(
    cas('A', '0', '1'),
    set('A', '1'),
    cas('A', '0', '2'),
    cas('A', '1', '2'),
  );
  expect(outcomes).toEqual([
    { ok: false, value: null },
    { ok: true },
    { ok: false, value: '1' },
    { ok: true },
  ]);
  expect(data).toEqual({ A: '2' });
});

describe('INCR counts in decimal text', () => {
  test.each([
    [null, '1'],
    ['0', '1'],
    ['41', '42'],
    ['-1', '0'],
    ['+7', '8'],
    ['007', '8'],
    ['9007199254740993', '9007199254740994'],
  ])('from %s to %s', (from, to) => {
    const { outcomes, data } = played(...(from === null ? [] : [set('n', from)]), incr('n'));
    expect(outcomes.at(-1)).toEqual({ ok: true, value: to });
    expect(data).toEqual({ n: to });
  });
  test.each(['', 'x', '1.5', ' 1', '1e3', '--1'])('and fails at %j, which stays', (value) => {
    const { outcomes, data } = played(set('n', value), incr('n'));
    expect(outcomes.at(-1)).toEqual({ ok: false, value });
    expect(data).toEqual({ n: value });
  });
});

test('an entry that no client asked for changes nothing and answers nobody', () => {
  expect(apply(emptyMachine, { type: 'noop' }, true)).toEqual({
    machine: emptyMachine,
    outcome: null,
  });
});

test('the machine before stays as it was', () => {
  const { machine } = apply(emptyMachine, of(set('A', '1')), true);
  apply(machine, of(set('A', '2')), true);
  expect(sortedMap.get(machine.data, 'A')).toBe('1');
});

describe('§8 exactly once', () => {
  const first = apply(emptyMachine, of(incr('n'), 1, 'c1'), true).machine;

  test('a command that was executed is answered again, and not executed again', () => {
    const again = apply(first, of(incr('n'), 1, 'c1'), true);
    expect(again).toEqual({ machine: first, outcome: { ok: true, value: '1' } });
  });
  test('the next command of the client is executed, and so is another client’s first', () => {
    expect(apply(first, of(incr('n'), 2, 'c1'), true).outcome).toEqual({ ok: true, value: '2' });
    expect(apply(first, of(incr('n'), 1, 'c2'), true).outcome).toEqual({ ok: true, value: '2' });
  });
  test('an older command that comes late is not executed', () => {
    const second = apply(first, of(incr('n'), 2, 'c1'), true).machine;
    expect(apply(second, of(incr('n'), 1, 'c1'), true).machine).toBe(second);
  });
  test('without it every copy counts', () => {
    expect(apply(first, of(incr('n'), 1, 'c1'), false).outcome).toEqual({ ok: true, value: '2' });
  });
  test('a command nobody waits for has no session', () => {
    const once = apply(emptyMachine, of(incr('n'), 1, null), true).machine;
    expect(once.sessions).toBeNull();
    expect(apply(once, of(incr('n'), 1, null), true).outcome).toEqual({ ok: true, value: '2' });
  });
  test('what was answered is known for the commands executed, and only those', () => {
    const command = (serial: number, clientId: string | null = 'c1') => ({
      operation: incr('n'),
      clientId,
      serial,
    });
    expect(answered(first, command(1))).toEqual({ ok: true, value: '1' });
    expect(answered(first, command(2))).toBeNull();
    expect(answered(first, command(1, 'c2'))).toBeNull();
    expect(answered(first, command(1, null))).toBeNull();
  });
});

describe('Thesis §6.3 sessions expire', () => {
  /** The machine after these commands of clients, each `client serial`, at the indexes from 1. */
  function keeping(limit: number, ...asked: string[]): { machine: Machine; outcomes: unknown[] } {
    let machine: Machine = emptyMachine;
    const outcomes = asked.map((one, place) => {
      const [clientId = '', serial] = one.split(' ');
      const result = apply(machine, of(incr('n'), Number(serial), clientId), true, {
        limit,
        index: place + 1,
      });
      machine = result.machine;
      return result.outcome;
    });
    return { machine, outcomes };
  }
  const shown = ({ sessions }: Machine) => Object.fromEntries(sortedMap.entries(sessions));
  const gone = { ok: false, expired: true };

  test('the least recently used goes when there is one too many', () => {
    expect(shown(keeping(2, 'c1 1', 'c2 1', 'c1 2', 'c3 1').machine)).toEqual({
      c1: { serial: 2, outcome: { ok: true, value: '3' }, usedAt: 3 },
      c2: { serial: 1, outcome: gone },
      c3: { serial: 1, outcome: { ok: true, value: '4' }, usedAt: 4 },
    });
  });
  test('a retry is use', () => {
    const { machine } = keeping(2, 'c1 1', 'c2 1', 'c1 1', 'c3 1');
    expect(shown(machine)).toMatchObject({ c1: { usedAt: 3 }, c2: { outcome: gone } });
  });
  test('what was executed is not executed again, whatever its serial, nor anything after it', () => {
    const { machine, outcomes } = keeping(1, 'c1 1', 'c2 1', 'c1 1', 'c1 2');
    expect(outcomes.slice(2)).toEqual([gone, gone]);
    expect(sortedMap.get(machine.data, 'n')).toBe('2');
  });
  test('who is refused takes no session from anybody', () => {
    expect(shown(keeping(1, 'c1 1', 'c2 1', 'c1 2', 'c2 2').machine)).toMatchObject({
      c2: { serial: 2, outcome: { ok: true, value: '3' } },
    });
  });
  test('what a leader knows of an expired session, it says at once', () => {
    const { machine } = keeping(1, 'c1 1', 'c2 1');
    const command = { operation: incr('n'), clientId: 'c1', serial: 7 };
    expect(answered(machine, command)).toEqual(gone);
  });
  test('a command without a client opens no session', () => {
    const first = keeping(1, 'c1 1').machine;
    const { machine } = apply(first, of(incr('n'), 0, null), true, { limit: 1, index: 2 });
    expect(machine.sessions).toBe(first.sessions);
  });
  test('where nothing is deduplicated, an expired client is served all the same, and has a session again', () => {
    const { machine } = keeping(1, 'c1 1', 'c2 1');
    const served = apply(machine, of(incr('n'), 1, 'c1'), false, { limit: 1, index: 3 });
    expect(served.outcome).toEqual({ ok: true, value: '3' });
    expect(shown(served.machine)).toMatchObject({ c1: { usedAt: 3 }, c2: { outcome: gone } });
  });
});
