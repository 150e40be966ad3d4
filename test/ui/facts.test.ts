/** What the bar and the rows say in numbers, and what a form lets through. */
import { expect, test } from 'vitest';
import { inFlight, leaderOf } from '../../src/sim/index.ts';
import { createSession, judgeSession } from '../../src/store/index.ts';
import { operationOf } from '../../src/ui/clients/request.ts';
import { factsOf } from '../../src/ui/header/Facts.tsx';
import { apartIn } from '../../src/ui/phone/apart.ts';
import { trafficOf } from '../../src/ui/phone/traffic.ts';

const setA = {
  type: 'request',
  client: 'c1',
  operation: { type: 'set', key: 'A', value: '1' },
} as const;

test('every message in flight is counted once where it comes from and once where it goes', () => {
  const session = createSession();
  session.seek(400);
  session.do(setA);
  const { world } = session.store.getState().timeline;
  const leader = leaderOf(world) as number;
  expect(trafficOf(world, leader).sent).toBe(4);
  const counts = world.servers.map(({ id }) => trafficOf(world, id));
  const many = inFlight(world).length;
  expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(many);
  expect(counts.reduce((sum, { coming }) => sum + coming, 0)).toBe(many);
});

test('what was committed stays so when the only server that knew it crashes', async () => {
  const session = createSession();
  await judgeSession(session);
  session.seek(400);
  session.do(setA);
  const committed = () => factsOf(session.store.getState().timeline)[2]?.value;
  for (let left = 100; committed() === '0' && left > 0; left -= 1) session.next();
  const leader = leaderOf(session.store.getState().timeline.world) as number;
  session.do({ type: 'crash', server: leader });
  expect(committed()).toBe('1');
});

test('a sign that turns the text around it is no part of a value', () => {
  const asked = operationOf('set', { key: 'A', value: '\u202Eabc', expected: '' });
  expect(asked).toMatchObject({ ok: false, error: { field: 'value' } });
});

test('a phone says what is cut: sides by name and count, else the links', () => {
  const session = createSession();
  const said = () =>
    apartIn(session.store.getState().timeline).map(({ names, text }) => `${names}|${text}`);
  expect(said()).toEqual([]);
  const link = (a: number, b: number) => [[a, b] as const, [b, a] as const];
  session.do({ type: 'cut', links: link(0, 1) });
  expect(said()).toEqual(['|1 link cut']);
  session.do({ type: 'cut', links: [0, 1].flatMap((a) => [2, 3, 4].flatMap((b) => link(a, b))) });
  session.do({ type: 'heal', links: link(0, 1) });
  expect(said()).toEqual(['S1 S2|2 of 5: no majority', 'S3 S4 S5|3 of 5: a majority']);
});
