/** From values to looks: what a term looks like, where a moment stands on a strip. */
import type { Term, VirtualMs } from '../base/index.ts';

/** Terms share eight looks; a texture tells one round of eight from the next. */
const looks = 8;
const textures = 3;

export interface TermLook {
  /** For `class`: sets --term-pale, --term-line and --term-text on the element and below it. */
  readonly className: string;
  /** 1 to 8; 0 before any term. */
  readonly hue: number;
  /** Which texture lies over the fill; 0: none. */
  readonly texture: number;
}

const known: TermLook[] = [];

/** The look of a term, the same object for the same term. */
export function termLook(term: Term): TermLook {
  known[term] ??= makeLook(term);
  return known[term];
}

function makeLook(term: Term): TermLook {
  if (term <= 0) return { className: 'term-0', hue: 0, texture: 0 };
  const hue = ((term - 1) % looks) + 1;
  const texture = Math.floor((term - 1) / looks) % textures;
  return {
    className: texture === 0 ? `term-${hue}` : `term-${hue} term-round-${texture}`,
    hue,
    texture,
  };
}

export interface Tick {
  readonly x: number;
  readonly label: string;
}

export interface TimeScale {
  readonly xOf: (time: VirtualMs) => number;
  readonly timeAt: (x: number) => VirtualMs;
  readonly ticks: readonly Tick[];
}

/** A linear scale of virtual time over the pixels `from` to `to`, with a tick about every 110 px. */
export function timeScale(
  [start, end]: readonly [VirtualMs, VirtualMs],
  [from, to]: readonly [number, number],
): TimeScale {
  const last = Math.max(end, start + 1);
  const perMs = (to - from) / (last - start);
  const xOf = (time: VirtualMs): number => from + (time - start) * perMs;
  const times = roundTimes(start, last, Math.max(2, Math.round((to - from) / 110)));
  const step = (times[1] ?? 1) - (times[0] ?? 0);
  return {
    xOf,
    timeAt: (x) => start + (x - from) / perMs,
    ticks: times.map((time) => ({ x: xOf(time), label: timeLabel(time, step) })),
  };
}

/** Round times from `start` to `end`, about `count` of them: multiples of 1, 2 or 5 times a power of ten. */
function roundTimes(start: VirtualMs, end: VirtualMs, count: number): readonly VirtualMs[] {
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

/** The end of a strip that shows a run up to `end`: a round time a little later, so that it seldom moves. */
export function roundEnd(end: VirtualMs): VirtualMs {
  const floor = Math.max(end, 100);
  const unit = 10 ** Math.floor(Math.log10(floor)) / 4;
  return Math.ceil((floor * 1.02) / unit) * unit;
}
