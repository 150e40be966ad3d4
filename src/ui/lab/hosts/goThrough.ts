/** Every schedule of a tiny world. */
import { exhausting } from '../../../explore/index.ts';
import { writeScenario } from '../../../scenario/index.ts';
import { workThrough } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import { stepsOf } from './shownOf.ts';

export function goThrough(
  { bounds }: Extract<Job, { kind: 'exhaust' }>,
  tell: (told: Told) => void,
): void {
  const { counterexample, worlds, done, steps, depth } = workThrough(
    exhausting(bounds),
    (progress) => tell({ kind: 'gone', progress }),
  );
  tell({ kind: 'gone', progress: { worlds, done, steps, depth } });
  tell({ kind: 'exhausted', broken: counterexample === null ? null : storyOf(counterexample) });
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
