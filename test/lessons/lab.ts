/** Servers and runs of lessons, to be measured beyond what their files assert. */
import { runScenario, type Scenario } from '../../src/scenario/index.ts';
import { lessonPaths, load, textOf } from '../scenario/files.ts';
import { type Cluster, world } from '../support/world.ts';

const pathOf = (number: number): string =>
  lessonPaths.find((path) => path.includes(`/${String(number).padStart(2, '0')}-`)) ?? '';

/** A lesson by its number; with a name, that run of it. */
export function lessonOf(number: number, run: string | null = null): Scenario {
  const whole = load(textOf(pathOf(number)), pathOf(number));
  const found = run === null ? whole : whole.runs.find((one) => one.run === run);
  if (found === undefined) throw new Error(`lesson ${number} has no run ${run}`);
  return found;
}

/** The properties that a run breaks, in order. */
export const brokenIn = (scenario: Scenario): readonly string[] =>
  runScenario(scenario).violations.map(({ property }) => property);

/** The same run with every rule on; what it expects of the rule's absence is not looked at. */
export const obeying = (scenario: Scenario): Scenario => ({
  ...scenario,
  setup: { ...scenario.setup, rulesOff: [] },
  steps: scenario.steps.filter(({ action }) => action.type !== 'expect'),
});

/** How many entries two logs have in common from the start, by their terms. */
export function commonPrefix(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((term, index) => term !== b[index]);
  return at < 0 ? a.length : at;
}

/** A leader and a follower with these logs, all of one term. */
export const pair = (
  leader: readonly number[],
  follower: readonly number[],
  backtracking: 'decrement' | 'binarySearch' | 'conflictTerm',
): Cluster => {
  const currentTerm = Math.max(...leader, ...follower) + 1;
  return world(
    { L: { role: 'leader', currentTerm, log: leader }, F: { currentTerm, log: follower } },
    { options: { backtracking, maxEntriesPerAppend: 1000 } },
  );
};
