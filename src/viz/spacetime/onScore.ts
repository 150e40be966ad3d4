/** Where the stretch that the diagram shows stands on the score, and which stretch a place on the score means. */
import type { VirtualMs } from '../../base/index.ts';
import { momentOf, type Timeline } from '../../timeline/index.ts';
import { roundEnd } from '../scales.ts';
import { scoreMargin } from '../score.ts';
import { windowOn } from './axis.ts';
import type { AxisKind, Window } from './types.ts';

export interface Placed {
  /** px from the left end of the score. */
  readonly x: number;
  readonly width: number;
  readonly msPerPx: number;
  /** The stretch by the clock. */
  readonly from: VirtualMs;
  readonly to: VirtualMs;
  /** The end of what the score shows. */
  readonly end: VirtualMs;
}

/** Where a stretch stands on a score of this width, px; clipped to the score. */
export function onScore(timeline: Timeline, window: Window, axis: AxisKind, width: number): Placed {
  const end = roundEnd(Math.max(timeline.end.time, momentOf(timeline).time));
  const { from, to } = axis === 'physical' ? window : windowOn(timeline, window, 'physical');
  const length = Math.max(1, width - scoreMargin.left - scoreMargin.right);
  const xOf = (time: VirtualMs): number =>
    scoreMargin.left + (Math.min(end, Math.max(0, time)) / end) * length;
  const x = xOf(from);
  return { x, width: xOf(to) - x, msPerPx: end / length, from, to, end };
}

/** A stretch by the clock, in the unit of the axis. */
export const fromClock = (timeline: Timeline, window: Window, axis: AxisKind): Window =>
  axis === 'physical' ? window : windowOn(timeline, window, 'logical');
