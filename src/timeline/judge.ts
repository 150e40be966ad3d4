/**
 * Who looks at every event of a run. A page draws before its judge has come; since a run is a value, the judge then
 * looks at everything that has happened from the start, and misses nothing.
 */
import { cloneWorld, worldOf } from '../sim/index.ts';
import { seekMoment } from './seek.ts';
import { type Judge, type Kept, momentOf, type Timeline } from './timeline.ts';

/** Has `judge` look at all that `timeline` has gone through, and at what comes; the cursor stays where it is. */
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
  seekMoment(timeline, at);
}
