/** Workers of the page, one a job. */
import { loads } from '../../parts.ts';
import type { Host, Told, Word } from './protocol.ts';
import address from './worker.ts?worker&url';

// Asked for in an idle moment with the rest of the page, so that it is at hand where there is no network later.
loads.push(async () => (await fetch(address)).arrayBuffer());

/** All there are; where nobody says how many, two. */
export const mostWorkers = (): number =>
  Math.min(16, globalThis.navigator?.hardwareConcurrency ?? 2);

export const crewHost: Host = (job, hear, fail) => {
  let worker: Worker;
  try {
    worker = new Worker(address, { type: 'module' });
  } catch {
    fail();
    return () => {};
  }
  worker.onmessage = ({ data }: MessageEvent<Told>) => hear(data);
  worker.onerror = fail;
  worker.postMessage(job);
  const end = (): void => worker.terminate();
  return Object.assign(end, { say: (word: Word) => worker.postMessage(word) });
};
