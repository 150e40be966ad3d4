/** Looking nearer at the score with two fingers: what lies under each stays under it. */
import { least, type Stretch, shareAt } from './scoreZoom.ts';

/** Of the score's width, from its left end: where two fingers are. */
export type Fingers = readonly [a: number, b: number];

/** Nearer to each other than this two fingers say nothing of how near to look. */
const leastApart = 0.05;

export interface FingerHandlers {
  /** One came down, before anything follows from it. */
  readonly first: () => void;
  /** Another did: what followed from the first was not meant. */
  readonly second: () => void;
  /** From where the two came down to where they are. */
  readonly move: (from: Fingers, to: Fingers) => void;
}

/** Listens on the score, before whoever takes one finger for a place to go to. */
export function heedFingers(
  svg: SVGSVGElement,
  { first, second, move }: FingerHandlers,
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const held = new Map<number, number>();
  let from: Fingers | null = null;
  const now = (): Fingers => {
    const [a = 0, b = 0] = held.values();
    return [a, b];
  };
  const put = ({ pointerId, clientX }: PointerEvent): void => {
    held.set(pointerId, shareAt(svg, clientX));
  };
  svg.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch') return;
      if (held.size === 0) first();
      put(event);
      from = held.size === 2 ? now() : null;
      if (from !== null) second();
    },
    { signal, capture: true },
  );
  svg.addEventListener(
    'pointermove',
    (event) => {
      if (!held.has(event.pointerId)) return;
      put(event);
      if (from !== null) move(from, now());
    },
    { signal },
  );
  for (const name of ['pointerup', 'pointercancel'] as const)
    svg.addEventListener(
      name,
      ({ pointerId }) => {
        held.delete(pointerId);
        from = null;
      },
      { signal },
    );
  return () => listening.abort();
}

/** The stretch in which the places that were under the fingers in `view` are under them now. */
export function stretched(view: Stretch, from: Fingers, to: Fingers): Stretch {
  const span = view[1] - view[0];
  const placeOf = (share: number): number => view[0] + share * span;
  const [was, is] = [from[1] - from[0], to[1] - to[0]];
  // Side by side, or crossed, they move the stretch and do not stretch it.
  const isClear = Math.abs(was) >= leastApart && is / was > 0 && Math.abs(is) >= leastApart;
  const next = isClear ? Math.max(least, (span * was) / is) : span;
  const middle = placeOf((from[0] + from[1]) / 2);
  const start = middle - ((to[0] + to[1]) / 2) * next;
  return [start, start + next];
}
