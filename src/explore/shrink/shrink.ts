/**
 * From a finding to a story: the smallest scenario found in which it still comes about, every step a verb of the format,
 * ending in an `expect` of what broke. It is worked at scenario by scenario; what is best so far is a plain value, and
 * shrinking that goes on from it.
 */
import type { ScenarioFile } from '../../scenario/index.ts';
import type { Finding } from '../search.ts';
import { byHand } from './byHand.ts';
import { freshStart } from './freshStart.ts';
import { gatheredSteps, mergedSteps, plainerSteps } from './merging.ts';
import {
  fewerOptions,
  fewerPairs,
  fewerServers,
  fewerSteps,
  laterBeginning,
  type Pass,
  type Shrinkage,
} from './passes.ts';
import { type Shown, type Target, tryOut } from './trial.ts';

const passes = {
  steps: fewerSteps,
  servers: fewerServers,
  beginning: laterBeginning,
  anew: freshStart,
  stepsAgain: fewerSteps,
  merging: mergedSteps,
  gathering: gatheredSteps,
  pairs: fewerPairs,
  stepsAtLast: fewerSteps,
  options: fewerOptions,
  words: plainerSteps,
} as const satisfies Record<string, (s: Shrinkage) => Pass>;

export type ShrinkPass = keyof typeof passes;
/** Those that begin the story at a later moment. */
const fromLater: readonly ShrinkPass[] = ['beginning', 'anew'];

export interface ShrinkProgress {
  readonly pass: ShrinkPass;
  /** Which of how many passes, from 1. */
  readonly place: number;
  readonly passes: number;
  /** Scenarios tried so far. */
  readonly tried: number;
  /** Steps of the smallest so far, without its `expect`. */
  readonly steps: number;
  /** The smallest so far, as a whole scenario. */
  readonly file: ScenarioFile;
}

/**
 * Makes a finding small. Yields after every scenario tried; returns the smallest, or the finding as it was.
 * @param isWhole whether the story is to begin with empty logs, which makes it longer and easier to tell
 */
export function* shrinking(
  { file, what }: Pick<Finding, 'file' | 'what'>,
  isWhole = false,
): Generator<ShrinkProgress, ScenarioFile> {
  const { target, story } = whatToShow(file, what);
  const shown = tryOut(byHand(story), target) ?? tryOut(story, target);
  if (shown === null) return file;
  const s: Shrinkage = { target, best: shown, tried: 1 };
  const names = (Object.keys(passes) as ShrinkPass[]).filter(
    (pass) => !(isWhole && fromLater.includes(pass)),
  );
  for (const [place, pass] of names.entries())
    for (const _ of passes[pass](s))
      yield {
        pass,
        place: place + 1,
        passes: names.length,
        tried: s.tried,
        steps: s.best.file.steps?.length ?? 0,
        file: finished(s.best, target),
      };
  return finished(s.best, target);
}

function whatToShow(
  file: ScenarioFile,
  what: Finding['what'],
): { target: Target; story: ScenarioFile } {
  const last = file.steps?.at(-1)?.expect;
  const isGoal = what === 'goal' || what === 'progress';
  if (!isGoal || last === undefined) return { target: { kind: 'violation' }, story: file };
  const kind = what === 'goal' ? 'reached' : 'missed';
  return {
    target: { kind, expect: last },
    story: { ...file, steps: file.steps?.slice(0, -1) ?? [] },
  };
}

/** With its `expect`: what broke is declared, what is reached is asked for. */
function finished({ file, broken }: Shown, target: Target): ScenarioFile {
  const expect = target.kind === 'violation' ? { violations: broken } : target.expect;
  const { options = {}, seed: _seed, ...rest } = file;
  const isByHand = file.timers === 'manual' && file.delivery === 'manual';
  return {
    ...rest,
    ...(isByHand ? {} : { seed: file.seed ?? 1 }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
    steps: [...(file.steps ?? []), { expect }],
  };
}
