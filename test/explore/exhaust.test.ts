/** Every schedule of a tiny world: with all rules on none breaks a property; without one the shortest that does is found. */
import { describe, expect, test } from 'vitest';
import {
  type Bounds,
  type Exhausted,
  type ExhaustProgress,
  exhausting,
  isInReach,
  plainBounds,
} from '../../src/explore/index.ts';
import { type Switch, switchNames } from '../../src/raft/index.ts';
import { runScenario, type ScenarioFile, writeScenario } from '../../src/scenario/index.ts';
import { load } from '../scenario/files.ts';

const calm = { losses: 0, copies: 0, crashes: 0 };

function exhausted(bounds: Bounds): [ExhaustProgress[], Exhausted] {
  const told: ExhaustProgress[] = [];
  const work = exhausting(bounds);
  for (let turn = work.next(); ; turn = work.next()) {
    if (turn.done) return [told, turn.value];
    told.push(turn.value);
  }
}

test.each([
  ['nothing befalls', { entries: 1, messages: 3, faults: calm }, 2_000],
  ['a server crashes', { entries: 0, messages: 4, faults: { ...calm, crashes: 1 } }, 1_000],
  ['a message is lost', { entries: 0, messages: 4, faults: { ...calm, losses: 1 } }, 500],
  ['a message arrives twice', { entries: 0, messages: 4, faults: { ...calm, copies: 1 } }, 500],
])('worlds that %s keep every property in every schedule', (_name, own, least) => {
  const [told, { worlds, done, depth, counterexample }] = exhausted({ ...plainBounds, ...own });
  expect(counterexample).toBeNull();
  expect(done).toBe(worlds);
  expect(worlds).toBeGreaterThan(least);
  expect(depth).toBeGreaterThan(10);
  const found = told.map((progress) => progress.worlds);
  expect(found).toEqual([...found].sort((a, b) => a - b));
});

test('worlds that differ in names alone count once', () => {
  const pair: Bounds = {
    ...plainBounds,
    servers: 2,
    terms: 1,
    entries: 0,
    messages: 2,
    faults: calm,
  };
  // The start; one stands, or both, whose questions arrive one by one (3 worlds); a vote is given; a leader and each way in
  // which at most two of its requests and their answers can be under way (6 worlds).
  expect(exhausted(pair)[1].worlds).toBe(12);
});

const replayed = (file: ScenarioFile) => runScenario(load(writeScenario(file)));

describe('without it the shortest schedule that breaks a property is found', () => {
  test.each([
    ['vote.onePerTerm', 'ElectionSafety', 7],
    ['vote.upToDate', 'LeaderCompleteness', 12],
    ['persist.votedFor', 'ElectionSafety', 8],
    ['persist.currentTerm', 'ElectionSafety', 9],
    ['persist.log', 'LeaderCompleteness', 12],
    ['leader.appendOnly', 'LeaderAppendOnly', 11],
    ['term.adoptHigher', 'ElectionSafety', 8],
    ['append.truncateOnlyOnConflict', 'LeaderCompleteness', 12],
  ] as const)('%s', (rule, property, length) => {
    const [, { counterexample }] = exhausted({ ...plainBounds, rulesOff: [rule] });
    if (counterexample === null) throw new Error('none was found');
    expect(counterexample).toMatchObject({ property, length });
    const { file } = counterexample;
    const outcome = replayed(file);
    expect(outcome.failures).toEqual([]);
    expect(outcome.violations[0]?.property).toBe(property);
    expect(replayed({ ...file, rulesOff: [] }).violations).toEqual([]);
  });
});

test('rules that mean nothing in so small a world are not asked for', () => {
  const outside: readonly Switch[] = switchNames.filter((rule) => !isInReach(rule));
  expect(outside).toContain('read.confirmLeadership');
  expect(outside).toContain('config.joint');
  expect(outside).toContain('candidate.retry');
  expect(outside).not.toContain('vote.upToDate');
});
