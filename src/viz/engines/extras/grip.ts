/** What all drags on a stage have in common: they act when the pointer is let go (WCAG 2.5.2), and Escape gives up. */
import { select } from 'd3';
import type { Layer } from '../../marks/layer.ts';

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

/** A grip that is told of what can be held, as it is drawn. */
export interface KnowingGrip<Known> extends Grip {
  readonly know: (now: Known) => void;
}

/** A drag of its own on a stage. */
export interface Hand<Known> {
  /** What there is to be held now. */
  readonly know: (now: Known) => void;
  readonly destroy: () => void;
}

interface HandOptions<Known> {
  /** The class of its layer, and the one shape in that. */
  readonly name: string;
  readonly shape: 'circle' | 'path';
  readonly isFirst?: boolean;
  readonly gripOn: (layer: Layer, signal: AbortSignal) => KnowingGrip<Known>;
}

/** Has a stage listened to with a grip that draws in a layer of its own. */
export function createHandOn<Known>(
  svg: SVGSVGElement,
  { name, shape, isFirst = false, gripOn }: HandOptions<Known>,
): Hand<Known> {
  const layer: Layer = select(svg).append('g').attr('class', name).attr('aria-hidden', 'true');
  layer.append(shape);
  const listening = new AbortController();
  const grip = gripOn(layer, listening.signal);
  listenToDrags(svg, grip, listening.signal, isFirst);
  return {
    know: grip.know,
    destroy: () => {
      listening.abort();
      layer.remove();
    },
  };
}

/** @param isFirst whether this grip hears of a press before the others, and may keep it to itself */
function listenToDrags(svg: SVGSVGElement, grip: Grip, signal: AbortSignal, isFirst = false): void {
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
