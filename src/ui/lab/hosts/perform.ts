/** Does the jobs of the lab, wherever it is called: in a worker of the page. */

import { goThrough } from './goThrough.ts';
import { makeSmall } from './makeSmall.ts';
import { measureTrials } from './measureTrials.ts';
import type { Job, Told } from './protocol.ts';
import { searchSeeds } from './searchSeeds.ts';

type Tell = (told: Told) => void;

const performers: {
  readonly [Kind in Job['kind']]: (job: Extract<Job, { kind: Kind }>, tell: Tell) => void;
} = {
  search: searchSeeds,
  shrink: makeSmall,
  exhaust: goThrough,
  measure: measureTrials,
};

/** Tells all there is to be told, `ended` last. */
export function perform(job: Job, tell: Tell): void {
  (performers[job.kind] as (job: Job, tell: Tell) => void)(job, tell);
  tell({ kind: 'ended' });
}
