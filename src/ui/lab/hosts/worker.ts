/** A worker: does the one job that it is sent, and tells of it; it may be told to rest. */
import { perform } from './perform.ts';
import type { Job, Told, Word } from './protocol.ts';
import { restOf } from './resting.ts';

const { breathe, hear } = restOf((call) => setTimeout(call));
const tell = (told: Told): void => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Job | Word>) => {
  if (typeof data === 'string') hear(data);
  else perform(data, tell, breathe);
});
