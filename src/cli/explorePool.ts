/** Seeds tried on every core: each thread is given some, and gives back what they came to. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type Question, type SeedOutcome, shrinking, trySeed } from '../explore/index.ts';

export interface Job {
  readonly question: Question;
  readonly isShrunk: boolean;
}

/** What a seed came to, its finding made small where that is asked. */
function outcomeOf({ question, isShrunk }: Job, seed: number): SeedOutcome {
  const outcome = trySeed(question, seed);
  if (outcome.finding === null || !isShrunk) return outcome;
  const work = shrinking(outcome.finding);
  let turn = work.next();
  while (!turn.done) turn = work.next();
  return { ...outcome, finding: { ...outcome.finding, file: turn.value } };
}

/** So many seeds at a time: some ten ms. */
const handful = 8;

/**
 * Lets `workers` threads try the seeds that `next` gives, until it gives none, and tells `done` what each came to, in whatever
 * order. Resolves when all is told.
 */
export async function tryAll(
  job: Job,
  workers: number | null,
  next: () => number | null,
  done: (outcome: SeedOutcome) => void,
): Promise<void> {
  const count = workers ?? availableParallelism();
  const taken = (): number[] => {
    const seeds: number[] = [];
    while (seeds.length < handful) {
      const seed = next();
      if (seed === null) break;
      seeds.push(seed);
    }
    return seeds;
  };
  if (count === 0) {
    for (let seed = next(); seed !== null; seed = next()) done(outcomeOf(job, seed));
    return;
  }
  await Promise.all(Array.from({ length: count }, () => oneThread(job, taken, done)));
}

function oneThread(
  job: Job,
  taken: () => number[],
  done: (outcome: SeedOutcome) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { explore: job } });
    const feed = (): void => {
      const seeds = taken();
      if (seeds.length > 0) worker.postMessage(seeds);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', (outcomes: readonly SeedOutcome[]) => {
      for (const outcome of outcomes) done(outcome);
      feed();
    });
    worker.on('error', reject);
    feed();
  });
}

// This file is bundled into the command, which a thread runs from its top: here it learns that it is one.
const job = isMainThread ? null : (workerData as { explore?: Job } | null)?.explore;
if (job !== null && job !== undefined)
  parentPort?.on('message', (seeds: readonly number[]) => {
    parentPort?.postMessage(seeds.map((seed) => outcomeOf(job, seed)));
  });
