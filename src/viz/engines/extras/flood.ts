/** A flood of messages over the stage, on a canvas that is zoomed with it; a press means the nearest. */
import type { Extras } from '../../extras/types.ts';
import { dotAt } from '../../rack/dots.ts';
import { anchorAt } from '../rack/anchor.ts';
import { createSheet } from '../rack/canvas.ts';
import { paintDots } from '../rack/dots.ts';
import { onColours, type Palette, readPalette } from '../spacetime/palette.ts';
import type { StageHandlers } from '../stage.ts';

export interface Flood {
  readonly know: (extras: Extras) => void;
  readonly paint: () => void;
  readonly destroy: () => void;
}

export function createFlood(
  svg: SVGSVGElement,
  placeOf: (event: MouseEvent) => DOMPoint,
  onMessage: StageHandlers['onMessage'],
): Flood {
  const sheet = createSheet(svg, 'stage-flood', 'after');
  const listening = new AbortController();
  let palette: Palette | null = null;
  let drawn: Pick<Extras, 'flood' | 'width' | 'height'> = { flood: [], width: 1, height: 1 };

  function paint(): void {
    const { flood, width, height } = drawn;
    if (flood.length === 0) {
      sheet.clear();
      return;
    }
    palette ??= readPalette(svg.parentElement ?? document.body);
    const { x, y, width: shown } = svg.viewBox.baseVal;
    const scale = shown > 0 ? width / shown : 1;
    const context = sheet.fresh(width, height);
    context.scale(scale, scale);
    context.translate(-x, -y);
    paintDots(context, flood, palette);
  }

  const forget = onColours(() => {
    palette = null;
    paint();
  });
  svg.addEventListener(
    'click',
    (event) => {
      const isServer = event.target instanceof Element && event.target.closest('[data-server]');
      const { x, y } = placeOf(event);
      const found = isServer ? null : dotAt(drawn.flood, x, y);
      if (found === null) return;
      // What lies under the flood, a link, is not what was meant.
      event.stopImmediatePropagation();
      onMessage(found.id, anchorAt(svg, found), 'select');
    },
    { signal: listening.signal, capture: true },
  );

  return {
    know: (extras) => {
      drawn = extras;
    },
    paint,
    destroy: () => {
      listening.abort();
      forget();
      sheet.canvas.remove();
    },
  };
}
