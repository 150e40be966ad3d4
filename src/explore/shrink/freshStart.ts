/** Another way to the same: from a moment of the story on, one server begins, and what follows from that among some is all. */
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';
import { circlesOf } from './crew.ts';
import { beginningAt } from './moment.ts';
import { attempt, type Pass, type Shrinkage } from './passes.ts';

const stepsOf = ({ best }: Shrinkage): readonly FileStep[] => best.file.steps ?? [];

/**
 * The latest moment from which a heartbeat or a timeout is enough, everything delivered that comes of it, and the requests of
 * the story after it where need be. What was in flight is not there at such a beginning, and deliveries name what was: so a
 * story that rests on either has no later beginning until it is told anew.
 */
export function* freshStart(s: Shrinkage): Pass {
  for (let at = stepsOf(s).length - 1; at > 0; at -= 1) {
    const file = beginningAt(s.best.file, at);
    const rest = (file.steps ?? []).flatMap(anew);
    for (const steps of freshStories(file, rest))
      if (steps.length < stepsOf(s).length && (yield* attempt(s, { ...file, steps }))) return;
  }
}

const all: FileStep = { settle: true };

// Deliveries and losses are told anew.
function anew(step: FileStep): readonly FileStep[] {
  const isOfBus = ['deliver', 'settle', 'drop', 'duplicate'].some((verb) => verb in step);
  return isOfBus ? [] : [step, all];
}

function* freshStories(
  file: ScenarioFile,
  rest: readonly FileStep[],
): Generator<readonly FileStep[]> {
  for (const [name, circles] of circlesOf(file))
    for (const first of firstSteps(file, name)) {
      yield [first, all];
      for (const settle of circles) yield [first, { settle }];
      if (rest.length > 0) yield [first, all, ...rest];
    }
  if (rest.length > 0) yield rest;
}

function firstSteps({ initial }: ScenarioFile, name: string): readonly FileStep[] {
  const state = initial?.[name];
  if (state?.running === false) return [{ restart: name }];
  return state?.role === 'leader' ? [{ heartbeat: name }] : [{ timeout: name }];
}
