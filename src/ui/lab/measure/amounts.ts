/** What a trial came to, as it is read. */
import type { Experiment, ExperimentId } from '../../../explore/index.ts';
import { labSearch, words } from '../../../words/index.ts';

const tenth = (value: number): number => Math.round(value * 10) / 10;

export const amounts: Readonly<Record<Experiment['unit'], (value: number) => string>> = {
  ms: words.duration,
  percent: (value) => words.percent(value / 100),
  elections: (value) => labSearch.number(tenth(value)),
  messages: (value) => labSearch.number(tenth(value)),
};

/** Whose trials lie so far apart that only factors can be compared, as in Figure 16. */
export const isLog = (experiment: ExperimentId): boolean => experiment === 'downtime';
