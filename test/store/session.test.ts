/** The run in hand: what gestures do to it, and what it tells its listeners. */
import { expect, test } from 'vitest';
import { leaderOf, plainSetup } from '../../src/sim/index.ts';
import { createSession, type Session, speeds, usualSpeed } from '../../src/store/index.ts';
import { encodeRun, momentOf, runOf } from '../../src/timeline/index.ts';

const stateOf = (session: Session) => session.store.getState();
const worldOf = (session: Session) => stateOf(session).timeline.world;

function elected(): Session {
  const session = createSession();
  session.seek(400);
  return session;
}

test('a first visit starts shortly before the first timer fires, and elects at the first try', () => {
  const session = createSession();
  const { time } = momentOf(stateOf(session).timeline);
  expect(Math.min(...worldOf(session).timers.dueAt) - time).toBeLessThan(45);
  expect(stateOf(session).speed).toBe(usualSpeed);
  session.seek(400);
  const leader = leaderOf(worldOf(session));
  expect(leader).not.toBeNull();
  expect(worldOf(session).servers.map(({ currentTerm }) => currentTerm)).toEqual([1, 1, 1, 1, 1]);
});

test('every gesture moves the version, and a step stands still', () => {
  const session = elected();
  session.play();
  const { version } = stateOf(session);
  session.next();
  expect(stateOf(session).version).toBe(version + 1);
  expect(stateOf(session).isPlaying).toBe(false);
});

test('a refused command says why and changes nothing', () => {
  const session = elected();
  const before = encodeRun(stateOf(session).timeline.run);
  expect(session.do({ type: 'restart', server: 0 })).toBe(false);
  expect(stateOf(session).trouble).toBe('S1 is running already.');
  expect(encodeRun(stateOf(session).timeline.run)).toBe(before);
  expect(session.do({ type: 'crash', server: 0 })).toBe(true);
  expect(stateOf(session).trouble).toBeNull();
});

test('a restart in the sandbox keeps the conditions and drops what was done', () => {
  const session = elected();
  session.setOptions({ lossRate: 0.2 });
  session.do({ type: 'crash', server: 1 });
  session.restart();
  const { run, world } = stateOf(session).timeline;
  expect(run.commands).toEqual([]);
  expect(world.options.lossRate).toBe(0.2);
  expect(world.time).toBe(0);
});

test('a restart of what was opened gives all of it again', () => {
  const source = elected();
  source.do({ type: 'crash', server: 1 });
  const { run } = stateOf(source).timeline;
  const session = createSession();
  session.open({ run, source: { kind: 'file', name: 'mine.yaml' }, speed: 1 });
  session.seek(500);
  session.do({ type: 'crash', server: 2 });
  session.restart();
  expect(stateOf(session).timeline.run).toEqual(run);
});

test('another number of servers or another seed is another run', () => {
  const session = elected();
  session.newRun({ servers: 9, seed: 11 });
  expect(worldOf(session).servers).toHaveLength(9);
  expect(worldOf(session).setup.seed).toBe(11);
  session.newRun({ servers: 1 });
  expect(worldOf(session).setup).toMatchObject({ names: ['S1'], seed: 11 });
});

test('a heartbeat on and back is where one was; where time stands still it is an event', () => {
  const session = elected();
  const before = momentOf(stateOf(session).timeline);
  session.seekHeartbeat(1);
  expect(momentOf(stateOf(session).timeline).time).toBe(before.time + 50);
  session.seekHeartbeat(-1);
  expect(momentOf(stateOf(session).timeline)).toEqual(before);
  const setup = { ...plainSetup(3, 1), timers: 'manual', delivery: 'manual' } as const;
  session.open({ run: runOf(setup), source: { kind: 'file', name: 'by hand' }, speed: 1 });
  session.do({ type: 'timeout', server: 0 });
  const byHand = momentOf(stateOf(session).timeline);
  session.seekHeartbeat(-1);
  expect(momentOf(stateOf(session).timeline)).toEqual({ seq: byHand.seq - 1, time: 0 });
  session.seekHeartbeat(1);
  session.seekHeartbeat(1);
  expect(momentOf(stateOf(session).timeline)).toEqual(byHand);
});

test('speeds are a scale with ends', () => {
  const session = createSession();
  for (let step = 0; step < 20; step += 1) session.shiftSpeed(1);
  expect(stateOf(session).speed).toBe(16);
  for (let step = 0; step < 20; step += 1) session.shiftSpeed(-1);
  expect(stateOf(session).speed).toBe(1 / 1000);
  expect(speeds).toContain(usualSpeed);
});
