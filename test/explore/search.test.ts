/** A search is a value: what a seed gives depends on the seed alone, whoever tries it and in whatever parts. */
import { expect, test } from 'vitest';
import {
  openSearch,
  plainQuestion,
  type Question,
  type Search,
  searchOn,
  shrinking,
  trySeed,
  withOutcome,
} from '../../src/explore/index.ts';
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

test('it looks for lost progress too', () => {
  const [finding] = searched({
    ...plain,
    servers: 5,
    rulesOff: ['candidate.retry'],
    isFirstEnough: true,
  }).findings;
  expect(finding?.what).toBe('progress');
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
