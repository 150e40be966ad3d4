/** What is known of the lesson in hand, and how it is taken up. */
import type { StoreApi } from 'zustand/vanilla';
import {
  headlessRuns,
  type LessonRun,
  lessonOf,
  type Referee,
  refereeOf,
  type Scenario,
  type Verdict,
} from '../../scenario/index.ts';
import type { Progress } from '../progress.ts';
import type { Session } from '../session.ts';
import type { Source } from '../sources.ts';

/** What was chosen of a question so far, by the places of the options, the latest last; -1: something else was clicked. */
export type Tried = readonly number[];

export interface LessonInHand {
  readonly source: Source;
  readonly scenario: Scenario;
  /** One at least. */
  readonly runs: readonly Scenario[];
  readonly referee: Referee | null;
}

export interface CourseState {
  readonly lesson: LessonInHand | null;
  /** Which of the runs is in hand, as it is played. */
  readonly run: number;
  readonly played: LessonRun | null;
  /** The last stop that was come to; -1: not at the first yet. */
  readonly place: number;
  /** Whether the learner is on a branch of their own. */
  readonly isAway: boolean;
  /** Whether the run goes on by itself, event by event, where no time passes. */
  readonly isWalking: boolean;
  /** By run and by where the question stands. */
  readonly tried: Readonly<Record<string, Tried>>;
  /** On a branch of one's own: how the goal stands. Null elsewhere, and where there is none. */
  readonly verdict: Verdict | null;
}

export interface CourseCore {
  readonly store: StoreApi<CourseState>;
  readonly session: Session;
  /** Whether nothing is to move by itself. */
  readonly isStill: () => boolean;
  readonly progress: Progress;
}

export const noLesson: CourseState = {
  lesson: null,
  run: 0,
  played: null,
  place: -1,
  isAway: false,
  isWalking: false,
  tried: {},
  verdict: null,
};

export const inHand = (scenario: Scenario, source: Source): LessonInHand => ({
  source,
  scenario,
  runs: headlessRuns(scenario),
  referee: refereeOf(scenario),
});

/** Which run of a lesson a source means. */
export const runIn = ({ runs }: LessonInHand, { run }: Source): number =>
  Math.max(
    0,
    runs.findIndex((one) => one.run === (run ?? null)),
  );

/** The lesson as what is in hand, at the place where the timeline stands. */
export function takeUp(core: CourseCore, lesson: LessonInHand, source: Source): void {
  const run = runIn(lesson, source);
  const played = lessonOf(lesson.runs[run] ?? lesson.scenario);
  const isSame = core.store.getState().lesson?.scenario === lesson.scenario;
  core.store.setState({ ...(isSame ? {} : noLesson), lesson, run, played, place: -1 });
}
