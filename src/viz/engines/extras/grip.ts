/** What all drags on a stage have in common: they act when the pointer is let go (WCAG 2.5.2), and Escape gives up. */

export interface Grip {
  readonly press: (event: PointerEvent) => void;
  readonly move: (event: PointerEvent) => void;
  readonly release: (event: PointerEvent) => void;
  /** Lets go without doing anything; whether there was something to let go of. */
  readonly giveUp: () => boolean;
  /** Whether the press that comes with the end of a drag means nothing; told once. */
  readonly takesClick: () => boolean;
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
  svg.addEventListener('pointerdown', grip.press, isFirst ? first : { signal });
  page.addEventListener('pointermove', grip.move, { signal });
  page.addEventListener('pointerup', grip.release, { signal });
  page.addEventListener('pointercancel', grip.giveUp, { signal });
  page.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && grip.giveUp()) event.stopPropagation();
    },
    first,
  );
  svg.addEventListener(
    'click',
    (event) => {
      if (grip.takesClick()) event.stopImmediatePropagation();
    },
    first,
  );
}
