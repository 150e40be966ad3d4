/** The contents page: every lesson there is, in the order of the course. The text of one is loaded when it is asked for. */
import type { Lesson } from './index.ts';

type Text = Promise<{ readonly default: string }>;

const lesson = (
  part: string,
  number: number,
  slug: string,
  title: string,
  load: () => Text,
): Lesson => ({
  part,
  number,
  slug,
  title,
  load: async () => (await load()).default,
});

export const lessons: readonly Lesson[] = [
  lesson(
    'A',
    1,
    '01-one-server-is-not-enough',
    'One server is not enough',
    () => import('./01-one-server-is-not-enough/lesson.yaml?raw'),
  ),
  lesson(
    'A',
    2,
    '02-two-servers-elect',
    'Two servers elect a leader',
    () => import('./02-two-servers-elect/lesson.yaml?raw'),
  ),
  lesson(
    'A',
    3,
    '03-waiting-for-consensus',
    'SET A 1, B 2, C 3 and waiting for consensus',
    () => import('./03-waiting-for-consensus/lesson.yaml?raw'),
  ),
  lesson(
    'A',
    4,
    '04-a-third-server-joins',
    'A third server joins and catches up; SET D 4',
    () => import('./04-a-third-server-joins/lesson.yaml?raw'),
  ),
  lesson(
    'A',
    5,
    '05-the-leader-dies',
    'Kill the leader; the client goes on',
    () => import('./05-the-leader-dies/lesson.yaml?raw'),
  ),
  lesson('B', 6, '06-counting', 'Counting', () => import('./06-counting/lesson.yaml?raw')),
  lesson('B', 7, '07-timers', 'Timers', () => import('./07-timers/lesson.yaml?raw')),
  lesson('B', 8, '08-split-vote', 'Split vote', () => import('./08-split-vote/lesson.yaml?raw')),
  lesson(
    'B',
    9,
    '09-split-brain-that-is-not',
    'Split brain that is not',
    () => import('./09-split-brain-that-is-not/lesson.yaml?raw'),
  ),
  lesson(
    'B',
    10,
    '10-who-deserves-a-vote',
    'Who deserves a vote',
    () => import('./10-who-deserves-a-vote/lesson.yaml?raw'),
  ),
  lesson(
    'B',
    11,
    '11-figure-7',
    'Figure 7, all of it',
    () => import('./11-figure-7/lesson.yaml?raw'),
  ),
  lesson(
    'B',
    12,
    '12-finding-the-match-point',
    'Finding the match point: three strategies',
    () => import('./12-finding-the-match-point/lesson.yaml?raw'),
  ),
  lesson('B', 13, '13-figure-8', 'Figure 8', () => import('./13-figure-8/lesson.yaml?raw')),
  lesson(
    'B',
    14,
    '14-what-is-committed',
    'What is committed?',
    () => import('./14-what-is-committed/lesson.yaml?raw'),
  ),
  lesson(
    'C',
    15,
    '15-what-must-be-on-disk',
    'What must be on disk',
    () => import('./15-what-must-be-on-disk/lesson.yaml?raw'),
  ),
];
