/** A storm as a scenario, which shows again what it found: it fails as long as that is so. */
import type { FileStep, ScenarioFile } from '../../scenario/index.ts';
import { showOptions } from '../../scenario/index.ts';
import { plainSetup } from '../../sim/index.ts';
import type { Outcome, Storm } from './storm.ts';

/** What a file may leave out, being as usual. */
const usual = showOptions(plainSetup(1, 1).options, []);

/** @param closing steps after what befell it, at which the file fails */
export function fileOf(
  { seed, servers, rulesOff }: Storm,
  { setup, steps }: Pick<Outcome, 'setup' | 'steps'>,
  title: string,
  closing: readonly FileStep[] = [],
): ScenarioFile {
  const { timers, delivery } = setup;
  const shown = Object.entries(showOptions(setup.options, setup.names.slice(0, servers)));
  const isUnusual = ([key, value]: (typeof shown)[number]): boolean =>
    JSON.stringify(value) !== JSON.stringify(usual[key]);
  return {
    title,
    seed,
    servers,
    ...(timers === 'manual' ? { timers } : {}),
    ...(delivery === 'manual' ? { delivery } : {}),
    options: Object.fromEntries(shown.filter(isUnusual)),
    rulesOff,
    steps: [...steps, ...closing],
  };
}
