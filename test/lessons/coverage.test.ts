/** What the course as a whole does not leave out: no misconception, no line of Figure 2, no lesson. */
import { expect, test } from 'vitest';
import { type RuleId, rules } from '../../src/raft/index.ts';
import { headlessRuns, runScenario } from '../../src/scenario/index.ts';
import { lessonPaths, load, textOf } from '../scenario/files.ts';
import { lessonFiles, questionsOf, walksOf } from './course.ts';

const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, at) => at + 1);

test('twenty-six lessons in six parts', () => {
  expect(lessonFiles.map(([, { lesson }]) => lesson.number)).toEqual(upTo(26));
  const parts = lessonFiles.map(([, { lesson }]) => lesson.part).join('');
  expect(parts).toBe('AAAAABBBBBBBBBCCCCDDDEEEFF');
});

test('every misconception is offered as a wrong answer somewhere, and there are no others', () => {
  const offered = lessonFiles
    .flatMap(([, file]) => walksOf(file))
    .flatMap(questionsOf)
    .flatMap(({ options = [] }) => options)
    .filter(({ misconception }) => misconception !== undefined);
  expect(offered.filter(({ correct }) => correct)).toEqual([]);
  const ids = new Set(offered.map(({ misconception }) => misconception));
  expect([...ids].toSorted()).toEqual(
    upTo(28)
      .map((id) => `M${id}`)
      .toSorted(),
  );
});

test('every line of Figure 2 is obeyed in some lesson', () => {
  const lit = new Set<RuleId>();
  const watch = { start: () => {}, mark: () => {}, joined: () => {} };
  for (const path of lessonPaths)
    for (const scenario of headlessRuns(load(textOf(path), path)))
      runScenario(scenario, {
        ...watch,
        event: (_world, event) => {
          for (const id of event.rules.ids) lit.add(id);
        },
      });
  expect(Object.keys(rules).filter((id) => !lit.has(id as RuleId))).toEqual([]);
});
