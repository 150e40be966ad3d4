/** The lessons as their files say, and the questions in them, for tests that look at all of them. */
import { parse } from 'yaml';
import type { Expect, FileStep, ScenarioFile } from '../../src/scenario/file.ts';
import type { Question } from '../../src/scenario/fileLesson.ts';
import { lessonPaths, textOf } from '../scenario/files.ts';

export type LessonFile = Omit<ScenarioFile, 'lesson'> & { readonly lesson: Teaching };

/** What a lesson says of itself. */
interface Teaching {
  readonly part: string;
  readonly number: number;
  readonly task: string;
  readonly par: number;
  readonly goal: Expect;
  readonly solution: readonly FileStep[];
}

/** One walk through a lesson: its own steps, or those of one of its runs. */
export interface Walk {
  readonly name: string;
  readonly steps: readonly FileStep[];
}

export const lessonFiles: readonly (readonly [string, LessonFile])[] = lessonPaths.map((path) => [
  path,
  parse(textOf(path)) as LessonFile,
]);

export const walksOf = ({ steps, runs = {} }: LessonFile): readonly Walk[] => [
  ...(steps === undefined ? [] : [{ name: 'steps', steps }]),
  ...Object.entries(runs).flatMap(([name, own]) =>
    own.steps === undefined ? [] : [{ name, steps: own.steps }],
  ),
];

export const questionsOf = ({ steps }: Walk): readonly Question[] =>
  steps.flatMap(({ ask }) => (ask === undefined ? [] : [ask]));
