/** Every schedule of a tiny world. */
import { type ExhaustProgress, exhausting } from '../../../explore/index.ts';
import { writeScenario } from '../../../scenario/index.ts';
import { workInSlices } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import type { Breathe } from './resting.ts';
import { stepsOf } from './shownOf.ts';

export function goThrough(
  { bounds }: Extract<Job, { kind: 'exhaust' }>,
  tell: (told: Told) => void,
  breathe: Breathe,
  end: () => void,
): void {
  const say = (progress: ExhaustProgress): void => tell({ kind: 'gone', progress });
  workInSlices(exhausting(bounds), say, breathe, (outcome) => {
    const { counterexample, worlds, done, steps, depth } = outcome;
    say({ worlds, done, steps, depth });
    tell({ kind: 'exhausted', broken: counterexample === null ? null : storyOf(counterexample) });
    end();
  });
}

type Counterexample = NonNullable<
  Extract<
    ReturnType<ReturnType<typeof exhausting>['next']>,
    { done: true }
  >['value']['counterexample']
>;

function storyOf({ property, length, file }: Counterexample) {
  const text = writeScenario(file);
  return { property, length, text, steps: stepsOf(text) };
}
