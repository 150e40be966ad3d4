/** Where the stretch that the diagram shows stands on the score, and which stretch a place on the score means. */
import { annalsOf, type Measure, measureOf, spanOf, type Timeline } from '../../timeline/index.ts';
import { wholeOf } from '../score/ruler.ts';
import { scoreMargin } from '../score.ts';
import { firstFrom, leastSpan, valueOfSeq, windowOn } from './axis.ts';
import type { AxisKind, Window } from './types.ts';
import { weaveOf } from './weave.ts';

export interface Placed {
  /** px from the left end of the score. */
  readonly x: number;
  readonly width: number;
  /** How much of the run a pixel is. */
  readonly perPx: number;
  readonly measure: Measure;
  /** The stretch, by what the run is measured by. */
  readonly from: number;
  readonly to: number;
  /** The ends of what the score shows. */
  readonly whole: readonly [from: number, to: number];
}

/** Where a stretch stands on a score of this width, px; clipped to the score. */
export function onScore(timeline: Timeline, window: Window, axis: AxisKind, width: number): Placed {
  const span = spanOf(timeline);
  const whole = wholeOf(span);
  const [first, last] = whole;
  const { from, to } = onRun(timeline, window, axis);
  const perPx = (last - first) / Math.max(1, width - scoreMargin.left - scoreMargin.right);
  const xOf = (place: number): number =>
    scoreMargin.left + (Math.min(last, Math.max(first, place)) - first) / perPx;
  const x = xOf(from);
  return { x, width: xOf(to) - x, perPx, measure: span.measure, from, to, whole };
}

/** A stretch of the diagram, by what the run is measured by. */
function onRun(timeline: Timeline, window: Window, axis: AxisKind): Window {
  if (measureOf(timeline.run) === 'time')
    return axis === 'physical' ? window : windowOn(timeline, window, 'physical');
  const weave = weaveOf(annalsOf(timeline));
  return { from: firstFrom(weave, axis, window.from), to: firstFrom(weave, axis, window.to) };
}

/** A stretch of the run, by what that is measured by, in the unit of the axis. */
export function fromRun(timeline: Timeline, window: Window, axis: AxisKind): Window {
  if (measureOf(timeline.run) === 'time')
    return axis === 'physical' ? window : windowOn(timeline, window, 'logical');
  const annals = annalsOf(timeline);
  const weave = weaveOf(annals);
  const { first, last } = annals;
  const along = (place: number): number => {
    const seq = Math.min(last, Math.max(first, Math.round(place)));
    return valueOfSeq(weave, axis, seq) + (place - seq);
  };
  const from = along(window.from);
  return { from, to: Math.max(along(window.to), from + leastSpan[axis]) };
}
