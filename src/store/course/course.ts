/**
 * The lesson in hand: which of its runs, at which stop, what was answered, whether the goal is met. The place is read
 * off the run in hand, wherever that was taken to; a lesson is left by acting, and come back to by `back`.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { haltAfter, placeAt } from '../../scenario/index.ts';
import { type Moment, momentOf, type Timeline } from '../../timeline/index.ts';
import type { Progress } from '../progress.ts';
import type { Session, SessionState } from '../session.ts';
import type { Source } from '../sources.ts';
import { type Answering, answeringOf } from './answering.ts';
import { type Going, goingOf } from './going.ts';
import {
  type CourseCore,
  type CourseState,
  type LessonInHand,
  noLesson,
  runIn,
  takeUp,
} from './inHand.ts';
import { type Openings, openingsOf } from './openings.ts';

export interface Course extends Going, Answering, Openings {
  readonly store: StoreApi<CourseState>;
  readonly progress: Progress;
}

/** A course on `session`; it follows what happens there from now on. */
export function createCourse(session: Session, isStill: () => boolean, progress: Progress): Course {
  const store = createStore<CourseState>()(() => noLesson);
  const core: CourseCore = { store, session, isStill, progress };
  const openings = openingsOf(core);
  session.store.subscribe((state) => follow(core, state, openings));
  return { store, progress, ...openings, ...goingOf(core, openings), ...answeringOf(core) };
}

const isOf = (lesson: LessonInHand, { kind, name }: Source): boolean =>
  lesson.source.kind === kind && lesson.source.name === name;

function follow(core: CourseCore, state: SessionState, { reopen }: Openings): void {
  const { lesson, run } = core.store.getState();
  if (lesson === null) return;
  if (!isOf(lesson, state.source)) {
    core.store.setState(noLesson);
    if (state.halt !== null) core.session.store.setState({ halt: null });
    return;
  }
  if (isRestarted(state.timeline)) reopen();
  else {
    // Undone or redone: another run of the same lesson is in hand.
    if (runIn(lesson, state.source) !== run) takeUp(core, lesson, state.source);
    place(core, state);
  }
}

/** A restart opens the run of the lesson, and none of its branches. */
const isRestarted = ({ tree }: Timeline): boolean =>
  tree.branches.length === 1 && tree.branches[0]?.isFixed !== true;

function place(core: CourseCore, { timeline, halt }: SessionState): void {
  const { store, session } = core;
  const { played, place: near, isAway } = store.getState();
  if (played === null) return;
  const at = momentOf(timeline);
  const { current } = timeline.tree;
  // A server that has joined shifts the numbers of all events.
  const isOwn = timeline.run.setup.names.length !== played.scenario.setup.names.length;
  const now = isOwn ? null : placeAt(played, current, at, near);
  const next = now === null ? null : haltAfter(played, current, at);
  if (!isSameMoment(next, halt)) session.store.setState({ halt: next });
  if (now === null) judge(core, timeline, at);
  else if (now !== near || isAway) store.setState({ place: now, isAway: false, verdict: null });
  if (now !== null && now === played.stops.length - 1) noteDone(core);
}

const isSameMoment = (a: Moment | null, b: Moment | null): boolean =>
  a === b || (a !== null && b !== null && a.seq === b.seq && a.time === b.time);

function noteDone({ store, progress }: CourseCore): void {
  const { lesson, run } = store.getState();
  if (lesson === null || run < lesson.runs.length - 1) return;
  const { name } = lesson.source;
  if (progress.store.getState().reached[name]?.isDone !== true) progress.noteDone(name);
}

function judge({ store, progress }: CourseCore, timeline: Timeline, at: Moment): void {
  const { lesson, verdict: before, isAway } = store.getState();
  const verdict = lesson?.referee?.(timeline.run, at) ?? null;
  const isNew = verdict?.metAt?.seq !== before?.metAt?.seq || verdict?.acts !== before?.acts;
  if (isNew || !isAway) store.setState({ isAway: true, isWalking: false, verdict });
  if (isNew && lesson !== null && verdict !== null && verdict.metAt !== null)
    progress.noteGoal(lesson.source.name, verdict.acts);
}
