/** Every schedule of a tiny world. */
import { exhausting } from '../../../explore/index.ts';
import { writeScenario } from '../../../scenario/index.ts';
import { tellEveryMs } from './pace.ts';
import type { Job, Told } from './protocol.ts';
import { stepsOf } from './shownOf.ts';

export function goThrough(
  { bounds }: Extract<Job, { kind: 'exhaust' }>,
  tell: (told: Told) => void,
): void {
  const work = exhausting(bounds);
  let toldAt = performance.now();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) {
      const { counterexample, worlds, done, steps, depth } = next.value;
      tell({ kind: 'gone', progress: { worlds, done, steps, depth } });
      tell({ kind: 'exhausted', broken: counterexample === null ? null : storyOf(counterexample) });
      return;
    }
    if (performance.now() - toldAt <= tellEveryMs) continue;
    toldAt = performance.now();
    tell({ kind: 'gone', progress: next.value });
  }
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
