/** What the page says of configurations, snapshots, slow disks and reads, as facts of a world. */
import { expect, test } from 'vitest';
import { log as logs, type Operation } from '../../src/raft/index.ts';
import { leaderOf, type Options, paperOptions, plainSetup } from '../../src/sim/index.ts';
import { createSession, type Session } from '../../src/store/index.ts';
import { openTimeline, runOf } from '../../src/timeline/index.ts';
import { clientLines } from '../../src/ui/clients/progress.ts';
import { changeText, configurationText, entryText } from '../../src/ui/logs/configuration.ts';
import { rowsOf } from '../../src/ui/logs/rows.ts';
import { labelOf } from '../../src/ui/stage/stageWords.ts';

const names = ['S1', 'S2', 'S3', 'S4', 'S5'];
const of = (voters: number[], learners: number[] = [], outgoing: number[] | null = null) => ({
  voters,
  outgoing,
  learners,
});

/** Three servers and two spares, with a leader. */
function cluster(options: Partial<Options> = {}): { session: Session; leader: number } {
  const setup = { ...plainSetup(5, 7, { ...paperOptions, noop: true, ...options }), spares: 2 };
  const session = createSession({ timeline: openTimeline(runOf(setup)) });
  session.seek(600);
  return { session, leader: leaderOf(timelineOf(session).world) as number };
}

const timelineOf = (session: Session) => session.store.getState().timeline;
const ask = (session: Session, operation: Operation): void =>
  void session.do({ type: 'request', client: 'c1', operation });
const setA: Operation = { type: 'set', key: 'A', value: '1' };

function line(session: Session) {
  const { world, run } = timelineOf(session);
  return clientLines(world, run.setup.names)[0];
}

test('the entry of a configuration says what it changes', () => {
  const before = of([0, 1, 2]);
  expect(changeText(names, before, of([0, 1, 2, 3]))).toBe('+S4');
  expect(changeText(names, before, of([0, 1]))).toBe('−S3');
  expect(changeText(names, before, of([0, 1, 2], [3]))).toBe('+S4 L');
  expect(changeText(names, of([0, 1], [3]), of([0, 1, 3]))).toBe('S4↑');
  expect(changeText(names, before, of([0, 1, 3]))).toBe('−S3 +S4');
  const joint = of([0, 1, 2, 3], [], [0, 1, 2]);
  expect(changeText(names, before, joint)).toBe('old+new');
  expect(changeText(names, joint, of([0, 1, 2, 3]))).toBe('+S4');
});

test('a configuration in words names voters, learners and both halves', () => {
  expect(configurationText(names, of([0, 1, 2], [3]))).toBe('S1, S2 and S3; learning: S4');
  expect(configurationText(names, of([0, 1], [], [0, 2]))).toBe(
    'a majority of S1 and S3 and one of S1 and S2',
  );
  expect(configurationText(names, of([]))).toBe('nobody yet');
});

test('a joint change stands in the log as two entries, each told apart', () => {
  const { session, leader } = cluster();
  session.do({ type: 'reconfigure', change: { kind: 'add', server: 3 } });
  session.seek(timelineOf(session).world.time + 200);
  const { log, initialConfiguration } = timelineOf(session).world.servers[leader]!;
  const texts = [1, 2, 3].map((index) => entryText(names, log, initialConfiguration, index)?.short);
  expect(texts).toEqual(['·', 'old+new', '+S4']);
});

test('under a joint configuration a command waits for both bodies of voters', () => {
  const { session, leader } = cluster();
  for (const id of [0, 1, 2].filter((other) => other !== leader)) {
    session.do({ type: 'crash', server: id });
  }
  session.do({ type: 'reconfigure', change: { kind: 'set', voters: [0, 1, 2, 3, 4] } });
  ask(session, setA);
  expect(line(session)?.quorums).toMatchObject([
    { half: 'old', held: 1, size: 3, needed: 2 },
    { half: 'new', held: 1, size: 5, needed: 3 },
  ]);
  expect(line(session)?.state).toMatch(/only 1 of 3 old, 3 of 5 new can be reached/);
});

test('a read by rounds says whom it waits for, and counts who has answered', () => {
  const { session, leader } = cluster({ reads: 'readIndex' });
  ask(session, { type: 'get', key: 'A' });
  expect(line(session)?.state).toBe(
    `waiting for a round to confirm that S${leader + 1} still leads`,
  );
  expect(line(session)?.quorums).toMatchObject([{ held: 1, size: 3, needed: 2 }]);
  while (line(session)?.tone === 'waiting') session.next();
  expect(line(session)?.state).toBe('answered: no such key');
});

test('a leader that has committed nothing of its term lets a read wait, and the line says so', () => {
  const { session, leader } = cluster({ reads: 'readIndex', noop: false });
  ask(session, { type: 'get', key: 'A' });
  expect(line(session)?.state).toMatch(
    new RegExp(`^waiting until S${leader + 1} has committed an entry of its term`),
  );
});

test('what is written and not durable yet is known of every row, term and vote too', () => {
  const { session, leader } = cluster({ diskLatencyMs: 40 });
  const row = () => rowsOf(timelineOf(session))[leader]!;
  session.seek(900);
  while (row().durableLog !== null) session.next();
  ask(session, setA);
  const lengths = [row().durableLog ?? logs.emptyLog(), row().server.log].map(logs.lastIndex);
  expect(lengths).toEqual([1, 2]);
  expect(row().isWriting).toBe(false);
  session.do({ type: 'timeout', server: (leader + 1) % 3 });
  const { world } = timelineOf(session);
  expect(rowsOf(timelineOf(session))[(leader + 1) % 3]?.isWriting).toBe(true);
  expect(labelOf(world, (leader + 1) % 3)).toContain('term and vote not durable yet');
});

test('the name of a server says whether it learns, is outside, or only asks', () => {
  const { session, leader } = cluster({ preVote: true });
  expect(labelOf(timelineOf(session).world, 3)).toMatch(
    /^S4, follower, .*not in the configuration/,
  );
  session.do({ type: 'reconfigure', change: { kind: 'addLearner', server: 3 } });
  expect(labelOf(timelineOf(session).world, 3)).toMatch(/^S4, learner, /);
  session.do({ type: 'timeout', server: (leader + 1) % 3 });
  expect(labelOf(timelineOf(session).world, (leader + 1) % 3)).toContain('1 of 2 pre-votes needed');
});
