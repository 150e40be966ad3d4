import type { Judge } from './timeline.ts';

export {
  give,
  goToBranch,
  openTreeUnder,
  redo,
  removeBranch,
  renameBranch,
  treeOf,
  undo,
} from './acts.ts';
export { type Annals, timeOfAnnal } from './annals.ts';
export {
  annalOf,
  hasAnnal,
  lastBy,
  listsWith,
  obeysAny,
  timesObeyed,
  whenObeyed,
} from './annalsRead.ts';
export { annalsOf } from './annalsWrite.ts';
export {
  type Branch,
  type BranchId,
  branchOf,
  encodeTree,
  parting,
  type Tree,
  withBranch,
} from './branches.ts';
export { type Call, callsBetween, clientsIn } from './calls.ts';
export {
  type Chronicle,
  type Landmark,
  type LandmarkKind,
  type LaneChange,
  landmarksBetween,
  votesThatWon,
} from './chronicle.ts';
export { decodeRun, type RunError } from './codec.ts';
export { differences, type Seen, type Value } from './difference.ts';
export { type Filled, substituted } from './figure2.ts';
export { fingerprint } from './fingerprint.ts';
export { beginToJudge, judgeFromStart } from './judge.ts';
export { openTimeline } from './judged.ts';
export { type Measure, measureOf, placeIn, type Span, seekPlace, spanOf } from './place.ts';
export { endsMessage, marksOf, newReading, type Reading, readAnnal } from './reading.ts';
export { recentOf } from './recent.ts';
export { encodeRun, engineVersion, type Given, type Moment, type Run, runOf } from './run.ts';
export { countRepeatable, repeatActs } from './sameActs.ts';
export {
  type IsMeant,
  nextLandmark,
  previousEvent,
  previousLandmark,
  seekEnd,
  seekMoment,
  seekSeq,
  seekStart,
  seekTime,
} from './seek.ts';
export type { LinkError, Shared } from './share/index.ts';
export { type Telling, type TellingId, tellingOf } from './telling.ts';
export {
  type Judge,
  momentOf,
  nextEvent,
  openUnder,
  playTo,
  type Timeline,
  violationsOf,
} from './timeline.ts';
export type { Answer, Cause, Otherwise, Said } from './why/answer.ts';
export type { Question, Subject } from './why/question.ts';
export { tryOtherwise } from './why/tryOtherwise.ts';
export { eventAt, eventsBetween, worldAt } from './witness.ts';
export { type Wonder, type WonderId, watches, wonderAt } from './wonder.ts';

/** Who looks at every event: loaded when the first picture is drawn. */
export const loadJudge = (): Promise<Judge> => import('./judged.ts').then(({ judge }) => judge);

/** The reader of what was kept or comes from outside: for whoever has something to be judged. */
export const loadCodec = (): Promise<typeof import('./codec.ts')> => import('./codec.ts');

/** Links, with the compressor they need: loaded when the first is made or opened. */
export const loadShare = (): Promise<typeof import('./share/index.ts')> =>
  import('./share/index.ts');

/** Answers to why and why not: loaded when the first question is asked. */
export const loadWhy = (): Promise<typeof import('./why/index.ts')> => import('./why/index.ts');
