/** The contents page: every lesson there is, in the order of the course. The text of one is loaded when it is asked for. */

export interface Lesson {
  readonly slug: string;
  /** As in the course, from 1. */
  readonly number: number;
  readonly title: string;
  /** The text of its scenario file. */
  readonly load: () => Promise<string>;
}

type Text = Promise<{ readonly default: string }>;

const lesson = (number: number, slug: string, title: string, load: () => Text): Lesson => ({
  slug,
  number,
  title,
  load: async () => (await load()).default,
});

export const lessons: readonly Lesson[] = [
  lesson(
    2,
    '02-two-servers-elect',
    'Two servers elect a leader',
    () => import('./02-two-servers-elect/lesson.yaml?raw'),
  ),
  lesson(
    3,
    '03-waiting-for-consensus',
    'SET A 1, B 2, C 3 and waiting for consensus',
    () => import('./03-waiting-for-consensus/lesson.yaml?raw'),
  ),
  lesson(
    4,
    '04-a-third-server-joins',
    'A third server joins and catches up; SET D 4',
    () => import('./04-a-third-server-joins/lesson.yaml?raw'),
  ),
  lesson(
    5,
    '05-the-leader-dies',
    'Kill the leader; the client goes on',
    () => import('./05-the-leader-dies/lesson.yaml?raw'),
  ),
];

/** What each rule is for, as scenarios that break without it: loaded when the first is asked for. */
export const loadProofs = (): Promise<typeof import('./proofs.ts')> => import('./proofs.ts');
