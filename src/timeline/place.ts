/**
 * Where a moment stands along its run: by the clock; or by the number of its event, where timers stand still and every
 * message waits to be delivered by hand, since all of such a run may happen at one time.
 */
import type { Moment, Run } from './run.ts';
import { seekSeq, seekTime } from './seek.ts';
import { momentOf, startOf, type Timeline } from './timeline.ts';

/** What a run is measured by: virtual ms, or events. */
export type Measure = 'time' | 'order';

export const measureOf = ({ setup }: Run): Measure =>
  setup.timers === 'manual' ? 'order' : 'time';

export const placeIn = (measure: Measure, { seq, time }: Moment): number =>
  measure === 'time' ? time : seq;

/** Where a run begins, where the cursor stands, and how far it is known. */
export interface Span {
  readonly measure: Measure;
  readonly start: number;
  readonly now: number;
  readonly end: number;
}

export function spanOf(timeline: Timeline): Span {
  const measure = measureOf(timeline.run);
  const now = placeIn(measure, momentOf(timeline));
  const end = Math.max(now, placeIn(measure, timeline.end));
  return { measure, start: measure === 'time' ? 0 : startOf(timeline), now, end };
}

/** Goes to a place along the run. */
export function seekPlace(timeline: Timeline, place: number): void {
  if (measureOf(timeline.run) === 'time') seekTime(timeline, place);
  else seekSeq(timeline, Math.round(place));
}
