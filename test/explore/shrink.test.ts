/** What the search finds becomes a story that is about as short as the one a person wrote. */
import { describe, expect, test } from 'vitest';
import {
  type Finding,
  plainQuestion,
  type ShrinkProgress,
  shrinking,
  trySeed,
} from '../../src/explore/index.ts';
import { type Switch, switches, switchNames } from '../../src/raft/index.ts';
import {
  hasPassed,
  runScenario,
  type ScenarioFile,
  writeScenario,
} from '../../src/scenario/index.ts';
import { load, textOf } from '../scenario/files.ts';

/** The first seed that finds it, as the search itself comes to it. */
const seeds = {
  'vote.upToDate': 1,
  'vote.onePerTerm': 8,
  'persist.votedFor': 148,
  'persist.currentTerm': 5,
  'persist.log': 1,
  'commit.currentTerm': 1005,
  'commit.majorityOfAll': 5,
  'append.consistencyCheck': 81,
  'append.truncateOnlyOnConflict': 45,
  'append.commitBound': 5354,
  'reply.sameTerm': 34,
  'term.adoptHigher': 41,
  'leader.appendOnly': 1,
  'config.joint': 1343,
  'config.ownTermFirst': 2607,
  'snapshot.ignoreOlder': 33,
  'read.confirmLeadership': 818,
  'session.deduplicate': 19,
} as const satisfies Partial<Record<Switch, number>>;
/** Found on the way to stories that are hard to shorten: crews that grow, requests asked twice, votes that come late. */
const hardSeeds: readonly (readonly [Switch, number])[] = [
  ['append.commitBound', 15555],
  ['append.commitBound', 20011],
  ['append.commitBound', 22880],
  ['session.deduplicate', 913],
];
const safety = switchNames.filter((name) => switches[name].protects !== null);

function found(rule: Switch, seed: number): Finding {
  const { finding } = trySeed({ ...plainQuestion, rulesOff: [rule] }, seed);
  if (finding === null) throw new Error(`seed ${seed} finds nothing without ${rule}`);
  return finding;
}

/** Everything it says on the way, and what it comes to. */
function shrunk(finding: Finding, isWhole = false): [ShrinkProgress[], ScenarioFile] {
  const told: ShrinkProgress[] = [];
  const work = shrinking(finding, isWhole);
  for (let turn = work.next(); ; turn = work.next()) {
    if (turn.done) return [told, turn.value];
    told.push(turn.value);
  }
}

const replayed = (file: ScenarioFile) => runScenario(load(writeScenario(file)));

test('every rule that safety rests on has its seed', () => {
  expect(Object.keys(seeds).sort()).toEqual([...safety].sort());
});

describe('without it the search finds a violation, and a story of at most one and a half times the steps of ours', () => {
  const asked = [...(Object.entries(seeds) as [Switch, number][]), ...hardSeeds];
  test.each(asked)('%s, seed %i', (rule, seed) => {
    const [, file] = shrunk(found(rule, seed));
    const ours = load(textOf(`test/scenarios/off/${rule}.yaml`)).steps.length;
    expect(file.steps?.length).toBeLessThanOrEqual(1.5 * ours);
    expect(file.rulesOff).toEqual([rule]);
    const outcome = replayed(file);
    expect(outcome.failures).toEqual([]);
    expect(hasPassed(outcome)).toBe(true);
    expect(outcome.violations.length).toBeGreaterThan(0);
    // With the rule on, the same steps break nothing.
    expect(replayed({ ...file, rulesOff: [] }).violations).toEqual([]);
  });
});

test.each([
  ['timeout.resetOnlyWhenDue', 1],
  ['candidate.retry', 2],
] as const)('without %s a cluster stands still, in a story of as few steps', (rule, seed) => {
  const [, file] = shrunk(found(rule, seed));
  const ours = load(textOf(`test/scenarios/off/${rule}.yaml`)).steps.length;
  expect(file.steps?.length).toBeLessThanOrEqual(1.5 * ours);
  expect(replayed(file).failures).not.toEqual([]);
  // With the rule on nobody waits in the end: that no timer fires, which stops any cluster, is no such story.
  expect(replayed({ ...file, rulesOff: [] }).failures).toEqual([]);
});

test('it goes on from what it has said, and never gets longer on the way', () => {
  const finding = found('vote.upToDate', seeds['vote.upToDate']);
  const [told, whole] = shrunk(finding);
  const steps = told.map((progress) => progress.steps);
  expect(steps).toEqual([...steps].sort((a, b) => b - a));
  const half = told[told.length >> 1] as ShrinkProgress;
  const [, goneOn] = shrunk(JSON.parse(JSON.stringify({ ...finding, file: half.file })));
  expect(goneOn.steps?.length).toBeLessThanOrEqual((whole.steps?.length ?? 0) + 1);
  expect(replayed(goneOn).failures).toEqual([]);
});

test('a whole story begins with empty logs', () => {
  const [, file] = shrunk(found('vote.upToDate', seeds['vote.upToDate']), true);
  expect(file.initial).toBeUndefined();
  expect(replayed(file).failures).toEqual([]);
});

test('a storm in which time goes on by itself becomes a story by hand', () => {
  const question = {
    ...plainQuestion,
    rulesOff: ['append.truncateOnlyOnConflict' as const],
    way: 'weather' as const,
  };
  const { finding } = trySeed(question, 56);
  if (finding === null) throw new Error('nothing found');
  expect(finding.file.timers).toBeUndefined();
  const [, file] = shrunk(finding);
  expect(file.timers).toBe('manual');
  expect(file.delivery).toBe('manual');
  expect(file.steps?.length).toBeLessThan(31);
  expect(replayed(file).failures).toEqual([]);
});
