/** The place of each lesson in the course, and its questions; what else a lesson may lack its critique says. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLessons } from '../../src/lessons/index.ts';
import { lessonPaths, textOf } from '../scenario/files.ts';
import { lessonFiles, questionsOf, walksOf } from './course.ts';

test('the contents page names every lesson there is, as it calls itself', async () => {
  const lessons = await loadLessons();
  expect(lessons.map(({ slug }) => `src/lessons/${slug}/lesson.yaml`)).toEqual(
    lessonPaths.toSorted(),
  );
  const named = lessons.map(({ part, number, title }) => [part, number, title]);
  expect(named).toEqual(
    lessonFiles.map(([, { title, lesson }]) => [lesson.part, lesson.number, title]),
  );
  for (const { slug, number, load } of lessons) {
    expect(Number(slug.slice(0, 2))).toBe(number);
    expect(await load()).toBe(readFileSync(`src/lessons/${slug}/lesson.yaml`, 'utf8'));
  }
});

describe.each(lessonFiles)('%s', (path, file) => {
  const walks = walksOf(file);

  test('says where to read about it', () => {
    expect(file.refs).not.toEqual([]);
  });

  test('happens by hand, or says beside its seed what that pins', () => {
    const isByHand = file.timers === 'manual' && file.delivery === 'manual';
    expect(isByHand || /^#.*\nseed:/m.test(textOf(path))).toBe(true);
  });

  test('has a wrong answer to every question', () => {
    for (const { question, options = [] } of walks.flatMap(questionsOf))
      expect([question, options.filter(({ correct }) => !correct)]).not.toEqual([question, []]);
  });

  test('asks before the run shows the answer', () => {
    // A question with nothing after it would have nothing to show.
    for (const { steps } of walks) {
      const last = steps.findLastIndex(({ ask }) => ask !== undefined);
      expect(steps.slice(last + 1).some((step) => 'expect' in step)).toBe(true);
    }
  });
});
