export { type Bounds, isInReach, plainBounds } from './exhaust/bounds.ts';
export { type Exhausted, type ExhaustProgress, exhausting } from './exhaust/exhaust.ts';
export {
  type Experiment,
  type ExperimentId,
  experimentIds,
  experiments,
  type Line,
  type Panel,
  type Said,
  usualValues,
} from './measure/experiments.ts';
export {
  csvOf,
  isMeasured,
  type Measured,
  type MeasureRequest,
  measureOn,
  openMeasured,
  outcomeOf,
  type Summary,
  summaries,
} from './measure/measure.ts';
export type { Parameter } from './measure/trial.ts';
export {
  type Finding,
  openSearch,
  plainQuestion,
  type Question,
  type Search,
  type SeedOutcome,
  searchOn,
  trySeed,
  withOutcome,
} from './search.ts';
export { type ShrinkProgress, shrinking } from './shrink/shrink.ts';
export { fileOf } from './storm/file.ts';
export { type Judge, type Outcome, type Storm, type Trouble, weather } from './storm/storm.ts';
export { storyOf } from './story.ts';
