/** What all drags on a stage have in common: they act when the pointer is let go (WCAG 2.5.2), and Escape gives up. */

/** What was held: something pressed that did not move, or something drawn along; null: nothing. */
export type Holding = 'press' | 'drag' | null;

export const holdingOf = (hold: { readonly hasMoved: boolean } | null): Holding =>
  hold === null ? null : hold.hasMoved ? 'drag' : 'press';

export interface Grip {
  readonly press: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  /** Lets go, and does what was meant. */
  readonly release: (event: PointerEvent) => Holding;
  /** Lets go without doing anything. */
  readonly giveUp: () => Holding;
}

/** @param isFirst whether this grip hears of a press before the others, and may keep it to itself */
export function listenToDrags(
  svg: SVGSVGElement,
  grip: Grip,
  signal: AbortSignal,
  isFirst = false,
): void {
  const page = svg.ownerDocument;
  const first = { signal, capture: true };
  // What was a drag is no press of what lies under its end.
  let isClickOver = false;
  const letGo = (held: Holding): boolean => {
    isClickOver ||= held === 'drag';
    return held !== null;
  };
  const press = (event: PointerEvent): void => {
    isClickOver = false;
    grip.press(event);
  };
  svg.addEventListener('pointerdown', press, isFirst ? first : { signal });
  page.addEventListener('pointermove', grip.move, { signal });
  page.addEventListener('pointerup', (event) => letGo(grip.release(event)), { signal });
  page.addEventListener('pointercancel', () => letGo(grip.giveUp()), { signal });
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && letGo(grip.giveUp())) event.stopPropagation();
    },
    first,
  );
  svg.addEventListener(
    'click',
    (event) => {
      if (isClickOver) event.stopImmediatePropagation();
      isClickOver = false;
    },
    first,
  );
}
