/**
 * Who looks at every event of a run. A page draws before its judge has come; since a run is a value, the judge then
 * looks at everything that has happened from the start, and misses nothing.
 */
import { cloneWorld, worldOf } from '../sim/index.ts';
import { forgetAfter } from './chronicle.ts';
import { seekEnd, seekMoment } from './seek.ts';
import { type Judge, type Kept, momentOf, startOf, type Timeline } from './timeline.ts';

/** Has `judge` look at all that has happened, up to the end, and at what comes; the cursor stays where it is. */
export function judgeFromStart(timeline: Timeline, judge: Judge): void {
  if (timeline.judge !== null) return;
  const at = momentOf(timeline);
  const [{ world, given }] = timeline.kept as [Kept];
  const checks = judge.openChecks(worldOf(timeline.run.setup));
  timeline.judge = judge;
  timeline.kept.splice(0, Infinity, { world, checks, given, losses: [] });
  timeline.world = cloneWorld(world);
  timeline.checks = { ...checks };
  timeline.given = given;
  timeline.recent = [];
  timeline.losses = [];
  // What is broken is a landmark as well, and is noted when its event is noted.
  forgetAfter(timeline.chronicle, startOf(timeline));
  seekEnd(timeline);
  seekMoment(timeline, at);
}
