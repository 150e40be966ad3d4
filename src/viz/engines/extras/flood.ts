/** A flood of messages over the stage, on a canvas that is zoomed with it; a press means the nearest. */
import type { Extras } from '../../extras/types.ts';
import { dotAt } from '../../rack/dots.ts';
import type { Scene } from '../../scene/types.ts';
import { anchorAt } from '../rack/anchor.ts';
import { type Area, createSheet } from '../rack/canvas.ts';
import { paintDots } from '../rack/dots.ts';
import { onColours, type Palette, readPalette } from '../spacetime/palette.ts';
import type { StageHandlers } from '../stage.ts';

export interface Flood {
  /** `servers`: between whom all messages are on their way. */
  readonly know: (extras: Extras, servers: Scene['servers']) => void;
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
  let between: Scene['servers'] = [];

  function paint(): void {
    const { flood, width } = drawn;
    if (flood.length === 0) {
      sheet.clear();
      return;
    }
    palette ??= readPalette(svg.parentElement ?? document.body);
    const { x, y, width: shown } = svg.viewBox.baseVal;
    const scale = shown > 0 ? width / shown : 1;
    const context = sheet.fresh(areaOf(between, { x, y, scale }, drawn));
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
    know: (extras, servers) => {
      drawn = extras;
      between = servers;
    },
    paint,
    destroy: () => {
      listening.abort();
      forget();
      sheet.canvas.remove();
    },
  };
}

/** How far a mark reaches beyond its place, px. */
const reach = 12;

/** No more of the picture than messages can be in. */
function areaOf(
  servers: Scene['servers'],
  { x, y, scale }: View,
  { width, height }: Pick<Extras, 'width' | 'height'>,
): Area {
  const [across, down] = [servers.map((one) => one.x), servers.map((one) => one.y)];
  const spread = reach * scale;
  return {
    left: Math.max(0, (Math.min(...across) - x) * scale - spread),
    top: Math.max(0, (Math.min(...down) - y) * scale - spread),
    right: Math.min(width, (Math.max(...across) - x) * scale + spread),
    bottom: Math.min(height, (Math.max(...down) - y) * scale + spread),
  };
}

/** Which part of the picture is in view: its upper left corner, and how much larger it is drawn. */
interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
