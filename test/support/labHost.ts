/** Hosts for the jobs of the lab where there are no workers. */
import { perform } from '../../src/ui/lab/hosts/perform.ts';
import type { Host } from '../../src/ui/lab/hosts/protocol.ts';

/** Does every job on the spot, as a worker would. */
export const atOnce: Host = (job, hear) => {
  perform(job, hear);
  return () => {};
};

/** Cannot be had. */
export const none: Host = (_job, _hear, fail) => {
  fail();
  return () => {};
};
