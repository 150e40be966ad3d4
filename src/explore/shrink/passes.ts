/** Making a scenario smaller, pass by pass: each tries many that are smaller, and keeps those that still show it. */
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';
import { beginningAt } from './moment.ts';
import { isReadable, type Shown, type Target, tryOut } from './trial.ts';

/** On its way. Changed in place. */
export interface Shrinkage {
  readonly target: Target;
  best: Shown;
  tried: number;
}

/** A pass yields after every scenario that it has tried. */
export type Pass = Generator<void, void>;

const stepsOf = ({ best }: Shrinkage): readonly FileStep[] => best.file.steps ?? [];

/** Tries one; gives whether it is the best from now on. */
export function* attempt(s: Shrinkage, file: ScenarioFile): Generator<void, boolean> {
  s.tried += 1;
  const shown = tryOut(file, s.target);
  const isBetter = shown !== null && isReadable(shown.file);
  if (isBetter) s.best = shown;
  yield;
  return isBetter;
}

const withSteps = (s: Shrinkage, steps: readonly FileStep[]): ScenarioFile => ({
  ...s.best.file,
  steps,
});

/** Fewer steps, by delta debugging: half of them away, a quarter, …, each one, until none can go. */
export function* fewerSteps(s: Shrinkage): Pass {
  for (let size = stepsOf(s).length >> 1; size >= 1; ) {
    let hasChanged = false;
    for (let end = stepsOf(s).length; end > 0; end = Math.min(end - size, stepsOf(s).length)) {
      const steps = stepsOf(s);
      const start = Math.max(0, end - size);
      const rest = [...steps.slice(0, start), ...steps.slice(end)];
      if (yield* attempt(s, withSteps(s, rest))) hasChanged = true;
    }
    if (size > 1) size >>= 1;
    else if (!hasChanged) break;
  }
}

/** Pairs of steps that can go only together, such as a crash and its restart. */
export function* fewerPairs(s: Shrinkage): Pass {
  for (let first = stepsOf(s).length - 1; first > 0; first -= 1)
    for (let second = first - 1; second >= 0; second -= 1) {
      const rest = stepsOf(s).filter((_, place) => place !== first && place !== second);
      if (yield* attempt(s, withSteps(s, rest))) {
        first = Math.min(first, stepsOf(s).length);
        break;
      }
    }
}

/**
 * The latest beginning from which it still comes about, where need be with a heartbeat of a leader first: what was in flight
 * at that moment is not there, and a leader repeats what it has said.
 */
export function* laterBeginning(s: Shrinkage): Pass {
  for (let at = stepsOf(s).length - 1; at > 0; at -= 1) {
    const file = beginningAt(s.best.file, at);
    const leaders = Object.entries(file.initial ?? {}).filter(([, { role }]) => role === 'leader');
    const again = leaders.map(([name]): FileStep => ({ heartbeat: name }));
    for (const first of [[], ...again.map((step) => [step])])
      if (yield* attempt(s, { ...file, steps: [...first, ...(file.steps ?? [])] })) return;
  }
}

/** Without servers that it can do without. */
export function* fewerServers(s: Shrinkage): Pass {
  const { servers } = s.best.file;
  for (let count = typeof servers === 'number' ? servers : 0; count > 1; count -= 1)
    for (let gone = count; gone >= 1; gone -= 1)
      if (yield* attempt(s, withoutServer(s.best.file, gone, count))) break;
}

// Names are given anew, so that they go from S1 on without a gap.
function withoutServer(file: ScenarioFile, gone: number, count: number): ScenarioFile {
  const isNamed = (value: unknown): boolean => JSON.stringify(value).includes(`"S${gone}"`);
  const steps = (file.steps ?? []).map(without).filter((step) => !isNamed(step));
  const { [`S${gone}`]: _gone, ...initial } = file.initial ?? {};
  const rest = { ...file, servers: count - 1, steps, ...(file.initial ? { initial } : {}) };
  return renamed(without(rest));

  function without<T>(value: T): T {
    if (Array.isArray(value)) return value.filter((one) => one !== `S${gone}`).map(without) as T;
    if (typeof value !== 'object' || value === null) return value;
    const pairs = Object.entries(value).filter(([key]) => key !== `S${gone}`);
    return Object.fromEntries(pairs.map(([key, one]) => [key, without(one)])) as T;
  }
  function renamed<T>(value: T): T {
    const text = JSON.stringify(value).replace(/"S(\d+)"/g, (name, digits: string) =>
      Number(digits) > gone ? `"S${Number(digits) - 1}"` : name,
    );
    return JSON.parse(text) as T;
  }
}

/** Without options that it can do without, and with as usual those that can be so. */
export function* fewerOptions(s: Shrinkage): Pass {
  for (const name of Object.keys(s.best.file.options ?? {})) {
    const { [name as 'noop']: _gone, ...options } = s.best.file.options ?? {};
    yield* attempt(s, { ...s.best.file, options });
  }
}
