/** The run of a first visit: five servers, and an election that goes well at the first try. */
import { plainSetup } from '../sim/index.ts';
import { type Run, runOf, seekTime, type Timeline } from '../timeline/index.ts';
import { openRun } from './beginning.ts';

const openingSeed = 7;
const openingServers = 5;
/** Virtual ms before the first election timeout: two seconds of real time at the usual speed. */
const leadInMs = 40;

/** Five servers under the values of the paper. */
export const openingRun = (): Run => runOf(plainSetup(openingServers, openingSeed));

/** Whether a run is another than a first visit meets, by whom it has and what chance gives it. */
export const isOtherRun = ({ setup }: Run): boolean =>
  setup.seed !== openingSeed || setup.names.length !== openingServers;

/** The run, shortly before its first timer fires, so that nobody waits for the first election. */
export function openingTimeline(run: Run): Timeline {
  const timeline = openRun(run);
  const first = Math.min(...timeline.world.timers.dueAt);
  if (first < Infinity) seekTime(timeline, Math.max(0, Math.floor(first - leadInMs)));
  return timeline;
}
