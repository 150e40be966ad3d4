/** Where a place along a run stands on a strip, and how that is labelled. */
import type { VirtualMs } from '../../base/index.ts';
import type { Measure, Span } from '../../timeline/index.ts';

export interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Where a place along a run stands, px. */
export interface Scale {
  readonly xOf: (place: number) => number;
  readonly ticks: readonly Tick[];
}

const tickLabels: Readonly<Record<Measure, (place: number, step: number) => string>> = {
  time: timeLabel,
  order: (seq) => `#${seq}`,
};

/** The mean width of a letter of a label, and the room between two labels, px. */
const [letter, wordSpace] = [6, 6];

/** A linear scale of a run over the pixels `from` to `to`, with a tick about every 110 px, and none too near. */
export function scaleOf(
  measure: Measure,
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): Scale {
  const last = Math.max(end, start + 1);
  const perUnit = (to - from) / (last - start);
  const xOf = (place: number): number => from + (place - start) * perUnit;
  const places = roundPlaces(start, last, Math.max(2, Math.round((to - from) / 110)));
  const step = (places[1] ?? 1) - (places[0] ?? 0);
  const whole = places.filter((place) => measure === 'time' || Number.isInteger(place));
  const labels = whole.map((place) => tickLabels[measure](place, step));
  const room = Math.max(0, ...labels.map(({ length }) => length)) * letter + wordSpace;
  // Counted from the start of the run: a label that stays does so while the strip moves.
  const every = Math.max(1, Math.ceil(room / (step * perUnit)));
  const ticks = whole.flatMap((place, at) =>
    Math.round(place / step) % every === 0 ? [{ x: xOf(place), label: labels[at] as string }] : [],
  );
  return { xOf, ticks };
}

/** Round places from `start` to `end`, about `count` of them: multiples of 1, 2 or 5 times a power of ten. */
function roundPlaces(start: number, end: number, count: number): readonly number[] {
  const wanted = (end - start) / count;
  const power = 10 ** Math.floor(Math.log10(wanted));
  // The nearest of them by ratio.
  const share = wanted / power;
  const step =
    power * (share >= 50 ** 0.5 ? 10 : share >= 10 ** 0.5 ? 5 : share >= 2 ** 0.5 ? 2 : 1);
  const first = Math.ceil(start / step);
  const many = Math.max(0, Math.floor(end / step) - first + 1);
  return Array.from({ length: many }, (_, place) => (first + place) * step);
}

/** Milliseconds while they stay short, seconds with as many places as the step needs. */
function timeLabel(time: VirtualMs, step: VirtualMs): string {
  if (time === 0) return '0';
  if (step < 10) return `${Number(time.toFixed(3))} ms`;
  const places = step >= 1000 ? 0 : step >= 100 ? 1 : 2;
  return `${(time / 1000).toFixed(places)} s`;
}

/** The ends of a strip that shows all of a run: the last is a round place a little later, so that it seldom moves. */
export function wholeOf({ measure, start, end }: Omit<Span, 'now'>): readonly [number, number] {
  return [start, start + rounded(Math.max(end - start, leastWhole[measure]))];
}

/** No run is shown on less. */
const leastWhole: Readonly<Record<Measure, number>> = { time: 100, order: 20 };

function rounded(length: number): number {
  const unit = 10 ** Math.floor(Math.log10(length)) / 4;
  return Math.ceil((length * 1.02) / unit) * unit;
}
