/** The log table and the lines of the clients say what the world says. */
import { expect, test } from 'vitest';
import { leaderOf, paperOptions, profiles } from '../../src/sim/index.ts';
import { createSession, type Session } from '../../src/store/index.ts';
import { clientLines } from '../../src/ui/clients/progress.ts';
import { operationOf } from '../../src/ui/clients/request.ts';
import { maxOf, sliders, wrongWith } from '../../src/ui/conditions/sliders.ts';
import { columnsOf, rowsOf } from '../../src/ui/logs/rows.ts';
import { shortcuts } from '../../src/ui/shortcuts/table.ts';

const timelineOf = (session: Session) => session.store.getState().timeline;

function withLeader(): { session: Session; leader: number } {
  const session = createSession();
  session.seek(400);
  return { session, leader: leaderOf(timelineOf(session).world) as number };
}

const setA = {
  type: 'request',
  client: 'c1',
  operation: { type: 'set', key: 'A', value: '1' },
} as const;

function line(session: Session) {
  const { world, run } = timelineOf(session);
  return clientLines(world, run.setup.names)[0];
}

test('the leader knows the others, and nobody knows the leader', () => {
  const { session, leader } = withLeader();
  const rows = rowsOf(timelineOf(session));
  expect(rows[leader]).toMatchObject({ isLeader: true, matchIndex: null, nextIndex: null });
  expect(rows.filter(({ isLeader }) => !isLeader).map(({ nextIndex }) => nextIndex)).toEqual([
    1, 1, 1, 1,
  ]);
});

test('the window holds the last columns until it is moved', () => {
  const { session } = withLeader();
  for (let key = 0; key < 20; key += 1) {
    session.do({ ...setA, client: `c${key}` });
    session.seekHeartbeat(1);
  }
  session.seek(3000);
  const rows = rowsOf(timelineOf(session));
  const cells = [50, 40] as const;
  expect(columnsOf(rows, 320, cells, null)).toMatchObject({ from: 14, last: 21 });
  expect(columnsOf(rows, 320, cells, 3).indexes).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
  expect(columnsOf(rows, 320, cells, 99).from).toBe(14);
  expect(columnsOf(rows, 2000, cells, null)).toMatchObject({ from: 1, cell: 50 });
  // The columns become narrower before any of them goes out of sight.
  expect(columnsOf(rows, 1000, cells, null)).toMatchObject({ from: 1, cell: 40 });
});

test('a command goes through its states one by one', () => {
  const { session } = withLeader();
  session.do(setA);
  const states: string[] = [];
  while (states.at(-1) !== 'answered: done' && states.length < 99) {
    const { state = '' } = line(session) ?? {};
    if (states.at(-1) !== state) states.push(state);
    session.next();
  }
  expect(states).toEqual([
    expect.stringMatching(/^entry 1 of S\d, sent to 4: waiting for a majority$/),
    'acknowledged, on 2 of 5: waiting for a majority',
    'committed on a majority, not yet applied',
    'answered: done',
  ]);
});

test('the quorum counts what the leader knows, not what is so', () => {
  const { session } = withLeader();
  session.do(setA);
  expect(line(session)?.quorums).toEqual([{ half: 'all', held: 1, sent: 4, size: 5, needed: 3 }]);
});

test('a leader that is down gives no answer, and the line says when the client asks again', () => {
  const { session, leader } = withLeader();
  session.do(setA);
  session.do({ type: 'crash', server: leader });
  const name = `S${leader + 1}`;
  expect(line(session)?.state).toBe(
    `sent to ${name}, which is down: no answer · asks again in 1 s`,
  );
});

test('without a majority the line says how many can be reached', () => {
  const { session, leader } = withLeader();
  const others = [0, 1, 2, 3, 4].filter((id) => id !== leader);
  for (const server of others.slice(0, 3)) session.do({ type: 'crash', server });
  session.do(setA);
  expect(line(session)?.state).toMatch(/^waiting for a majority: only 2 of 5 can be reached/);
});

test('fields become an operation, or one sentence about one field', () => {
  const fields = { key: ' A ', value: '1', expected: '' };
  expect(operationOf('set', fields)).toEqual({
    ok: true,
    value: { type: 'set', key: 'A', value: '1' },
  });
  expect(operationOf('get', { ...fields, value: '' }).ok).toBe(true);
  expect(operationOf('cas', fields)).toMatchObject({ error: { field: 'expected' } });
  expect(operationOf('set', { ...fields, key: 'a b' })).toMatchObject({ error: { field: 'key' } });
  expect(operationOf('set', { ...fields, value: 'x'.repeat(25) })).toMatchObject({
    error: { field: 'value' },
  });
});

test('a slider reads what it writes, and reaches the values of every profile', () => {
  for (const options of Object.values(profiles)) {
    for (const slider of sliders) {
      expect(slider.read({ ...options, ...slider.write(options, 42) })).toBe(42);
      expect(slider.read(options)).toBeLessThanOrEqual(maxOf(slider, options));
      expect(slider.read(options)).toBeGreaterThanOrEqual(slider.min);
    }
  }
  expect(wrongWith(paperOptions)).toBeNull();
  expect(wrongWith({ ...paperOptions, latencyMs: [20, 10] })).toContain('latency');
});

test('no key means two things', () => {
  const heard = shortcuts.flatMap((shortcut) => shortcut.heard);
  expect(new Set(heard).size).toBe(heard.length);
});
