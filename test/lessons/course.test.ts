/** What every lesson keeps to: its length, its questions, its task, and its place in the course. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadLessons } from '../../src/lessons/index.ts';
import { recordRun, refereeOf } from '../../src/scenario/index.ts';
import { lessonPaths, load, textOf } from '../scenario/files.ts';
import { beatsOf, countWords, lessonFiles, questionsOf, walksOf } from './course.ts';

const mostWordsOfBeat = 40;
const mostWords = 300;
const mostBeats = 8;

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
  const questions = walks.flatMap(questionsOf);

  test('says where to read about it', () => {
    expect(file.refs).not.toEqual([]);
  });

  test('is short, in beats and in words', () => {
    for (const walk of walks) {
      const beats = beatsOf(walk);
      const answers = questionsOf(walk).flatMap(({ options = [] }) => options);
      const said = [...beats, ...answers.flatMap(({ text, answer = '' }) => [text, answer])];
      expect([walk.name, said.filter((one) => countWords(one) > mostWordsOfBeat)]).toEqual([
        walk.name,
        [],
      ]);
      expect(beats.length).toBeLessThanOrEqual(mostBeats);
      expect(said.reduce((sum, one) => sum + countWords(one), 0)).toBeLessThanOrEqual(mostWords);
    }
  });

  test('asks, and answers every answer', () => {
    expect(questions).not.toEqual([]);
    for (const { question, options = [] } of questions) {
      expect([question, options.filter(({ correct }) => correct)]).not.toEqual([question, []]);
      expect([question, options.filter(({ correct }) => !correct)]).not.toEqual([question, []]);
      for (const { text, answer } of options)
        expect([text, answer]).toEqual([text, expect.any(String)]);
    }
  });

  test('asks before the run shows the answer', () => {
    // A question with nothing after it would have nothing to show.
    for (const { steps } of walks) {
      const last = steps.findLastIndex(({ ask }) => ask !== undefined);
      expect(steps.slice(last + 1).some((step) => 'expect' in step)).toBe(true);
    }
  });

  test('sets a task whose solution takes as many acts as it says', () => {
    const scenario = load(textOf(path), path);
    const { task, par } = file.lesson;
    expect(countWords(task)).toBeLessThanOrEqual(mostWordsOfBeat);
    const { run, end } = recordRun(scenario.solution ?? scenario);
    expect(refereeOf(scenario)?.(run, end).acts).toBe(par);
  });
});
