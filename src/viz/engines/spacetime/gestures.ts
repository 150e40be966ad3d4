/**
 * What pointer and wheel do on the diagram: pan, zoom, brush, pick, and move an arrival or a lane. Nothing is kept from
 * scrolling the page.
 */

export interface Point {
  /** Along time and across the lanes, px. */
  readonly x: number;
  readonly y: number;
}

/** A handle, the name of a lane, the ruler, or the picture. */
export type Hold = 'handle' | 'lane' | 'brush' | 'pan';

export interface Gestures {
  /** What a press at a point would take hold of. */
  readonly holdAt: (at: Point, isBrushing: boolean) => Hold;
  readonly onPan: (px: number) => void;
  readonly onZoom: (factor: number, x: number) => void;
  readonly onBrush: (from: number, to: number, isOver: boolean) => void;
  readonly onDrag: (at: Point, isOver: boolean) => void;
  readonly onLane: (at: Point, isOver: boolean) => void;
  /** The gesture was given up. */
  readonly onCancel: () => void;
  readonly onPick: (at: Point) => void;
  /** A second press close after the first. */
  readonly onTwice: (at: Point) => void;
  readonly onHover: (at: Point | null) => void;
  readonly isUpright: () => boolean;
}

/** A press that moves less than this is a press, px. */
const still = 4;
const wheelStep = 0.0022;
/** Two presses so near to each other are one double press, ms and px: a finger is not as exact as a mouse. */
const twiceWithin = { ms: 400, px: 24 };

interface Held {
  readonly hold: Hold;
  readonly start: Point;
  last: Point;
  hasMoved: boolean;
}

/** Listens on the frame of the diagram; gives what stops listening. */
export function listenToDiagram(frame: HTMLElement, gestures: Gestures): () => void {
  const listening = new AbortController();
  const options = { signal: listening.signal };
  const hand = createHand(gestures);
  const pointOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    return gestures.isUpright() ? { x: y, y: x } : { x, y };
  };
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      frame.setPointerCapture(event.pointerId);
      hand.press(event.pointerId, pointOf(event), event.shiftKey);
    },
    options,
  );
  frame.addEventListener(
    'pointermove',
    (event) => {
      const isHeld = hand.move(event.pointerId, pointOf(event));
      if (!isHeld && event.pointerType === 'mouse') gestures.onHover(pointOf(event));
    },
    options,
  );
  frame.addEventListener('pointerleave', () => gestures.onHover(null), options);
  frame.addEventListener(
    'pointerup',
    (event) => hand.release(event.pointerId, pointOf(event), event.timeStamp),
    options,
  );
  frame.addEventListener('pointercancel', ({ pointerId }) => hand.giveUp(pointerId), options);
  // Wherever the focus is: who holds the mouse has not gone to the diagram by Tab.
  frame.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && hand.giveUp()) event.stopPropagation();
    },
    { ...options, capture: true },
  );
  const turn = (event: WheelEvent): void => onWheel(event, gestures, pointOf(event));
  frame.addEventListener('wheel', turn, { ...options, passive: false });
  return () => listening.abort();
}

// A plain wheel scrolls the page; with Ctrl (or a pinch on a pad) it zooms, with Shift (or sideways) it pans.
function onWheel(event: WheelEvent, { onZoom, onPan }: Gestures, { x }: Point): void {
  const { deltaX, deltaY, ctrlKey, shiftKey } = event;
  if (ctrlKey) onZoom(Math.exp(deltaY * wheelStep), x);
  else if (shiftKey || Math.abs(deltaX) > Math.abs(deltaY))
    onPan(-(deltaX === 0 ? deltaY : deltaX));
  else return;
  event.preventDefault();
}

interface Hand {
  readonly press: (id: number, at: Point, isBrushing: boolean) => void;
  /** Whether that pointer holds something. */
  readonly move: (id: number, at: Point) => boolean;
  readonly release: (id: number, at: Point, timeMs: number) => void;
  /** Lets go without doing anything; whether there was something to let go of. */
  readonly giveUp: (id?: number) => boolean;
}

/** One pointer holds, two pinch. */
function createHand(gestures: Gestures): Hand {
  const pointers = new Map<number, Point>();
  let held: Held | null = null;
  let pressed: { readonly at: Point; readonly timeMs: number } | null = null;

  function press(at: Point, timeMs: number): void {
    const isSecond =
      pressed !== null &&
      timeMs - pressed.timeMs <= twiceWithin.ms &&
      Math.hypot(at.x - pressed.at.x, at.y - pressed.at.y) <= twiceWithin.px;
    pressed = isSecond ? null : { at, timeMs };
    if (isSecond) gestures.onTwice(at);
  }

  function giveUp(id?: number): boolean {
    if (id !== undefined) pointers.delete(id);
    const isDrawing = held !== null && held.hold !== 'pan';
    if (isDrawing) gestures.onCancel();
    held = null;
    return isDrawing;
  }

  return {
    giveUp,
    press: (id, at, isBrushing) => {
      pointers.set(id, at);
      if (pointers.size > 1) giveUp();
      else held = { hold: gestures.holdAt(at, isBrushing), start: at, last: at, hasMoved: false };
    },
    move: (id, at) => {
      if (!pointers.has(id)) return false;
      if (held !== null) drag(gestures, held, at);
      else if (pointers.size === 2) pinch(gestures, pointers, id, at);
      return true;
    },
    release: (id, at, timeMs) => {
      pointers.delete(id);
      const grip = held;
      held = null;
      if (grip === null) return;
      finish(gestures, grip, at);
      if (grip.hasMoved) pressed = null;
      else press(at, timeMs);
    },
  };
}

function drag(gestures: Gestures, grip: Held, at: Point): void {
  grip.hasMoved ||= Math.hypot(at.x - grip.start.x, at.y - grip.start.y) >= still;
  if (!grip.hasMoved) return;
  if (grip.hold === 'pan') gestures.onPan(at.x - grip.last.x);
  else if (grip.hold === 'brush') gestures.onBrush(grip.start.x, at.x, false);
  else if (grip.hold === 'lane') gestures.onLane(at, false);
  else gestures.onDrag(at, false);
  grip.last = at;
}

function finish(gestures: Gestures, { hold, start, hasMoved }: Held, at: Point): void {
  if (!hasMoved) {
    gestures.onCancel();
    gestures.onPick(at);
  } else if (hold === 'brush') gestures.onBrush(start.x, at.x, true);
  else if (hold === 'lane') gestures.onLane(at, true);
  else if (hold === 'handle') gestures.onDrag(at, true);
}

function pinch(gestures: Gestures, pointers: Map<number, Point>, id: number, at: Point): void {
  const other = [...pointers].find(([key]) => key !== id)?.[1];
  const before = pointers.get(id);
  if (other === undefined || before === undefined) return;
  const [was, is] = [Math.abs(before.x - other.x), Math.abs(at.x - other.x)];
  if (was > 8 && is > 8) gestures.onZoom(was / is, (at.x + other.x) / 2);
  gestures.onPan((at.x - before.x) / 2);
  pointers.set(id, at);
}
