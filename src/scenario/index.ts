export { critiqueOf, type Finding } from './critique.ts';
export type { Expect, FileInitial, FileStep, ScenarioFile } from './file.ts';
export { history } from './history.ts';
export { scenarioJsonSchema } from './jsonSchema.ts';
export {
  type Ask,
  type Beat,
  type Choice,
  type LessonRun,
  lessonOf,
  type Stop,
} from './lesson.ts';
export { haltAfter, placeAt } from './lessonPlace.ts';
export { loadScenario, scenarioFrom } from './load.ts';
export { lookoutFor } from './lookout.ts';
export { problems, type ScenarioError } from './problems.ts';
export { recordRun } from './record.ts';
export { type Referee, refereeOf, type Verdict } from './referee.ts';
export { hasPassed, reportOf } from './report.ts';
export { type Failure, type Outcome, runScenario } from './run.ts';
export { headlessRuns, type Scenario } from './scenario.ts';
export { showOptions } from './showOptions.ts';
export { showField, showServer } from './showState.ts';
export { type Suggestions, suggestionsAt } from './suggest.ts';
export { traceTo } from './trace.ts';
export { writeScenario } from './write.ts';
