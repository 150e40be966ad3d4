/** A scenario as a run of the time machine: every command with its moment, so that replaying gives the same events. */
import { engineVersion, type Moment, type Run } from '../timeline/index.ts';
import { type Failure, runScenario, type StepMoment } from './run.ts';
import type { Scenario } from './scenario.ts';

export interface NamedMoment extends Moment {
  readonly name: string;
}

export interface Recorded {
  readonly run: Run;
  /** Where the last step ended. */
  readonly end: Moment;
  readonly failures: readonly Failure[];
  /** Moments that the scenario names, in the branch that was left standing. */
  readonly marks: readonly NamedMoment[];
  /** Where each step of that branch began: `scenario.steps[step]` says what it is, a lesson's words among them. */
  readonly moments: readonly StepMoment[];
}

/** Runs a scenario headless; a `back` cuts off what was done since its mark. */
export function recordRun(scenario: Scenario): Recorded {
  const { play, failures, moments } = runScenario(scenario);
  const { world, commands } = play;
  const marks = moments.flatMap(({ step, seq, time }) => {
    const action = scenario.steps[step]?.action;
    return action?.type === 'mark' ? [{ name: action.name, seq, time }] : [];
  });
  return {
    run: { version: engineVersion, setup: scenario.setup, commands },
    end: { seq: world.seq, time: world.time },
    failures,
    marks,
    moments,
  };
}
