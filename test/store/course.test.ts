/** A lesson in hand: going from stop to stop, answering, leaving it by acting, and coming back. */
import { expect, test } from 'vitest';
import { loadScenario, type Scenario } from '../../src/scenario/index.ts';
import { bringAlong } from '../../src/store/bringAlong.ts';
import { openQuestion } from '../../src/store/course/answering.ts';
import { createCourse } from '../../src/store/course/course.ts';
import { openProgress } from '../../src/store/progress.ts';
import { createSession } from '../../src/store/session.ts';
import { momentOf, treeOf } from '../../src/timeline/index.ts';

const text = `
quorate: 1
title: Two ways
servers: 3
timers: manual
delivery: manual
lesson: { task: Make S3 lead., goal: { leader: S3 }, solution: [{ timeout: S3 }, { settle: true }], par: 1 }
steps:
  - mark: start
  - note: Nobody leads.
  - timeout: S1
  - ask:
      question: Who will lead?
      pick: server
      options:
        - { text: S1, server: S1, holds: { leader: S1 }, answer: It asked first. }
        - { text: S2, server: S2, holds: { leader: S2 }, misconception: M3, answer: It voted. }
  - settle: true
  - note: S1 leads.
  - back: start
  - timeout: S2
  - settle: true
  - note: Now S2 does.
runs:
  again:
    title: Once more
    steps: [{ note: Alone. }, { timeout: S1 }]
`;

const source = { kind: 'file', name: 'two-ways.yaml' } as const;

function scenarioOf(yaml: string): Scenario {
  const loaded = loadScenario(yaml, source.name);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  return loaded.value;
}

/** Where nothing moves by itself every way is gone at once. */
async function opened() {
  const session = createSession();
  const course = createCourse(session, () => true, await openProgress());
  course.open(scenarioOf(text), source);
  const state = () => course.store.getState();
  const said = () => state().played?.stops[state().place]?.beats.map((beat) => beat.text);
  const branch = () => session.store.getState().timeline.tree.current;
  const leader = () =>
    session.store.getState().timeline.world.servers.find(({ role }) => role === 'leader')?.id;
  return { session, course, state, said, branch, leader };
}

test('one goes on and back through stops, branches and runs', async () => {
  const { course, said, branch, leader } = await opened();
  const seen = [said()];
  for (let stop = 0; stop < 4; stop += 1) {
    course.next();
    seen.push(said());
  }
  expect(seen).toEqual([
    ['Nobody leads.'],
    ['Who will lead?'],
    ['S1 leads.'],
    ['Now S2 does.'],
    ['Alone.'],
  ]);
  course.previous();
  expect([said(), branch(), leader()]).toEqual([['Now S2 does.'], 2, 1]);
  course.previous();
  expect([said(), branch(), leader()]).toEqual([['S1 leads.'], 1, 0]);
});

test('time halts at the next stop, and nowhere on a branch of one’s own', async () => {
  const { session, course, state } = await opened();
  const second = state().played?.stops[1]?.at;
  expect(session.store.getState().halt).toEqual(second);
  session.do({ type: 'crash', server: 2 });
  expect([state().isAway, session.store.getState().halt]).toEqual([true, null]);
  course.back();
  expect([state().isAway, session.store.getState().halt]).toEqual([false, second]);
});

test('the right answer is shown to whoever asks for it, and is no answer of theirs', async () => {
  const { course, state } = await opened();
  course.next();
  const ask = openQuestion(state());
  if (ask === null) throw new Error('nothing is asked');
  const before = course.progress.store.getState().attempts.length;
  course.click({ kind: 'server', server: 1 });
  course.reveal(ask);
  expect(Object.values(state().tried)).toEqual([[1, 0]]);
  expect(openQuestion(state())).toBe(null);
  course.reveal(ask);
  expect(Object.values(state().tried)).toEqual([[1, 0]]);
  const noted = course.progress.store.getState().attempts.slice(before);
  expect(noted.map(({ answer }) => answer)).toEqual(['S2']);
});

test('a question is answered by clicking what it is about, wrong before right, and each try is noted', async () => {
  const { course, state } = await opened();
  expect(course.click({ kind: 'server', server: 0 })).toBe(false);
  course.next();
  expect(course.click({ kind: 'message', message: 1 })).toBe(false);
  for (const server of [2, 1, 1, 0]) expect(course.click({ kind: 'server', server })).toBe(true);
  expect(openQuestion(state())).toBe(null);
  expect(course.click({ kind: 'server', server: 1 })).toBe(false);
  const noted = course.progress.store.getState().attempts;
  expect(
    noted.map(({ answer, isRight, misconception }) => ({ answer, isRight, misconception })),
  ).toEqual([
    { answer: '', isRight: false, misconception: null },
    { answer: 'S2', isRight: false, misconception: 'M3' },
    { answer: 'S1', isRight: true, misconception: null },
  ]);
});

test('acting leaves the lesson as it was; its goal is looked for in what the learner does', async () => {
  const { session, course, state, said } = await opened();
  course.next();
  const before = treeOf(session.store.getState().timeline).branches.length;
  session.do({ type: 'timeout', server: 2 });
  expect(state()).toMatchObject({ isAway: true, verdict: { metAt: null, acts: 2 } });
  course.back();
  expect([said(), treeOf(session.store.getState().timeline).branches.length]).toEqual([
    ['Who will lead?'],
    before + 1,
  ]);
  course.tryTask('Mine');
  expect(momentOf(session.store.getState().timeline).time).toBe(0);
  session.do({ type: 'timeout', server: 2 });
  for (let step = 0; step < 2; step += 1) {
    const [message] = session.store.getState().timeline.world.waiting;
    if (message !== undefined) session.do({ type: 'deliver', message: message.id });
  }
  for (let step = 0; step < 4 && state().verdict?.metAt === null; step += 1) {
    const answer = session.store
      .getState()
      .timeline.world.waiting.find(({ message }) => message.type === 'RequestVoteResponse');
    if (answer !== undefined) session.do({ type: 'deliver', message: answer.id });
  }
  expect(state().verdict).toMatchObject({ metAt: { time: 0 }, acts: 1 });
  expect(course.progress.store.getState().reached).toEqual({
    'two-ways.yaml': { isDone: false, acts: 1 },
  });
});

test('a restart begins the lesson again, and another run leaves it', async () => {
  const { session, course, state, said } = await opened();
  course.goToStop(3);
  session.restart();
  expect(said()).toEqual(['Nobody leads.']);
  session.newRun({ servers: 5 });
  expect([state().lesson, session.store.getState().halt]).toEqual([null, null]);
});

test('a lesson is taken up where the run stands, as after a reload', async () => {
  const { session, course, state, said } = await opened();
  course.goToStop(2);
  const again = createCourse(session, () => true, course.progress);
  again.adopt(scenarioOf(text), session.store.getState().source);
  expect(again.store.getState().place).toBe(2);
  expect([state().place, said()]).toEqual([2, ['S1 leads.']]);
});

test('another run stands beside the one in hand, under its own name', async () => {
  const { session, course } = await opened();
  course.compareWith(1);
  const { comparison } = session.store.getState();
  expect(comparison).toMatchObject({ branch: null, name: 'Once more' });
  // By hand: after as many events, and at its end where it has fewer.
  bringAlong(comparison!, { seq: 4, time: 0 });
  expect(momentOf(comparison!.timeline).seq).toBe(4);
  bringAlong(comparison!, { seq: 999, time: 0 });
  expect(momentOf(comparison!.timeline)).toEqual(comparison!.end);
  expect(comparison!.end.seq).toBe(5);
  course.compareWith(null);
  expect(session.store.getState().comparison).toBe(null);
});
