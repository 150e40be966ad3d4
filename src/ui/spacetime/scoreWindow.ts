/** The frame on the score around what the diagram shows: painted with it, and moved by hand. */
import type { Timeline } from '../../timeline/index.ts';
import { fromRun, onScore, type Placed, type Window } from '../../viz/index.ts';
import { spacetime as said, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Engine } from '../hooks/useEngine.ts';
import { show, windowOf } from './lensMoves.ts';

/** So near to an end of the bar the end is meant, px; of a short bar at most a third. */
const edgeReach = 10;

/** While playing it is drawn as often as the score under it. */
const paintEveryMs = 100;

type Part = 'from' | 'to' | 'whole';

interface Held {
  readonly part: Part;
  readonly startX: number;
  readonly placed: Placed;
}

/** Takes over an element that covers the score; in it is the frame, and in that the bar that it is held by. */
export function createScoreWindow(cover: HTMLElement, lab: Lab): Engine {
  const frame = cover.firstElementChild as HTMLElement;
  const bar = frame.firstElementChild as HTMLElement;
  let drawn: Placed | null = null;
  let place = { offset: 0, width: 1 };
  let measured: unknown = null;
  let paintedMs = -Infinity;

  // Asked for on every frame, where the score stands would have the page laid out on every frame. Names make room.
  function measure(setup: unknown): void {
    if (measured === setup) return;
    measured = setup;
    place = placeOf(cover);
  }

  function paint(timeline: Timeline): void {
    const nowMs = performance.now();
    if (lab.session.store.getState().isPlaying && nowMs - paintedMs < paintEveryMs) return;
    paintedMs = nowMs;
    measure(timeline.run.setup);
    const lens = lab.view.lens.getState();
    const placed = onScore(timeline, windowOf(lens, timeline), lens.axis, place.width);
    if (drawn !== null && isSame(drawn, placed)) return;
    drawn = placed;
    frame.style.transform = `translateX(${(place.offset + placed.x).toFixed(1)}px)`;
    frame.style.width = `${Math.max(2, placed.width).toFixed(1)}px`;
    tell(bar, placed);
  }

  const timelineOf = (): Timeline => lab.session.store.getState().timeline;
  const move = ({ from, to }: Window): void => {
    const { axis } = lab.view.lens.getState();
    show(lab, fromRun(timelineOf(), { from, to }, axis));
  };
  const deafen = listen(bar, () => drawn, move);
  const stopLooking = lab.view.lens.subscribe(() => paint(timelineOf()));
  return {
    paint,
    resize: () => {
      measured = null;
      drawn = null;
      paintedMs = -Infinity;
    },
    destroy: () => {
      stopLooking();
      deafen();
    },
  };
}

/** Where the score lies under what covers it, and how wide it is, px. */
function placeOf(cover: HTMLElement): { offset: number; width: number } {
  const score = cover.parentElement?.querySelector('svg')?.getBoundingClientRect();
  const { left } = cover.getBoundingClientRect();
  return { offset: (score?.left ?? left) - left, width: score?.width ?? 1 };
}

const isSame = (a: Placed, b: Placed): boolean =>
  a.x === b.x &&
  a.width === b.width &&
  a.from === b.from &&
  a.to === b.to &&
  a.whole[1] === b.whole[1];

/** What the bar says to the ear: the slider of the stretch. */
function tell(bar: HTMLElement, { measure, from, to, whole: [first, last] }: Placed): void {
  const start = Math.max(first, from);
  const say = measure === 'time' ? words.moment : words.time.event;
  bar.setAttribute('aria-valuemin', String(Math.round(first)));
  bar.setAttribute('aria-valuemax', String(Math.round(last)));
  bar.setAttribute('aria-valuenow', String(Math.round(start)));
  bar.setAttribute('aria-valuetext', said.shown(say(start), say(Math.round(to))));
}

/** A drag moves the stretch, or one end of it; Escape puts it back. */
function listen(
  bar: HTMLElement,
  look: () => Placed | null,
  move: (window: Window) => void,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let held: Held | null = null;
  const on = <Kind extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'>(
    kind: Kind,
    hear: (event: PointerEvent) => void,
  ): void => bar.addEventListener(kind, hear, { signal });
  const giveUp = (): void => {
    if (held !== null) move(held.placed);
    held = null;
  };
  on('pointerdown', (event) => {
    const placed = look();
    if (event.button !== 0 || placed === null) return;
    bar.setPointerCapture(event.pointerId);
    held = { part: partAt(bar, event.clientX), startX: event.clientX, placed };
  });
  on('pointermove', (event) => {
    bar.dataset.edge = String((held?.part ?? partAt(bar, event.clientX)) !== 'whole');
    if (held !== null) move(dragged(held, event.clientX));
  });
  on('pointerup', () => {
    held = null;
  });
  on('pointercancel', giveUp);
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || held === null) return;
    giveUp();
    event.stopPropagation();
  };
  bar.ownerDocument.addEventListener('keydown', onKey, { signal, capture: true });
  return () => listening.abort();
}

function partAt(bar: HTMLElement, clientX: number): Part {
  const { left, width } = bar.getBoundingClientRect();
  const reach = Math.min(edgeReach, width / 3);
  if (clientX < left + reach) return 'from';
  return clientX > left + width - reach ? 'to' : 'whole';
}

function dragged({ part, startX, placed }: Held, clientX: number): Window {
  const by = (clientX - startX) * placed.perPx;
  const { from, to } = placed;
  if (part === 'whole') return { from: from + by, to: to + by };
  return part === 'from'
    ? { from: Math.min(from + by, to), to }
    : { from, to: Math.max(to + by, from) };
}
