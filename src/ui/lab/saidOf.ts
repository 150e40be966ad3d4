/** What can fail, by its name and in a sentence. */
import { type Property, type Switch, switches } from '../../raft/index.ts';
import { brokenRules, lab as said, words } from '../../words/index.ts';
import type { Prediction } from './bench.ts';

export const nameOf = (what: Prediction): string =>
  what === 'progress' || what === 'nothing'
    ? said.predictions[what]
    : (words.page.propertyNames[what] ?? what);

export const meaningOf = (what: Prediction): string =>
  what === 'progress'
    ? said.progressFails
    : what === 'nothing'
      ? said.nothingFails
      : (brokenRules.protects[what] ?? '');

/** What a rule protects; `none`: only progress depends on it. */
export const protectedBy = (rule: Switch): Property | 'none' => switches[rule].protects ?? 'none';
