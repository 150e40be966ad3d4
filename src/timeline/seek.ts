/** Going anywhere in a run: the nearest kept world before the moment is taken up, and the rest replayed. */
import type { Seq, VirtualMs } from '../base/index.ts';
import { cloneWorld } from '../sim/index.ts';
import { type Landmark, landmarksBetween } from './chronicle.ts';
import type { Moment } from './run.ts';
import {
  checksAt,
  happenNext,
  type Kept,
  keepEvery,
  startOf,
  type Timeline,
  waitUntil,
} from './timeline.ts';

/** Goes back to before the last event. */
export function previousEvent(timeline: Timeline): void {
  seekSeq(timeline, timeline.world.seq - 1);
}

/** Goes to just after the event `seq`; before the first event for anything earlier. */
export function seekSeq(timeline: Timeline, seq: Seq): void {
  const target = Math.max(seq, startOf(timeline));
  if (
    // Where time has gone on since the last event, going to it is a step back too.
    target <= timeline.world.seq ||
    target > timeline.world.seq + keepEvery
  ) {
    resume(timeline, ({ world }) => world.seq <= target);
  }
  while (timeline.world.seq < target) if (happenNext(timeline, Infinity) === null) return;
}

/** Goes to a moment in virtual time, all its events included; beyond the end the run goes on. */
export function seekTime(timeline: Timeline, time: VirtualMs): void {
  const target = Math.max(0, time);
  const { world } = timeline;
  if (target < world.time) resume(timeline, (kept) => kept.world.time < target);
  while (happenNext(timeline, target) !== null);
  waitUntil(timeline, target);
}

export function seekStart(timeline: Timeline): void {
  seekSeq(timeline, startOf(timeline));
}

/** Goes to the furthest moment reached. */
export function seekEnd(timeline: Timeline): void {
  seekMoment(timeline, timeline.end);
}

/** Takes up the latest kept world from which the target lies ahead. */
function resume(timeline: Timeline, isBefore: (kept: Kept) => boolean): void {
  const { kept } = timeline;
  const { world, checks, given, losses } = kept.findLast(isBefore) ?? (kept[0] as Kept);
  timeline.world = cloneWorld(world);
  timeline.checks = checksAt(checks);
  timeline.given = given;
  timeline.recent = [];
  // What is gone through on the way is what will be asked for there.
  timeline.room = keepEvery;
  timeline.losses = [...losses];
}

/** Takes up the latest kept world of at most `seq` events: what comes after may be another future. */
export const restoreBefore = (timeline: Timeline, seq: Seq): void =>
  resume(timeline, ({ world }) => world.seq <= seq);

/** Goes to a moment as it was noted: after so many events, and as much later as time had gone on. */
export function seekMoment(timeline: Timeline, { seq, time }: Moment): void {
  seekSeq(timeline, seq);
  waitUntil(timeline, time);
}

/** Which landmarks are meant; all, where nothing is said. */
export type IsMeant = (landmark: Landmark) => boolean;
// A new term alone is no news: who wins it is.
const any: IsMeant = ({ kind }) => kind !== 'term';

/** Goes to the next landmark (an election, a commit, a crash …); false, and nowhere, when none lies ahead. */
export function nextLandmark(timeline: Timeline, isMeant: IsMeant = any): boolean {
  const { world, chronicle } = timeline;
  return goTo(timeline, landmarksBetween(chronicle, world.seq + 1).find(isMeant));
}

/** Goes to the landmark before the last event. */
export function previousLandmark(timeline: Timeline, isMeant: IsMeant = any): boolean {
  const { world, chronicle } = timeline;
  return goTo(timeline, landmarksBetween(chronicle, 0, world.seq - 1).findLast(isMeant));
}

function goTo(timeline: Timeline, landmark: Landmark | undefined): boolean {
  if (landmark === undefined) return false;
  seekSeq(timeline, landmark.seq);
  return true;
}
