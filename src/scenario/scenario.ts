/** A scenario as something to run: how it begins, and its steps in order. */
import type { ServerId, VirtualMs } from '../base/index.ts';
import type { Switch } from '../raft/index.ts';
import type { Command, Options, Setup } from '../sim/index.ts';
import type { Expect, FileStep, Filter } from './file.ts';
import type { Lesson } from './fileLesson.ts';

/** What a step does. */
export type Action =
  | { readonly type: 'run'; readonly ms: VirtualMs }
  | { readonly type: 'runUntil'; readonly expect: Expect; readonly withinMs: VirtualMs }
  | { readonly type: 'settle'; readonly among: readonly ServerId[] | null }
  | {
      readonly type: 'messages';
      readonly verb: 'deliver' | 'drop' | 'duplicate' | 'hold' | 'release';
      readonly filter: Filter;
    }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'healAll' }
  | { readonly type: 'options'; readonly change: Partial<Options> }
  | { readonly type: 'rulesOff'; readonly rulesOff: readonly Switch[] }
  | { readonly type: 'expect'; readonly expect: Expect }
  | { readonly type: 'mark'; readonly name: string }
  | { readonly type: 'back'; readonly name: string }
  /** A note, stop or question: nothing happens. */
  | { readonly type: 'words'; readonly words: FileStep };

export interface Step {
  /** Where it stands: `steps[3]`. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly action: Action;
}

export interface Scenario {
  /** As it was called when it was loaded. */
  readonly file: string;
  /** Its name among the `runs` of the file; null: the file itself. */
  readonly run: string | null;
  readonly title: string;
  /** What the run is called where one chooses among several; null: the file itself. */
  readonly runTitle: string | null;
  /** Where to read about it, such as `§5.2`. */
  readonly refs: readonly string[];
  readonly setup: Setup;
  readonly steps: readonly Step[];
  /** Whether the file has steps of its own, beside its runs. */
  readonly hasSteps: boolean;
  readonly lesson: Lesson | null;
  /** What reaches the goal of the lesson, from the start of the file; null: nothing is said of it. */
  readonly solution: Scenario | null;
  readonly runs: readonly Scenario[];
  /** Line of every value of the file, by path. */
  readonly lines: ReadonlyMap<string, number>;
}

/** What a headless run of the file runs: the file itself, each of its runs, or both. */
export const headlessRuns = (scenario: Scenario): readonly Scenario[] =>
  scenario.hasSteps || scenario.runs.length === 0 ? [scenario, ...scenario.runs] : scenario.runs;
