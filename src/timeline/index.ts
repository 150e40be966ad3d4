export {
  give,
  goToBranch,
  plantBranch,
  redo,
  removeBranch,
  renameBranch,
  treeOf,
  undo,
} from './acts.ts';
export {
  type Annal,
  type Annals,
  annalOf,
  hasAnnal,
  lastBy,
  listsWith,
  obeysAny,
  timeOfAnnal,
} from './annals.ts';
export { type Branch, type BranchId, branchOf, parting, type Tree } from './branches.ts';
export { type Call, firstCall } from './calls.ts';
export type { Chronicle, Landmark, LandmarkKind, LaneChange } from './chronicle.ts';
export { decodeRun, encodeRun, type RunError } from './codec.ts';
export { fingerprint } from './fingerprint.ts';
export { marksOf, newReading, type Reading, readAnnal } from './reading.ts';
export { engineVersion, type Given, type Moment, type Run, runOf } from './run.ts';
export {
  nextLandmark,
  previousEvent,
  previousLandmark,
  seekEnd,
  seekMoment,
  seekSeq,
  seekStart,
  seekTime,
} from './seek.ts';
export type { LinkError, Look, Shared } from './share/index.ts';
export { type Telling, type TellingId, tellingOf } from './telling.ts';
export { momentOf, nextEvent, openTimeline, playTo, type Timeline } from './timeline.ts';
export { eventAt, eventsBetween, worldAt } from './witness.ts';

/** Links, with the compressor they need: loaded when the first is made or opened. */
export const loadShare = (): Promise<typeof import('./share/index.ts')> =>
  import('./share/index.ts');
