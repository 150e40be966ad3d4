export type { Chronicle, Landmark, LandmarkKind, LaneChange } from './chronicle.ts';
export { decodeRun, encodeRun, type RunError } from './codec.ts';
export { fingerprint } from './fingerprint.ts';
export { engineVersion, type Given, type Moment, type Run, runOf } from './run.ts';
export { type Telling, type TellingId, tellingOf } from './telling.ts';
export {
  give,
  momentOf,
  nextEvent,
  nextLandmark,
  openTimeline,
  playTo,
  previousEvent,
  previousLandmark,
  seekEnd,
  seekSeq,
  seekStart,
  seekTime,
  type Timeline,
} from './timeline.ts';
