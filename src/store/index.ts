export { followAddress, takeAddress } from './address.ts';
export { bookmarksOf, toggleBookmark } from './bookmarks.ts';
export type { Comparison } from './branching.ts';
export { bringAlong } from './bringAlong.ts';
export { keepNothing, read as readChoice, write as writeChoice } from './choices.ts';
export { beatsSaid, type Clicked, isAnswered, keyOf, openQuestion } from './course/answering.ts';
export { type Course, createCourse } from './course/course.ts';
export type { CourseState } from './course/inHand.ts';
export { exportedRun, rulesOffIn } from './exported.ts';
export { idle } from './idle.ts';
export { judgeSession, judgeWhenIdle } from './judging.ts';
export { chooseLanguage, isLanguageChosen } from './language.ts';
export type { Axis, LensState } from './lens.ts';
export { type LessonPlace, lessonAddress, lessonPlaceIn, lessonPlaceOf } from './lessonLink.ts';
export { embedMark, lessonMark } from './linkMark.ts';
export { type Jump, jumps } from './moves.ts';
export type { Verbosity } from './narrator.ts';
export { nameOfNewcomer } from './newcomer.ts';
export { isOtherRun } from './opening.ts';
export { openSession } from './openSession.ts';
export { draft, keepDraft, keepOwnLesson, ownLesson } from './ownLesson.ts';
export { createPlayback, type Painter, type Playback } from './playback.ts';
export { bounds, type Motion, type Resizable, type Theme } from './preferences.ts';
export { attemptsAsCsv, openProgress, type ProgressState, progressAsJson } from './progress.ts';
export { createSession, type Session, type SessionState } from './session.ts';
export {
  type Arrival,
  embedOf,
  follow,
  isOtherState,
  type Link,
  linkTo,
  longestLink,
} from './sharing.ts';
export { lookAs, lookOf } from './sharingLook.ts';
export type { Source } from './sources.ts';
export { fittingSpeed, placeOfSpeed, speeds, usualSpeed } from './speeds.ts';
export { tell } from './teller.ts';
export {
  beside,
  createView,
  isStill,
  type Panel,
  type Selection,
  type Spot,
  themeOf,
  type View,
  type ViewState,
} from './view.ts';

/** What keeps the run over a reload: loaded when the page is drawn. */
export const loadKeep = (): Promise<typeof import('./keep.ts')> => import('./keep.ts');

/** What tells the story of a run in sentences: loaded when the page is drawn. */
export const loadTeller = (): Promise<typeof import('./teller.ts')> => import('./teller.ts');
