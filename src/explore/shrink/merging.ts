/** Fewer words for the same: many deliveries as one step, filters that say no more than they must. */
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';
import { allNames, circlesAmong } from './crew.ts';
import { attempt, type Pass, type Shrinkage } from './passes.ts';

const stepsOf = ({ best }: Shrinkage): readonly FileStep[] => best.file.steps ?? [];

const isOf = (step: FileStep | undefined, ...verbs: readonly (keyof FileStep)[]): boolean =>
  step !== undefined && verbs.some((verb) => step[verb] !== undefined);

/** Runs of deliveries as `settle`, runs of losses as one `drop`; the longest first. */
export function* mergedSteps(s: Shrinkage): Pass {
  for (let length = stepsOf(s).length; length >= 2; length -= 1)
    for (let start = 0; start + length <= stepsOf(s).length; start += 1) {
      const window = stepsOf(s).slice(start, start + length);
      for (const step of insteadOf(window, s.best.file)) {
        const steps = [...stepsOf(s).slice(0, start), step, ...stepsOf(s).slice(start + length)];
        if (yield* attempt(s, { ...s.best.file, steps })) break;
      }
    }
}

/** Deliveries among other steps as one `settle` behind or before these; the longest stretch first. */
export function* gatheredSteps(s: Shrinkage): Pass {
  for (let length = stepsOf(s).length; length >= 3; length -= 1)
    for (let start = 0; start + length <= stepsOf(s).length; start += 1) {
      const window = stepsOf(s).slice(start, start + length);
      const others = window.filter((step) => !isOf(step, 'deliver', 'settle'));
      if (others.length === 0 || length - others.length < 2) continue;
      for (const instead of [
        [...others, { settle: true } as const],
        [{ settle: true } as const, ...others],
      ]) {
        const steps = [
          ...stepsOf(s).slice(0, start),
          ...instead,
          ...stepsOf(s).slice(start + length),
        ];
        if (yield* attempt(s, { ...s.best.file, steps })) break;
      }
    }
}

function insteadOf(window: readonly FileStep[], file: ScenarioFile): readonly FileStep[] {
  if (window.every((step) => isOf(step, 'deliver', 'settle')))
    return [
      { settle: true },
      ...circlesAmong(allNames(file).slice(0, 7)).map((settle): FileStep => ({ settle })),
    ];
  if (!window.every((step) => isOf(step, 'drop'))) return [];
  return [
    { drop: { count: 'all' } },
    ...allNames(file).flatMap((name): FileStep[] => [
      { drop: { to: name, count: 'all' } },
      { drop: { from: name, count: 'all' } },
    ]),
  ];
}

/** What a filter or a step can do without. */
const spare = ['nth', 'type', 'from'] as const;

/** Filters that name no more than they must, and steps without qualifiers they can do without. */
export function* plainerSteps(s: Shrinkage): Pass {
  for (let place = 0; place < stepsOf(s).length; place += 1)
    for (const plainer of plainerThan(stepsOf(s)[place] as FileStep)) {
      const steps = stepsOf(s).with(place, plainer);
      const before = s.best;
      // A plainer step may mean more than it did: it must not make the rest fail.
      if ((yield* attempt(s, { ...s.best.file, steps })) && stepsOf(s).length < steps.length)
        s.best = before;
    }
}

function* plainerThan(step: FileStep): Generator<FileStep> {
  let now = step;
  for (const verb of ['deliver', 'drop', 'duplicate'] as const) {
    const filter = now[verb];
    if (filter === undefined) continue;
    for (const key of spare) {
      if (filter[key] === undefined) continue;
      const { [key]: _gone, ...rest } = now[verb] ?? {};
      now = { [verb]: rest };
      yield now;
    }
  }
}
