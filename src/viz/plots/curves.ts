/**
 * Cumulative curves, as in Figure 16: how many of the trials came to at most so much. A pure function to plain data.
 */
import { curveStepAfter, line, type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3';

export interface Curve {
  readonly id: string;
  /** What each trial came to, the least first. */
  readonly values: readonly number[];
  /** What somebody else has found: so large a share of the trials came to at most that. */
  readonly known?: readonly { readonly value: number; readonly share: number }[];
}

export interface CurvesInput {
  readonly curves: readonly Curve[];
  /** Of the picture, px. */
  readonly width: number;
  readonly height: number;
  /** Whether equal distances are equal factors: where some trials take a hundred times as long as others. */
  readonly isLog: boolean;
  readonly format: (value: number) => string;
  readonly share: (value: number) => string;
}

export interface Tick {
  readonly at: number;
  readonly text: string;
}

export interface CurveLine {
  readonly id: string;
  /** Its place among the curves, from 0: colour and dashes follow from it. */
  readonly place: number;
  /** For the attribute `d`. */
  readonly path: string;
}

/** A point that a curve would go through, had it been found by somebody else. */
export interface CurvePoint {
  readonly id: string;
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** Everything in px of the picture. */
export interface CurvesScene {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly lines: readonly CurveLine[];
  readonly points: readonly CurvePoint[];
}

const margins = { left: 44, right: 28, top: 8, bottom: 22 };
/** The least room between two figures of the axis. */
const betweenTicks = 90;

type Scale = ScaleContinuousNumeric<number, number>;

export function curves({
  curves: all,
  width,
  height,
  isLog,
  format,
  share,
}: CurvesInput): CurvesScene {
  const left = margins.left;
  const right = Math.max(left + 1, width - margins.right);
  const top = margins.top;
  const bottom = Math.max(top + 1, height - margins.bottom);
  const x = xScale(all, isLog).range([left, right]);
  const y = scaleLinear([0, 1], [bottom, top]);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    xTicks: ticksOf(x, (right - left) / betweenTicks).map((value) => ({
      at: x(value),
      text: format(value),
    })),
    yTicks: y.ticks(4).map((value) => ({ at: y(value), text: share(value) })),
    lines: all.flatMap(({ id, values }, place) => {
      const path = pathOf(values, x, y);
      return path === null ? [] : [{ id, place, path }];
    }),
    points: all.flatMap(({ id, known = [] }, place) =>
      known.map(({ value, share: part }) => ({ id, place, x: x(value), y: y(part) })),
    ),
  };
}

/** From the least to the most of all trials, with round ends. */
function xScale(all: readonly Curve[], isLog: boolean): Scale {
  const known = all.flatMap((curve) => (curve.known ?? []).map(({ value }) => value));
  const least = Math.min(...known, ...all.map(({ values }) => values[0] ?? Infinity));
  const most = Math.max(
    ...known,
    ...all.map(({ values }) => values[values.length - 1] ?? -Infinity),
  );
  if (!(least <= most)) return isLog ? scaleLog([1, 10], [0, 1]) : scaleLinear([0, 1], [0, 1]);
  if (isLog) return scaleLog([Math.max(least, 1), Math.max(most, least + 1, 10)], [0, 1]).nice();
  return scaleLinear([Math.min(0, least), most === least ? least + 1 : most], [0, 1]).nice();
}

/** Of a scale of factors, those that a person would write: 1, 2 and 5 of each power, or the powers alone. */
function ticksOf(scale: Scale, room: number): readonly number[] {
  const most = Math.max(2, Math.floor(room));
  const ticks = scale.ticks(most);
  if (ticks.length <= most) return ticks;
  const round = ticks.filter((value) => /^[125]/.test(value.toExponential()));
  return round.length <= most
    ? round
    : ticks.filter((value) => /^1e/.test(value.toExponential(0)) && isPower(value));
}

const isPower = (value: number): boolean => Number.isInteger(Math.log10(value));

/** Up by one trial at what it came to; null: there is none yet. */
function pathOf(values: readonly number[], x: Scale, y: Scale): string | null {
  const [first] = values;
  if (first === undefined) return null;
  const steps = values.map((value, place): [number, number] => [
    x(value),
    y((place + 1) / values.length),
  ]);
  const path = line().curve(curveStepAfter).digits(1);
  return path([[x(first), y(0)], ...steps]);
}
