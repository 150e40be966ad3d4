/** Trials of an experiment, told in small lots. */
import { outcomeOf } from '../../../explore/index.ts';
import { tellEveryMs } from './pace.ts';
import type { Job, Told, Trial } from './protocol.ts';

export function measureTrials(
  { request, trials }: Extract<Job, { kind: 'measure' }>,
  tell: (told: Told) => void,
): void {
  let toldAt = performance.now();
  let lot: Trial[] = [];
  for (const { line, place } of trials) {
    lot.push({ line, place, value: outcomeOf(request, line, place) });
    if (performance.now() - toldAt <= tellEveryMs) continue;
    tell({ kind: 'measured', trials: lot });
    lot = [];
    toldAt = performance.now();
  }
  tell({ kind: 'measured', trials: lot });
}
