/** What surprises who believes something wrong of Raft is noticed in a run that shows it, and in no other. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLessons } from '../../src/lessons/index.ts';
import { loadScenario, recordRun } from '../../src/scenario/index.ts';
import {
  loadWhy,
  nextEvent,
  openTimeline,
  recentOf,
  type Timeline,
  type WonderId,
  watches,
  wonderAt,
} from '../../src/timeline/index.ts';
import { alike } from '../support/clusters.ts';
import { figure8 } from '../support/figure8.ts';
import { timelineOf } from '../support/timelineOf.ts';
import { type Cluster, running, world } from '../support/world.ts';

const none: ReadonlySet<string> = new Set();
const led = (count: number): Cluster =>
  running(
    { ...alike(count, { currentTerm: 1 }), S1: { role: 'leader', currentTerm: 1 } },
    { options: { latencyMs: [10, 10] } },
  ).run(20);
const crash = (cluster: Cluster, ...names: readonly string[]): Cluster =>
  names.reduce((one, name) => one.crash(name), cluster);
/** S1 of three has committed and answered, and falls before the others hear of it. */
const answeredAndGone = (): Cluster => led(3).set('A', '1').run(21).crash('S1');

/** For each question a run that raises it; each wants an answer of this id. */
const scenarios: Readonly<Record<WonderId, { act: () => Cluster; what: string }>> = {
  olderTerm: { act: () => figure8('c'), what: 'commitOlderTerm' },
  longerRefused: {
    act: () =>
      world({
        S1: { currentTerm: 8, log: [5, 6, 7] },
        S2: { currentTerm: 8, log: [5, 8] },
        S3: { currentTerm: 8, log: [5, 8] },
      })
        .timeout('S1')
        .settle(),
    what: 'voteLogBehind',
  },
  doneUnanswered: {
    act: () => led(3).set('A', '1', { loseReply: true }).run(80).crash('S1'),
    what: 'waitsUnheard',
  },
  readWaits: {
    act: () =>
      led(5)
        .partition(['S1', 'S2'], ['S3', 'S4', 'S5'])
        .runUntil((one) => one.leader() !== 'S1')
        .get('A', { at: 'S1' })
        .run(5),
    what: 'waitsForCommit',
  },
  removedLeads: {
    act: () => crash(led(3), 'S2', 'S3').change('remove', 'S1'),
    what: 'roleLeads',
  },
  unsureLeader: {
    act: () =>
      led(3)
        .set('A', '1')
        .run(21)
        .partition(['S1'], ['S2', 'S3'])
        .runUntil((one) => one.leader() !== 'S1'),
    what: 'commitUnknown',
  },
  unheardCommit: {
    act: () => led(3).set('A', '1').run(21).partition(['S1'], ['S2', 'S3']),
    what: 'commitUnknown',
  },
  keptAfterAll: {
    act: () =>
      answeredAndGone()
        .runUntil((one) => one.leader() !== null)
        .set('B', '2', { client: 'c2' })
        .run(21),
    what: 'committedWith',
  },
  extraEntries: {
    act: () =>
      world({
        S1: { role: 'leader', currentTerm: 8, log: [5, 6] },
        S2: { currentTerm: 8, log: [5, 6, 6] },
        S3: { currentTerm: 8, log: [5, 6] },
      })
        .heartbeat('S1')
        .settle(),
    what: 'commitLeftBehind',
  },
  forgotten: {
    act: () => led(3).set('A', '1').run(80).crash('S2').restart('S2'),
    what: 'commitUnknown',
  },
  halfOfThem: { act: () => crash(led(4), 'S3', 'S4').set('A', '1').run(30), what: 'commitTooFew' },
  allThatRun: {
    act: () => crash(led(5), 'S3', 'S4', 'S5').set('A', '1').run(30),
    what: 'commitTooFew',
  },
  aloneAndUntold: {
    act: () => led(5).partition(['S1', 'S2'], ['S3', 'S4', 'S5']).set('A', '1').run(30),
    what: 'commitTooFew',
  },
  twoLeaders: {
    act: () =>
      led(5)
        .partition(['S1', 'S2'], ['S3', 'S4', 'S5'])
        .runUntil((one) => one.leader() !== 'S1'),
    what: 'roleLeads',
  },
};
const ids = Object.keys(scenarios) as WonderId[];

/** Everything but `id` has been offered. */
const only = (id: WonderId): ReadonlySet<string> => new Set(ids.filter((one) => one !== id));

describe('a run that shows it raises the question, and the question has its answer', () => {
  test.each(ids)('%s', async (id) => {
    const { act, what } = scenarios[id];
    const timeline = timelineOf(act());
    const found = wonderAt(timeline, recentOf(timeline), only(id));
    expect(found).toMatchObject({ id, isWhyNot: watches[id].isWhyNot });
    const { answer, isWhyNot, questionsAt } = await loadWhy();
    const questions = questionsAt(timeline, found!.subject);
    const question = questions.find(({ kind }) => isWhyNot[kind] === found!.isWhyNot);
    expect(question).toBeDefined();
    expect(answer(timeline, question!)?.what.id).toBe(what);
  });
});

/** What a run raises on its way, event by event. */
function raisedBy(timeline: Timeline): readonly string[] {
  const raised = new Set<string>();
  for (let left = 2000; left > 0; left -= 1) {
    const event = nextEvent(timeline);
    if (event === null) break;
    const found = wonderAt(timeline, [event], raised);
    if (found !== null) raised.add(found.id);
  }
  return [...raised];
}

test.each((await loadLessons()).filter(({ number }) => [2, 3, 4].includes(number)))(
  'the article where all goes well raises none: $slug',
  ({ slug }) => {
    const path = `src/lessons/${slug}/lesson.yaml`;
    const loaded = loadScenario(readFileSync(path, 'utf8'), path);
    if (!loaded.ok) throw new Error(`${path} is no scenario`);
    expect(raisedBy(openTimeline(recordRun(loaded.value).run))).toEqual([]);
  },
);

test('what was offered is not offered again', () => {
  const timeline = timelineOf(scenarios.twoLeaders.act());
  expect(wonderAt(timeline, [], new Set(ids))).toBeNull();
  expect(wonderAt(timeline, [], none)?.id).toBe('twoLeaders');
});

test('every question touches a misconception that another does not', () => {
  const touched = Object.values(watches).map(({ misconception }) => misconception);
  expect(new Set(touched).size).toBe(touched.length);
  expect(touched.length).toBeGreaterThanOrEqual(8);
});
