/** What a valid file says beside its run: words, questions and the task. */
import type { Expect, FileStep, MessagePattern } from './file.ts';

/** A thing of the world that a lesson means; at most one of the keys is there. */
export interface FileThing {
  readonly server?: string;
  /** The server and the index in its log. */
  readonly entry?: Readonly<Record<string, number>>;
  readonly message?: MessagePattern;
}

/** One answer that a question offers. */
export interface FileOption extends FileThing {
  readonly text: string;
  readonly correct?: boolean;
  /** The run itself grades: right where this holds when the run has gone on to the next words, or to its end. */
  readonly holds?: Expect;
  readonly misconception?: string;
  /** What is said to whoever chose it. */
  readonly answer?: string;
}

/** What a lesson asks between its steps; a headless run skips it. */
export interface Question {
  readonly question: string;
  readonly pick: 'choice' | 'server' | 'entry' | 'message';
  readonly options?: readonly FileOption[];
}

/** What a link to an answer asks about. */
export interface FileWhy extends FileThing {
  readonly client?: string;
  readonly not?: true;
}

/** The place in the course, and the task at the end. */
export interface Lesson {
  readonly part?: string;
  readonly number?: number;
  readonly task?: string;
  readonly goal?: Expect;
  readonly solution?: readonly FileStep[];
  /** The fewest acts known that reach the goal. */
  readonly par?: number;
  readonly [words: string]: unknown;
}
