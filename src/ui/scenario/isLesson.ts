/** Whether a scenario has something to say, and so is gone through stop by stop. */
import { headlessRuns, type Scenario } from '../../scenario/index.ts';

export const isLesson = (scenario: Scenario): boolean =>
  scenario.lesson !== null ||
  headlessRuns(scenario).some(({ steps }) => steps.some(({ action }) => action.type === 'words'));
