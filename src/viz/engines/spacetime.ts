/** Draws the space-time diagram: thousands of lines on a canvas, and over it in SVG what can be read and taken hold of. */
import { type Hits, hitsIn } from '../spacetime/hits.ts';
import type { SpacetimeScene } from '../spacetime/types.ts';
import { listenToDiagram } from './spacetime/gestures.ts';
import { type Drawn, gesturesOn, type SpacetimeHandlers } from './spacetime/handling.ts';
import { createOverlay } from './spacetime/overlay.ts';
import { paintDots } from './spacetime/paintDots.ts';
import { paintLanes } from './spacetime/paintLanes.ts';
import { paintFlights, paintLines } from './spacetime/paintLines.ts';
import { onColours, type Palette, readPalette } from './spacetime/palette.ts';
import { alongTime, type Surface } from './spacetime/surface.ts';

export interface SpacetimeEngine {
  readonly update: (scene: SpacetimeScene) => void;
  readonly destroy: () => void;
}

const sharpest = 3;

/** Takes over an empty element until destroyed. What it draws is hidden from assistive technology: a list speaks for it. */
export function createSpacetime(frame: HTMLElement, handlers: SpacetimeHandlers): SpacetimeEngine {
  const { ownerDocument } = frame;
  const canvas = ownerDocument.createElement('canvas');
  const svg = ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const element of [canvas, svg]) element.setAttribute('aria-hidden', 'true');
  frame.append(canvas, svg);
  const overlay = createOverlay(svg, handlers.words.election);
  let palette: Palette = readPalette(frame);
  let drawn: SpacetimeScene | null = null;
  let hits: Hits | null = null;

  function update(scene: SpacetimeScene): void {
    drawn = scene;
    hits = null;
    paint(canvas, scene, palette);
    overlay.draw(scene);
  }

  const stopColours = onColours(() => {
    palette = readPalette(frame);
    if (drawn !== null) update(drawn);
  });
  const look = (): Drawn | null => {
    if (drawn === null) return null;
    hits ??= hitsIn(drawn);
    return { scene: drawn, hits };
  };
  const deafen = listenToDiagram(frame, gesturesOn(look, overlay, handlers, frame));

  function destroy(): void {
    deafen();
    stopColours();
    canvas.remove();
    svg.remove();
  }

  return { update, destroy };
}

function paint(element: HTMLCanvasElement, scene: SpacetimeScene, palette: Palette): void {
  const density = Math.min(sharpest, devicePixelRatio);
  const [width, height] = scene.isUpright
    ? [scene.breadth, scene.length]
    : [scene.length, scene.breadth];
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  if (element.width !== wide) element.width = wide;
  if (element.height !== high) element.height = high;
  const canvas = element.getContext('2d');
  if (canvas === null) return;
  const surface: Surface = { canvas, scene, palette, density };
  canvas.setTransform(1, 0, 0, 1, 0, 0);
  canvas.clearRect(0, 0, wide, high);
  canvas.save();
  alongTime(surface);
  canvas.beginPath();
  canvas.rect(scene.range[0], 0, scene.range[1] - scene.range[0] + 8, scene.breadth);
  canvas.clip();
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  paintLanes(surface);
  paintConcurrent(surface);
  paintLines(surface);
  paintFlights(surface);
  paintDots(surface);
  canvas.restore();
}

/** Lanes fade where nothing on them has to do with the selected event. */
function paintConcurrent({ canvas, scene, palette }: Surface): void {
  canvas.globalAlpha = 0.66;
  canvas.fillStyle = palette.paper;
  for (const { concurrent, y, half } of scene.lanes)
    if (concurrent !== null)
      canvas.fillRect(concurrent.x, y - half - 1, concurrent.width, 2 * half + 2);
  canvas.globalAlpha = 1;
}
