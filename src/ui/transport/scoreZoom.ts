/** Looking nearer at a stretch of the score, by the wheel: with Ctrl nearer and further, with Shift along it. Alone it goes along the run. */
import { scoreMargin } from '../../viz/index.ts';

/** The places at the ends of the score. */
export type Stretch = readonly [from: number, to: number];

/** No nearer than this can anything be told apart: ms, or events. */
export const least = 5;
/** One notch of a wheel. */
const notch = 1.25;
const panShare = 0.15;
/** Where the playhead comes to stand when it would leave the score. */
const lead = 0.9;

/** `view`, moved into the whole without being made longer; null: it is the whole. */
export function within([from, to]: Stretch, [first, last]: Stretch): Stretch | null {
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

/** How far a wheel was turned, px; some devices tell lines. */
const farOf = ({ deltaX, deltaY, deltaMode }: WheelEvent): number =>
  Math.abs(deltaY === 0 ? deltaX : deltaY) * (deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 32);

/** What a wheel over the score means. */
export interface WheelHandlers {
  /** A heartbeat on (1) or back (-1). */
  readonly step: (by: 1 | -1) => void;
  readonly pan: (by: 1 | -1) => void;
  /** About the place at this share of the score. */
  readonly zoom: (share: number, by: 1 | -1) => void;
  readonly showAll: () => void;
}

/** Where on the score that is, as a share of its width from its left end. */
export function shareAt(svg: SVGSVGElement, clientX: number): number {
  const { left, width } = svg.getBoundingClientRect();
  return (clientX - left - scoreMargin.left) / (width - scoreMargin.left - scoreMargin.right);
}

/** So far a wheel is turned for one step, px: a notch of a wheel, a stroke of a touchpad. */
const stepPx = 80;

/** Whether a wheel would scroll the page, or the one it stands in: then it must. */
const isScrolled = (): boolean =>
  window.parent !== window ||
  document.documentElement.scrollHeight > document.documentElement.clientHeight;

/** Listens for the wheel, and for a double click that shows the whole run again. */
export function heedWheel(svg: SVGSVGElement, handlers: WheelHandlers): () => void {
  const listening = new AbortController();
  const { pan, zoom, step, showAll } = handlers;
  let turned = 0;
  const stepBy = (by: 1 | -1, far: number): void => {
    // Who turns back does not have to undo what was turned for nothing.
    turned = Math.sign(turned) === by ? turned + far * by : far * by;
    if (Math.abs(turned) < stepPx) return;
    turned = 0;
    step(by);
  };
  const turn = (event: WheelEvent): void => {
    const by = turnOf(event);
    const isPlain = !event.ctrlKey && !event.shiftKey;
    if (by === 0 || (event.ctrlKey && event.shiftKey) || (isPlain && isScrolled())) return;
    event.preventDefault();
    if (isPlain) stepBy(by, farOf(event));
    else if (event.shiftKey) pan(by);
    else {
      const share = Math.min(1, Math.max(0, shareAt(svg, event.clientX)));
      zoom(share, by === 1 ? -1 : 1);
    }
  };
  const { signal } = listening;
  svg.addEventListener('wheel', turn, { signal, passive: false });
  svg.addEventListener('dblclick', showAll, { signal });
  return () => listening.abort();
}
