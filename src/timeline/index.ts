export type { Chronicle, Landmark, LandmarkKind, LaneChange } from './chronicle.ts';
export { decodeRun, encodeRun, type RunError } from './codec.ts';
export { fingerprint } from './fingerprint.ts';
export { notation } from './notation.ts';
export { engineVersion, type Given, type Moment, type Run, runOf } from './run.ts';
export { type Telling, type TellingId, type TellingParams, tellingOf } from './telling.ts';
export {
  give,
  momentOf,
  nextEvent,
  nextLandmark,
  openTimeline,
  type Played,
  playTo,
  previousEvent,
  previousLandmark,
  type Shelved,
  seekEnd,
  seekSeq,
  seekStart,
  seekTime,
  type Timeline,
} from './timeline.ts';
