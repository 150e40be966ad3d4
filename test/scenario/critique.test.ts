/** What a lesson lacks is said, and a lesson that lacks nothing is left in peace. */
import { expect, test } from 'vitest';
import { main } from '../../src/cli/lesson.ts';
import { critiqueOf } from '../../src/scenario/index.ts';
import { critique } from '../../src/words/index.ts';
import { lessonPaths, load, textOf } from './files.ts';

const task =
  '{ task: Make S2 lead., goal: { leader: S2 }, solution: [{ timeout: S2 }, { settle: true }], par: 1 }';
const steps = `
  - ask:
      question: Who will lead?
      pick: choice
      options: [{ text: S1, correct: true, answer: It asks first. }, { text: S2, answer: It waits. }]
  - timeout: S1
  - settle: true
`;

const idsOf = (lesson: string, story: string): readonly string[] =>
  critiqueOf(
    load(
      `quorate: 1\nservers: 3\ntimers: manual\ndelivery: manual\nlesson: ${lesson}\nsteps:${story}`,
    ),
  ).map(({ id }) => id);

test('nothing is said of a lesson that is ready', () => {
  expect(idsOf(task, steps)).toEqual([]);
});

test.each([
  ['a story that asks nothing', '\n  - note: Look.\n', 'noQuestion'],
  ['an option without an answer', steps.replace(', answer: It waits.', ''), 'noReply'],
  ['a question without a right option', steps.replace('correct: true, ', ''), 'noRight'],
  [
    'an option that the run contradicts',
    steps.replace('correct: true, ', 'correct: true, holds: { leader: S3 }, '),
    'disagrees',
  ],
  ['an expectation that fails', `${steps}  - expect: { leader: S3 }\n`, 'failure'],
  ['a long beat', `${steps}  - note: ${'word '.repeat(41)}\n`, 'longBeat'],
  [
    'many words',
    `${steps}${'  - note: a few words of it\n  - stop: and more\n'.repeat(4)}${'  - note: x\n'.repeat(270)}`,
    'longRun',
  ],
  ['many stops', `${steps}${'  - stop: again\n'.repeat(9)}`, 'manyStops'],
])('%s', (_what, story, id) => {
  expect(idsOf(task, story)).toContain(id);
});

test.each([
  ['no task', '{}', 'noTask'],
  ['a goal that is met by waiting', task.replace('leader: S2', 'leader: null'), 'metIdle'],
  ['a solution that is none', task.replace('timeout: S2', 'timeout: S3'), 'notSolved'],
  ['no solution', '{ task: Make S2 lead., goal: { leader: S2 } }', 'noSolution'],
  ['another par than the solution needs', task.replace('par: 1', 'par: 3'), 'otherPar'],
])('%s', (_what, lesson, id) => {
  expect(idsOf(lesson, steps)).toContain(id);
});

test.each(lessonPaths)('%s lacks nothing', (path) => {
  const found = critiqueOf(load(textOf(path), path));
  expect(found.map((finding) => `${finding.line}: ${critique.finding(finding)}`)).toEqual([]);
});

test('the command line tells a bad file from a lesson that lacks something', async () => {
  expect(await main(['src/lessons/02-two-servers-elect/lesson.yaml'], process.cwd())).toBe(0);
  expect(await main(['test/scenarios/split-vote.yaml'], process.cwd())).toBe(1);
  expect(await main(['package.json'], process.cwd())).toBe(2);
  expect(await main([], process.cwd())).toBe(2);
});
