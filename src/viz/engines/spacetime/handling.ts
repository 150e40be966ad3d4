/** What the gestures mean in terms of the scene: another stretch to look at, an event picked, an arrival moved. */
import type { Seq, VirtualMs } from '../../../base/index.ts';
import type { LaneKey } from '../../spacetime/cone.ts';
import type { Hit, Hits } from '../../spacetime/hits.ts';
import type { Arrival, HandleMark, SpacetimeScene, Window } from '../../spacetime/types.ts';
import { noDraft } from './draft.ts';
import type { Gestures, Point } from './gestures.ts';
import { nameGrip } from './laneGrip.ts';
import type { Overlay } from './overlay.ts';

export interface SpacetimeHandlers {
  /** The reader wants to see another stretch of the run. */
  readonly onWindow: (window: Window) => void;
  /** An event was pressed, a message on its way, or nothing. */
  readonly onPick: (picked: Arrival | null) => void;
  /** An event was pressed twice. */
  readonly onGo: (seq: Seq) => void;
  /** The ground was pressed twice: the whole run is wanted. */
  readonly onFit: () => void;
  /** A lane was moved to this place among all. */
  readonly onLane: (lane: LaneKey, place: number) => void;
  /** The name of a lane was pressed. */
  readonly onName: (lane: LaneKey) => void;
  /** The end of a message was moved to later. */
  readonly onDelay: (of: Arrival, untilMs: VirtualMs) => void;
  readonly words: {
    readonly election: (term: number) => string;
    /** So much later, and when it arrives then. */
    readonly later: (ms: VirtualMs, at: VirtualMs) => string;
  };
}

/** What is drawn now, and what lies where in it. */
export interface Drawn {
  readonly scene: SpacetimeScene;
  readonly hits: Hits;
}
export type Look = () => Drawn | null;

/** The ruler of time, on which one brushes, is this far beyond the lanes, px. */
const rulerReach = 4;

/** Gestures on what `look` gives. */
export function gesturesOn(
  look: Look,
  overlay: Overlay,
  handlers: SpacetimeHandlers,
  frame: HTMLElement,
): Gestures {
  const { onWindow, onPick, onGo } = handlers;
  let grip: HandleMark | null = null;
  const names = nameGrip(look, overlay, handlers);
  const clear = (): void => overlay.drawDraft(noDraft);
  const hitAt = ({ x, y }: Point): Hit | null => look()?.hits(x, y) ?? null;
  const move = (to: (scene: SpacetimeScene) => Window): void => {
    const seen = look();
    if (seen !== null) onWindow(to(seen.scene));
  };
  return {
    isUpright: () => look()?.scene.isUpright ?? false,
    holdAt: (at, isBrushing) => {
      const hit = hitAt(at);
      grip = hit?.kind === 'handle' ? hit.handle : null;
      if (grip !== null) return 'handle';
      if (names.take(at)) return 'lane';
      return isBrushing || isOnRuler(look()?.scene, at) ? 'brush' : 'pan';
    },
    onPan: (px) => move((scene) => shifted(scene, px)),
    onZoom: (factor, x) => move((scene) => zoomed(scene, factor, x)),
    onBrush: (from, to, isOver) => {
      overlay.drawDraft({ ...noDraft, brush: isOver ? null : [from, to] });
      if (isOver) move((scene) => between(scene, from, to));
    },
    onDrag: (at, isOver) => {
      const scene = look()?.scene;
      if (scene === undefined || grip === null) return;
      if (isOver) clear();
      dragTo(scene, grip, Math.max(0, at.x - grip.x), { overlay, handlers, isOver });
    },
    onLane: names.drag,
    onCancel: clear,
    onPick: (at) => {
      if (names.press(at)) return;
      const hit = hitAt(at);
      if (hit?.kind === 'fold') move((scene) => around(scene, hit.fold));
      else if (hit?.kind === 'handle') onPick(hit.handle.of);
      else onPick(hit === null ? null : { kind: 'arrival', seq: hit.seq });
    },
    onTwice: (at) => {
      const hit = hitAt(at);
      if (hit === null && !names.isAt(at)) handlers.onFit();
      else if (hit?.kind === 'event') onGo(hit.seq);
      else if (hit?.kind === 'handle' && hit.handle.of.kind === 'arrival') onGo(hit.handle.of.seq);
    },
    onHover: (at) => {
      const hit = at === null ? null : hitAt(at);
      overlay.hover(hit?.kind === 'event' ? dotIn(look()?.scene, hit.seq) : null);
      const isRuler = at !== null && isOnRuler(look()?.scene, at);
      const isName = at !== null && names.isAt(at);
      frame.dataset.over = hit?.kind ?? (isName ? 'lane' : isRuler ? 'ruler' : 'none');
    },
  };
}

interface Drag {
  readonly overlay: Overlay;
  readonly handlers: SpacetimeHandlers;
  readonly isOver: boolean;
}

function dragTo(
  scene: SpacetimeScene,
  grip: HandleMark,
  px: number,
  { overlay, handlers, isOver }: Drag,
): void {
  const later = px * scene.msPerPx;
  if (isOver) {
    if (later > 0) handlers.onDelay(grip.of, valueAt(scene, grip.x) + later);
    return;
  }
  const label = handlers.words.later(later, valueAt(scene, grip.x) + later);
  const drag = { ...originOf(scene, grip), x2: grip.x + px, y2: grip.y, label };
  overlay.drawDraft({ ...noDraft, drag });
}

function isOnRuler(scene: SpacetimeScene | undefined, { y }: Point): boolean {
  if (scene === undefined) return false;
  return scene.isUpright ? y < scene.top - 2 * rulerReach : y > scene.bottom + rulerReach;
}

function dotIn(scene: SpacetimeScene | undefined, seq: Seq): { x: number; y: number } | null {
  const dot = scene?.dots.find((one) => one.seq === seq);
  if (dot !== undefined) return dot;
  const line = scene?.lines.find((one) => one.seq === seq);
  return line === undefined ? null : { x: line.x2, y: line.y2 };
}

function originOf(scene: SpacetimeScene, { of, x, y }: HandleMark): { x1: number; y1: number } {
  const mark =
    of.kind === 'flight'
      ? scene.flights.find(({ message }) => message === of.message)
      : scene.lines.find(({ seq }) => seq === of.seq);
  return { x1: mark?.x1 ?? x, y1: mark?.y1 ?? y };
}

/** What stands at an x, in the unit of the axis. */
const valueAt = ({ window, range }: SpacetimeScene, x: number): number =>
  window.from + ((x - range[0]) / (range[1] - range[0])) * (window.to - window.from);

function shifted(scene: SpacetimeScene, px: number): Window {
  const { window } = scene;
  const by = valueAt(scene, scene.range[0] + px) - window.from;
  return { from: window.from - by, to: window.to - by };
}

function zoomed(scene: SpacetimeScene, factor: number, x: number): Window {
  const at = valueAt(scene, x);
  const { from, to } = scene.window;
  return { from: at - (at - from) * factor, to: at + (to - at) * factor };
}

const between = (scene: SpacetimeScene, a: number, b: number): Window => ({
  from: valueAt(scene, Math.min(a, b)),
  to: valueAt(scene, Math.max(a, b)),
});

function around(scene: SpacetimeScene, { x, width }: { x: number; width: number }): Window {
  return between(scene, x - width * 0.05, x + width * 1.05);
}
