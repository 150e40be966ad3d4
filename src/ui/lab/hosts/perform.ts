/** Does the jobs of the lab, wherever it is called: in a worker of the page. */

import { goThrough } from './goThrough.ts';
import { makeSmall } from './makeSmall.ts';
import { measureTrials } from './measureTrials.ts';
import type { Job, Told } from './protocol.ts';
import type { Breathe } from './resting.ts';
import { searchSeeds } from './searchSeeds.ts';

type Tell = (told: Told) => void;

type Perform<Some> = (job: Some, tell: Tell, breathe: Breathe, end: () => void) => void;

const inOneGo =
  <Some>(work: (job: Some, tell: Tell) => void): Perform<Some> =>
  (job, tell, _breathe, end) => {
    work(job, tell);
    end();
  };

const performers: { readonly [Kind in Job['kind']]: Perform<Extract<Job, { kind: Kind }>> } = {
  search: inOneGo(searchSeeds),
  shrink: inOneGo(makeSmall),
  exhaust: goThrough,
  measure: inOneGo(measureTrials),
};

/** Tells all there is to be told, `ended` last. What can rest does so in `breathe`. */
export function perform(job: Job, tell: Tell, breathe: Breathe = (goOn) => goOn()): void {
  const work = performers[job.kind] as Perform<Job>;
  work(job, tell, breathe, () => tell({ kind: 'ended' }));
}
