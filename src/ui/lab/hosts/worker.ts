/** A worker: does the one job that it is sent, and tells of it. */
import { perform } from './perform.ts';
import type { Job } from './protocol.ts';

addEventListener('message', ({ data }: MessageEvent<Job>) =>
  perform(data, (told) => postMessage(told)),
);
