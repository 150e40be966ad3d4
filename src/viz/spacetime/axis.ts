/** Along the picture: where an event and a moment stand, by the clock or by their order. */
import type { Seq, VirtualMs } from '../../base/index.ts';
import { type Annals, annalsOf, lastBy, type Timeline, timeOfAnnal } from '../../timeline/index.ts';
import { scaleOf, type Tick, wholeOf } from '../score/ruler.ts';
import type { AxisKind, Window } from './types.ts';
import { type Weave, weaveOf } from './weave.ts';

export interface Axis {
  readonly kind: AxisKind;
  readonly window: Window;
  readonly range: readonly [number, number];
  readonly xOf: (value: number) => number;
  readonly xOfSeq: (seq: Seq) => number;
  readonly xOfTime: (time: VirtualMs) => number;
  readonly ticks: readonly Tick[];
  /** px a unit of the axis. */
  readonly scale: number;
}

/** Room for a tick and its label, px. */
const tickRoom = 110;

export function axisOf(
  weave: Weave,
  kind: AxisKind,
  window: Window,
  range: readonly [number, number],
): Axis {
  const scale = (range[1] - range[0]) / (window.to - window.from);
  const xOf = (value: number): number => range[0] + (value - window.from) * scale;
  const { annals } = weave;
  return {
    kind,
    window,
    range,
    scale,
    xOf,
    xOfSeq: (seq) => xOf(valueOfSeq(weave, kind, seq)),
    xOfTime: (time) => xOf(valueOfTime(weave, kind, time)),
    ticks:
      kind === 'physical'
        ? scaleOf('time', [window.from, window.to], range).ticks
        : slotTicks(weave, annals, window, xOf, scale),
  };
}

/** Where an event stands, in the unit of the axis. */
export function valueOfSeq(weave: Weave, kind: AxisKind, seq: Seq): number {
  const { annals, slot } = weave;
  if (seq < annals.first) return 0;
  return kind === 'physical' ? timeOfAnnal(annals, seq) : (slot[seq - annals.first] as number);
}

/** Where a moment stands; on the logical axis just after the last event by then. */
function valueOfTime(weave: Weave, kind: AxisKind, time: VirtualMs): number {
  if (kind === 'physical') return time;
  return valueOfSeq(weave, kind, lastBy(weave.annals, time)) + 0.5;
}

/** The first event at or after that place on the axis; one after the last where there is none. */
export function firstFrom(weave: Weave, kind: AxisKind, value: number): Seq {
  const { annals, slot } = weave;
  let low = annals.first;
  let high = annals.last + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const at =
      kind === 'physical' ? timeOfAnnal(annals, middle) : (slot[middle - annals.first] as number);
    if (at < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When the axis stands at `value`. */
function timeAt(weave: Weave, kind: AxisKind, value: number): VirtualMs {
  if (kind === 'physical') return value;
  const seq = Math.min(weave.annals.last, firstFrom(weave, kind, value));
  return seq < weave.annals.first ? 0 : timeOfAnnal(weave.annals, seq);
}

/** The same stretch of the run on the other axis. */
export function windowOn(timeline: Timeline, window: Window, to: AxisKind): Window {
  const weave = weaveOf(annalsOf(timeline));
  const from: AxisKind = to === 'physical' ? 'logical' : 'physical';
  const ends = [window.from, window.to].map((value) =>
    to === 'physical' ? timeAt(weave, from, value) : valueOfTime(weave, to, value),
  );
  const [start = 0, end = 0] = ends;
  return { from: start, to: Math.max(end, start + leastSpan[to] * 4) };
}

/** No stretch shorter than this is shown: ms, slots. */
export const leastSpan: Readonly<Record<AxisKind, number>> = { physical: 2, logical: 4 };

/** All there is on the axis, with a little air at the end. */
export function extentOf(timeline: Timeline, kind: AxisKind): Window {
  const { end, world } = timeline;
  if (kind === 'physical') {
    const [from, to] = wholeOf({ measure: 'time', start: 0, end: Math.max(end.time, world.time) });
    return { from, to };
  }
  return { from: 0, to: Math.max(12, weaveOf(annalsOf(timeline)).lastSlot + 6) };
}

/** Where the playhead stands on the axis. */
export function headOf(timeline: Timeline, kind: AxisKind): number {
  const { world } = timeline;
  if (kind === 'physical') return world.time;
  const annals = annalsOf(timeline);
  const weave = weaveOf(annals);
  return valueOfSeq(weave, kind, Math.min(annals.last, world.seq)) + 0.5;
}

const secondsOf = (time: VirtualMs): string => `${(time / 1000).toFixed(3)} s`;

function slotTicks(
  weave: Weave,
  annals: Annals,
  { from, to }: Window,
  xOf: (value: number) => number,
  scale: number,
): readonly Tick[] {
  const step = Math.max(1, 2 ** Math.ceil(Math.log2(tickRoom / scale)));
  const ticks: Tick[] = [];
  const last = Math.min(to, weave.lastSlot);
  // Of a run by hand: there the time says nothing.
  const isAtOnce =
    annals.first < annals.last &&
    timeOfAnnal(annals, annals.first) === timeOfAnnal(annals, annals.last);
  for (let slot = Math.max(step, Math.ceil(from / step) * step); slot <= last; slot += step) {
    const seq = firstFrom(weave, 'logical', slot);
    const label = isAtOnce ? `#${seq}` : secondsOf(timeOfAnnal(annals, Math.min(seq, annals.last)));
    ticks.push({ x: xOf(slot), label });
  }
  return ticks;
}
