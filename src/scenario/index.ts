export { history } from './history.ts';
export { loadScenario } from './load.ts';
export { problems, type ScenarioError } from './problems.ts';
export { recordRun } from './record.ts';
export { hasPassed, reportOf } from './report.ts';
export { type Failure, type Outcome, runScenario } from './run.ts';
export { headlessRuns, type Scenario } from './scenario.ts';
export { traceTo } from './trace.ts';
