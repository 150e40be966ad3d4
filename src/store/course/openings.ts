/** Opening a lesson, one of its runs, its task, and what solves it. */
import { type LessonRun, recordRun, type Scenario } from '../../scenario/index.ts';
import {
  type Moment,
  type Run,
  runOf,
  seekMoment,
  type Tree,
  withBranch,
} from '../../timeline/index.ts';
import { openBranches, openRun } from '../beginning.ts';
import type { Comparison } from '../branching.ts';
import { linkTo } from '../sharing.ts';
import type { Source } from '../sources.ts';
import { fittingSpeed } from '../speeds.ts';
import { type CourseCore, inHand, takeUp } from './inHand.ts';

export interface Openings {
  /** Opens a lesson at its first stop. */
  open(scenario: Scenario, source: Source): void;
  /** Takes a lesson up whose run is in hand already, as after a reload. */
  adopt(scenario: Scenario, source: Source): void;
  /** The lesson in hand from its start. */
  reopen(): void;
  /** Another run of the lesson, at its first stop or its last. */
  openRun(run: number, end?: 'first' | 'last'): void;
  /** A branch of one's own from the very start, called `name`, on which the goal can be reached. */
  tryTask(name: string): void;
  /** What reaches the goal, on a branch called `name`, from the start. */
  showSolution(name: string): void;
  /** The same as an address; null: the lesson has no solution. */
  linkToSolution(): Promise<string | null>;
  /** Puts another run beside the one in hand, on one clock; null: none. */
  compareWith(run: number | null): void;
}

const start: Moment = { seq: 0, time: 0 };

export function openingsOf(core: CourseCore): Openings {
  const { store, session } = core;
  const openRunOf = (run: number, end: 'first' | 'last' = 'first'): void => {
    const { lesson } = store.getState();
    const scenario = lesson?.runs[run];
    if (lesson === null || scenario === undefined) return;
    const source = sourceOf(lesson.source, scenario);
    takeUp(core, lesson, source);
    const { played } = store.getState();
    if (played === null) return;
    const stop = played.stops[end === 'first' ? 0 : played.stops.length - 1];
    show(core, played, played.tree, source, stop?.branch === 1 ? stop.at : start);
    if (stop !== undefined && stop.branch !== 1) session.goTo(stop.at, stop.branch);
  };
  const beginBranch = (name: string, run: Run): void => {
    const { played } = store.getState();
    if (played === null) return;
    const tree = withOwn(session.store.getState().timeline.tree, played, name, run);
    show(core, played, tree, session.store.getState().source, start);
  };
  return {
    open: (scenario, source) => {
      const lesson = inHand(scenario, source);
      store.setState({ lesson, played: null, tried: {} });
      openRunOf(0);
    },
    adopt: (scenario, source) => {
      takeUp(core, inHand(scenario, { kind: source.kind, name: source.name }), source);
      // Whoever listens to the session finds the place.
      session.store.setState({});
    },
    reopen: () => openRunOf(store.getState().run),
    openRun: openRunOf,
    tryTask: (name) => {
      const task = store.getState().lesson?.scenario;
      if (task !== undefined) beginBranch(name, runOf(task.setup));
    },
    showSolution: (name) => {
      const solution = store.getState().lesson?.scenario.solution ?? null;
      if (solution === null) return;
      beginBranch(name, recordRun(solution).run);
      session.play();
    },
    linkToSolution: async () => {
      const solution = store.getState().lesson?.scenario.solution ?? null;
      if (solution === null) return null;
      const timeline = openRun(recordRun(solution).run);
      return (await linkTo({ ...session.store.getState(), timeline }, {})).address;
    },
    compareWith: (run) => {
      const scenario = run === null ? undefined : store.getState().lesson?.runs[run];
      if (scenario === undefined) session.compare(null);
      else session.compareWith(asOther(scenario));
    },
  };
}

function asOther(scenario: Scenario): Omit<Comparison, 'branch'> {
  const { run, end } = recordRun(scenario);
  return { name: scenario.runTitle ?? scenario.title, timeline: openRun(run), end };
}

const sourceOf = ({ kind, name }: Source, { run }: Scenario): Source =>
  run === null ? { kind, name } : { kind, name, run };

function show(
  { session }: CourseCore,
  { scenario, tree: { branches } }: LessonRun,
  tree: Tree,
  source: Source,
  at: Moment,
): void {
  const timeline = openBranches(tree);
  seekMoment(timeline, at);
  const run = branches[0]?.run ?? timeline.run;
  session.open({ run, source, timeline, speed: fittingSpeed(scenario.setup.options) });
  session.pause();
}

/** The branches in hand, or those of the lesson where they are others, and one more of the learner's own. */
function withOwn(inHandNow: Tree, { tree }: LessonRun, name: string, run: Run): Tree {
  const isLesson = inHandNow.branches[0]?.isFixed === true;
  const known = isLesson ? inHandNow : tree;
  const id = known.lastId + 1;
  return withBranch(known, { id, name, parent: 1, from: start, run, end: start });
}
