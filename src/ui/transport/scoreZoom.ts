/**
 * The wheel over the strip of time: with Ctrl nearer and further, with Shift along it, by itself a heartbeat on or back,
 * unless the page has something to scroll or stands in a frame of another.
 */
import { scoreMargin } from '../../viz/index.ts';

/** The places at the ends of the score. */
export type Stretch = readonly [from: number, to: number];

/** No nearer than this can anything be told apart: ms, or events. */
const least = 5;
/** One notch of a wheel. */
const notch = 1.25;
const panShare = 0.15;
/** Where the playhead comes to stand when it would leave the score. */
const lead = 0.9;

/** `view`, moved into the whole without being made longer; null: it is the whole. */
function within([from, to]: Stretch, [first, last]: Stretch): Stretch | null {
  const span = to - from;
  if (span >= last - first) return null;
  const start = Math.min(Math.max(first, from), last - span);
  return [start, start + span];
}

/** Nearer (1) or further (-1) by a notch, with the moment `about` where it was; null: the whole run. */
export function zoomed(view: Stretch, whole: Stretch, about: number, by: 1 | -1): Stretch | null {
  const span = view[1] - view[0];
  const next = Math.max(least, by === 1 ? span / notch : span * notch);
  const share = (about - view[0]) / span;
  const from = about - share * next;
  return within([from, from + next], whole);
}

/** Later (1) or earlier (-1) by a step. */
export function panned([from, to]: Stretch, whole: Stretch, by: 1 | -1): Stretch | null {
  const far = (to - from) * panShare * by;
  return within([from + far, to + far], whole);
}

/** The stretch with `head` in it: moved just so far that it is. */
export function withHead(view: Stretch, head: number, whole: Stretch): Stretch | null {
  const [from, to] = view;
  const span = to - from;
  if (head > from + span * lead)
    return within([head - span * lead, head + span * (1 - lead)], whole);
  if (head < from) return within([head - span * (1 - lead), head + span * lead], whole);
  return within(view, whole);
}

/** Which way a wheel was turned, whatever its device calls that. */
const turnOf = ({ deltaX, deltaY }: WheelEvent): 1 | -1 | 0 => {
  const by = deltaY === 0 ? deltaX : deltaY;
  return by === 0 ? 0 : by > 0 ? 1 : -1;
};

/** What a wheel over the score means. */
export interface WheelHandlers {
  readonly pan: (by: 1 | -1) => void;
  /** About the place at this share of the score. */
  readonly zoom: (share: number, by: 1 | -1) => void;
  readonly showAll: () => void;
  /** A heartbeat on (1) or back (-1). */
  readonly beat: (by: 1 | -1) => void;
}

/** Listens for the wheel on the strip and what belongs to it, and for a double click that shows the whole run again. */
export function heedWheel(
  svg: SVGSVGElement,
  { pan, zoom, showAll, beat }: WheelHandlers,
): () => void {
  const listening = new AbortController();
  const turn = (event: WheelEvent): void => {
    const by = turnOf(event);
    if (by === 0 || event.ctrlKey === event.shiftKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      pan(by);
      return;
    }
    const { left, width } = svg.getBoundingClientRect();
    const room = width - scoreMargin.left - scoreMargin.right;
    const share = Math.min(1, Math.max(0, (event.clientX - left - scoreMargin.left) / room));
    zoom(share, by === 1 ? -1 : 1);
  };
  const options = { signal: listening.signal, passive: false };
  svg.addEventListener('wheel', turn, options);
  svg.addEventListener('dblclick', showAll, options);
  const beats = beatsIn();
  const strip = (svg.closest('.transport') ?? svg) as HTMLElement;
  const roll = (event: WheelEvent): void => {
    const isPlain = !(event.ctrlKey || event.shiftKey || event.altKey || event.metaKey);
    if (!isPlain || hasToScroll()) return;
    event.preventDefault();
    const by = beats(event.deltaY);
    if (by !== 0) beat(by);
  };
  strip.addEventListener('wheel', roll, options);
  return () => listening.abort();
}

/** Here, or around the frame that this is. */
function hasToScroll(): boolean {
  const { scrollHeight, clientHeight } = document.documentElement;
  return scrollHeight > clientHeight || window.parent !== window;
}

/** px of a heartbeat: a notch of a wheel is one, and a hand that glides over a pad does not fly through the run. */
const beatPx = 80;

/** Counts what a wheel was turned, and tells when it is a heartbeat's worth. */
export function beatsIn(): (deltaY: number) => 1 | -1 | 0 {
  let turned = 0;
  return (deltaY) => {
    // Who turns back means it at once.
    turned = Math.sign(turned) * Math.sign(deltaY) < 0 ? deltaY : turned + deltaY;
    if (Math.abs(turned) < beatPx) return 0;
    const by = turned > 0 ? 1 : -1;
    turned = 0;
    return by;
  };
}
