/** What is kept of a learner's answers, and what it looks like as a file. */
import { expect, test } from 'vitest';
import {
  type Attempt,
  attemptsAsCsv,
  openProgress,
  progressAsJson,
  soundProgress,
} from '../../src/store/progress.ts';

const attempt: Attempt = {
  lesson: '02-two-servers-elect',
  run: '',
  path: 'steps[6]',
  question: 'How many more votes, "two" or one?',
  answer: '=One',
  isRight: true,
  misconception: null,
  at: '2026-01-02T03:04:05.000Z',
};

// Node has no database: as in a browser that refuses one, the page goes on.
test('answers and goals are noted, the fewest acts count, and all is forgotten at once', async () => {
  const progress = await openProgress();
  progress.noteAttempt(attempt);
  progress.noteGoal('a', 4);
  progress.noteGoal('a', 7);
  progress.noteGoal('a', 3);
  progress.noteDone('a');
  expect(progress.store.getState()).toEqual({
    attempts: [attempt],
    reached: { a: { isDone: true, acts: 3 } },
  });
  progress.erase();
  expect(progress.store.getState()).toEqual({ attempts: [], reached: {} });
});

test('as CSV every attempt is a line, quoted where it must be, and nothing is a formula', () => {
  expect(attemptsAsCsv({ attempts: [attempt], reached: {} }).split('\r\n')).toEqual([
    'at,lesson,run,path,question,answer,isRight,misconception',
    `2026-01-02T03:04:05.000Z,02-two-servers-elect,,steps[6],"How many more votes, ""two"" or one?",'=One,true,`,
    '',
  ]);
});

test('as JSON it comes back as it was; what is not understood is left out', () => {
  const state = { attempts: [attempt], reached: { a: { isDone: true, acts: null } } };
  expect(soundProgress(JSON.parse(progressAsJson(state)))).toEqual(state);
  const foreign = {
    attempts: [attempt, { lesson: 1 }],
    reached: { a: 3, b: { isDone: false, acts: 2 } },
  };
  expect(soundProgress(foreign)).toEqual({
    attempts: [attempt],
    reached: { b: { isDone: false, acts: 2 } },
  });
  expect(soundProgress('what')).toEqual({ attempts: [], reached: {} });
});
