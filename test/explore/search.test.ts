/** A search is a value: what a seed gives depends on the seed alone, whoever tries it and in whatever parts. */
import { expect, test } from 'vitest';
import {
  fileOf,
  openSearch,
  plainQuestion,
  type Question,
  type Search,
  searchOn,
  shrinking,
  trySeed,
  weather,
  withOutcome,
} from '../../src/explore/index.ts';
import { switches, switchNames } from '../../src/raft/index.ts';
import { runScenario, writeScenario } from '../../src/scenario/index.ts';
import { load } from '../scenario/files.ts';

const plain: Question = { ...plainQuestion, seeds: [1, 40], isFirstEnough: false };

/** A search to its end, put away as text and taken up again after each seed. */
function searched(question: Question): Search {
  let search = openSearch(question);
  while (search.next !== null) search = JSON.parse(JSON.stringify(searchOn(search)));
  return search;
}

test('with every rule on it finds nothing, and most lines of Figure 2 are obeyed on the way', () => {
  const { findings, rules, schedules, events } = searched(plain);
  expect(findings).toEqual([]);
  expect(schedules).toBeGreaterThan(100);
  expect(events).toBeGreaterThan(10_000);
  expect(rules.length).toBeGreaterThan(35);
});

test('its parts find together what the whole finds', () => {
  const question: Question = { ...plain, rulesOff: ['vote.upToDate'] };
  const whole = searched(question);
  const parts = [1, 2, 3].map((part) => searched({ ...question, shard: [part, 3] }));
  const findings = parts.flatMap((part) => part.findings).sort((a, b) => a.seed - b.seed);
  expect(whole.findings.length).toBeGreaterThan(2);
  expect(findings).toEqual(whole.findings);
  expect(parts.reduce((sum, { events }) => sum + events, 0)).toBe(whole.events);
});

test('the first finding may end it, and seeds tried elsewhere are put in', () => {
  const question: Question = { ...plain, rulesOff: ['vote.onePerTerm'], isFirstEnough: true };
  const { findings, next } = searched(question);
  expect(next).toBeNull();
  expect(findings).toHaveLength(1);
  let search = openSearch(question);
  for (const seed of [1, 2]) search = withOutcome(search, trySeed(question, seed));
  expect(search).toEqual(searchOn(searchOn(openSearch(question))));
});

test('what it finds is a file that shows it again', () => {
  const [finding] = searched({ ...plain, rulesOff: ['leader.appendOnly'] }).findings;
  if (finding === undefined) throw new Error('nothing found');
  const { violations } = runScenario(load(writeScenario(finding.file)));
  expect(violations[0]?.property).toBe('LeaderAppendOnly');
  expect(finding.what).toBe('LeaderAppendOnly');
});

test.each(switchNames.filter((name) => switches[name].protects === null))(
  'it looks for lost progress too: without %s a cluster stands still in the first hundred storms',
  (rule) => {
    const question: Question = { ...plain, seeds: [1, 100], rulesOff: [rule], isFirstEnough: true };
    expect(searched(question).findings[0]?.what).toBe('progress');
  },
);

test('where one server stands before all others, and is behind, the rest still find a leader', () => {
  const without = ['timeout.resetOnlyWhenDue'] as const;
  const storm = { seed: 1, servers: 3, rulesOff: without, acts: 100 };
  const outcome = weather(storm);
  expect(outcome.trouble?.what).toBe('progress');
  const hasty = outcome.steps.findLast(({ options }) => options !== undefined)?.options?.servers;
  expect(Object.values(hasty ?? {})).toEqual([{ electionTimeoutMs: [100, 100] }]);
  const closing = [{ expect: { pending: { calm: false } } }];
  const file = fileOf(storm, outcome, 'obeyed', closing);
  expect(runScenario(load(writeScenario({ ...file, rulesOff: [] }))).failures).toEqual([]);
});

test('it stops where a goal is reached, and shrinks the way there', () => {
  const goal = { leaders: { 3: ['S2'] } };
  const { findings } = searched({ ...plain, goal, way: 'hand', isFirstEnough: true });
  const [finding] = findings;
  if (finding === undefined) throw new Error('nothing found');
  expect(finding.what).toBe('goal');
  const work = shrinking(finding);
  let turn = work.next();
  while (!turn.done) turn = work.next();
  const file = turn.value;
  expect(file.steps?.at(-1)).toEqual({ expect: goal });
  expect(file.steps?.length).toBeLessThan(10);
  expect(runScenario(load(writeScenario(file))).failures).toEqual([]);
});
