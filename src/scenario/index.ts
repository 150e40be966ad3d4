export type { Expect, FileStep, Lesson, Question } from './file.ts';
export { history } from './history.ts';
export { loadScenario } from './load.ts';
export type { Watch } from './play.ts';
export { type Problem, problems, type ScenarioError } from './problems.ts';
export { type NamedMoment, type Recorded, recordRun } from './record.ts';
export { hasPassed, reportOf } from './report.ts';
export {
  type Broken,
  type Failure,
  type Outcome,
  type Reason,
  runScenario,
  type StepMoment,
} from './run.ts';
export { type Action, headlessRuns, type Scenario, type Step } from './scenario.ts';
export { traceTo } from './trace.ts';
