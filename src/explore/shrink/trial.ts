/** Whether a scenario still shows what was found, and from which step on. */
import type { Property } from '../../raft/index.ts';
import {
  type Expect,
  loadScenario,
  type Outcome,
  runScenario,
  type ScenarioFile,
  scenarioFrom,
  writeScenario,
} from '../../scenario/index.ts';
import { sensibleSteps } from './crew.ts';

/** What a scenario is to show: that some property breaks, that an expectation is reached, or that one is not. */
export type Target =
  | { readonly kind: 'violation' }
  | { readonly kind: 'reached' | 'missed'; readonly expect: Expect };

/** A scenario that shows it, cut behind the step that does, without the steps that do nothing. */
export interface Shown {
  readonly file: ScenarioFile;
  /** What broke, in the order it did; none where the target is an expectation. */
  readonly broken: readonly Property[];
}

/** The scenario as far as it shows the target; null where it does not. */
export function tryOut(asked: ScenarioFile, target: Target): Shown | null {
  const file = { ...asked, steps: sensibleSteps(asked) };
  return target.kind === 'violation' ? violated(file) : expected(file, target);
}

function violated(file: ScenarioFile): Shown | null {
  const outcome = runScenario(scenarioFrom(file, 'trial'));
  const [first] = outcome.play.checks.violations;
  if (first === undefined || first.seq === 0) return null;
  const at = outcome.moments.findLastIndex(({ seq }) => seq < first.seq);
  // A story that breaks Raft as it should be shows nothing about the rule that is off.
  if (at < 0 || breaksObeyed(file)) return null;
  return {
    file: kept(file, outcome, at),
    broken: outcome.violations.map(({ property }) => property),
  };
}

const breaksObeyed = (file: ScenarioFile): boolean =>
  (file.rulesOff ?? []).length > 0 &&
  runScenario(scenarioFrom({ ...file, rulesOff: [] }, 'obeyed')).violations.length > 0;

function expected(
  file: ScenarioFile,
  { kind, expect }: Exclude<Target, { kind: 'violation' }>,
): Shown | null {
  const steps = [...(file.steps ?? []), { expect }];
  const outcome = runScenario(scenarioFrom({ ...file, steps }, 'trial'));
  const isMissed = isMissedIn(outcome, steps);
  if (isMissed !== (kind === 'missed') || outcome.violations.length > 0) return null;
  // A story that stands still with the rule on as well, such as one in which no timer fires, shows nothing about it.
  if (isMissed && (file.rulesOff ?? []).length > 0) {
    const obeyed = runScenario(scenarioFrom({ ...file, steps, rulesOff: [] }, 'obeyed'));
    if (isMissedIn(obeyed, steps)) return null;
  }
  return { file: kept(file, outcome, steps.length - 2), broken: [] };
}

const isMissedIn = ({ failures }: Outcome, steps: readonly unknown[]): boolean =>
  failures.some(({ step, reason }) => step === steps.length - 1 && reason === 'expected');

/** The file up to this step, without the steps that could not be done. */
function kept(file: ScenarioFile, { failures }: Outcome, last: number): ScenarioFile {
  const idle = new Set(failures.map(({ step }) => step));
  const steps = (file.steps ?? []).filter((_, place) => place <= last && !idle.has(place));
  return { ...file, steps };
}

/** Whether the text of a file can be read again: what was put together may be against the format. */
export const isReadable = (file: ScenarioFile): boolean =>
  loadScenario(writeScenario(file), 'shrunk').ok;
