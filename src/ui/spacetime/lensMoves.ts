/** Moving what the diagram shows: along the run, nearer and further, and with the playhead. */
import type { LensState } from '../../store/index.ts';
import { annalsOf, measureOf, type Run, type Timeline } from '../../timeline/index.ts';
import {
  extentOf,
  headOf,
  leastSpan,
  valueOfSeq,
  type Window,
  weaveOf,
  windowOn,
} from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';

/** What is shown at first: ms, slots. */
const firstSpan = { physical: 300, logical: 60 } as const;
/** Where in the window the playhead stands that has come into it, and from where on the window follows it. */
const entry = 0.7;
const furthest = 0.9;
/** A press of a key or a button. */
const zoomStep = 1.5;
const panStep = 0.2;

const timelineOf = ({ session }: Lab): Timeline => session.store.getState().timeline;

/** The stretch shown; around the playhead where nobody has looked yet. */
export function windowOf({ axis, window }: LensState, timeline: Timeline): Window {
  if (window !== null) return window;
  const head = headOf(timeline, axis);
  const span = firstSpan[axis];
  return inside({ from: head - span * entry, to: head + span * (1 - entry) }, timeline, axis);
}

/** Begins to look at a run: at all of it anew where it is another one, along what it is measured by. */
export function lookAt({ view: { lens } }: Lab, run: Run): void {
  const { of, window } = lens.getState();
  if (of === run) return;
  // A link has said already what is to be seen.
  const isSaid = of === null && window !== null;
  const axis = measureOf(run) === 'order' ? 'logical' : 'physical';
  lens.setState(isSaid ? { of: run } : { of: run, axis, window: null });
}

/** Keeps a stretch within the run, and no shorter than can be read. */
function inside({ from, to }: Window, timeline: Timeline, axis: LensState['axis']): Window {
  const extent = extentOf(timeline, axis);
  // As much as fits at first may be shown of a shorter run, so that what comes has its place.
  const most = Math.max(extent.to - extent.from, firstSpan[axis]);
  const span = Math.min(most, Math.max(leastSpan[axis], to - from));
  const middle = (from + to) / 2;
  const start = Math.max(extent.from, middle - span / 2);
  const last = Math.max(extent.from, extent.to - span * 0.4);
  const begin = Math.min(start, last);
  return { from: begin, to: begin + span };
}

/** Shows this stretch, as far as the run has it. */
export function show(lab: Lab, window: Window): void {
  const { axis } = lab.view.lens.getState();
  lab.view.lens.setState({ window: inside(window, timelineOf(lab), axis) });
}

const now = (lab: Lab): Window => windowOf(lab.view.lens.getState(), timelineOf(lab));

/** A step along the run: 1 later, -1 earlier. */
export function pan(lab: Lab, by: 1 | -1): void {
  const { from, to } = now(lab);
  const far = (to - from) * panStep * by;
  show(lab, { from: from + far, to: to + far });
}

/** A step nearer (1) or further (-1), about the playhead where it is in view, else about the middle. */
export function zoom(lab: Lab, by: 1 | -1): void {
  const { from, to } = now(lab);
  const head = headOf(timelineOf(lab), lab.view.lens.getState().axis);
  const about = head >= from && head <= to ? head : (from + to) / 2;
  const factor = by === 1 ? 1 / zoomStep : zoomStep;
  show(lab, { from: about - (about - from) * factor, to: about + (to - about) * factor });
}

/** The whole run. */
export function showAll(lab: Lab): void {
  show(lab, extentOf(timelineOf(lab), lab.view.lens.getState().axis));
}

/** The same stretch on the other axis; what was selected stays in view. */
export function setAxis(lab: Lab, axis: LensState['axis']): void {
  const { lens } = lab.view;
  if (lens.getState().axis === axis) return;
  const timeline = timelineOf(lab);
  const window = windowOn(timeline, now(lab), axis);
  lens.setState({ axis, window: inside(window, timeline, axis) });
  const { selection } = lab.view.store.getState();
  if (selection?.kind === 'event') reveal(lab, selection.seq);
}

/** Brings an event into view; nothing moves where it is there. */
export function reveal(lab: Lab, seq: number): void {
  const timeline = timelineOf(lab);
  if (seq < annalsOf(timeline).first || seq > annalsOf(timeline).last) return;
  const { axis } = lab.view.lens.getState();
  bring(lab, valueOfSeq(weaveOf(annalsOf(timeline)), axis, seq), 0.5);
}

function bring(lab: Lab, value: number, share: number): void {
  const { from, to } = now(lab);
  const margin = (to - from) * 0.03;
  if (value >= from + margin && value <= to - margin) return;
  const start = value - (to - from) * share;
  show(lab, { from: start, to: start + to - from });
}

/** Where the playhead stood when the window last looked at it. */
export interface Following {
  head: number;
}

/** Keeps the playhead in view: while it plays in the window, and wherever a seek takes it. */
export function follow(lab: Lab, timeline: Timeline, following: Following): void {
  const { axis, window } = lab.view.lens.getState();
  const head = headOf(timeline, axis);
  const before = following.head;
  following.head = head;
  if (window === null) {
    lab.view.lens.setState({ window: windowOf(lab.view.lens.getState(), timeline) });
    return;
  }
  // A window that came with a link is shown as far as this run has it.
  if (Number.isNaN(before)) show(lab, window);
  if (head === before || Number.isNaN(before)) return;
  const span = window.to - window.from;
  const wasThere = before >= window.from && before <= window.to;
  if (!lab.session.store.getState().isPlaying) bring(lab, head, entry);
  else if (wasThere && head > window.from + span * furthest) {
    const from = head - span * furthest;
    lab.view.lens.setState({ window: { from, to: from + span } });
  }
}
