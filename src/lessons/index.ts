/** The door: the contents page comes when it is asked for, and the text of a lesson after it. */

export interface Lesson {
  readonly slug: string;
  /** Of the course, A to F. */
  readonly part: string;
  /** As in the course, from 1. */
  readonly number: number;
  readonly title: string;
  /** The text of its scenario file. */
  readonly load: () => Promise<string>;
}

export { type PathId, paths } from './paths.ts';

/** Every lesson there is, in the order of the course. */
export const loadLessons = async (): Promise<readonly Lesson[]> =>
  (await import('./contents.ts')).lessons;

/** What each rule is for, as scenarios that break without it: loaded when the first is asked for. */
export const loadProofs = (): Promise<typeof import('./proofs.ts')> => import('./proofs.ts');
