/** Where a lesson offers an answer to why, there is one at that moment, and every lesson offers some. */
import { expect, test } from 'vitest';
import { headlessRuns, lessonOf } from '../../src/scenario/index.ts';
import { loadWhy, openTimeline, seekMoment } from '../../src/timeline/index.ts';
import { lessonPaths, load, textOf } from '../scenario/files.ts';

const { answer, isWhyNot, questionsAt } = await loadWhy();

/** What each link to an answer finds: the sentence it leads to, or none. */
function offeredIn(path: string): readonly (readonly [string, string | null])[] {
  return headlessRuns(load(textOf(path), path)).flatMap((scenario) => {
    const { stops, tree } = lessonOf(scenario);
    return stops.flatMap(({ branch, at, beats }) =>
      beats.flatMap(({ why, text }) => {
        const run = tree.branches.find(({ id }) => id === branch)?.run;
        if (why === null || run === undefined) return [];
        const timeline = openTimeline(run);
        seekMoment(timeline, at);
        const asked = questionsAt(timeline, why.subject).filter(
          ({ kind }) => isWhyNot[kind] === why.isWhyNot,
        );
        const found = asked.map((question) => answer(timeline, question)?.what.id ?? null);
        return [[text, found[0] ?? null] as const];
      }),
    );
  });
}

test.each(lessonPaths)('%s', (path) => {
  const offered = offeredIn(path);
  expect(offered).not.toEqual([]);
  expect(offered.filter(([, found]) => found === null)).toEqual([]);
});
