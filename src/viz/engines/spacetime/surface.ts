/** What the parts of the diagram are painted on: a canvas whose x runs along time, however the picture stands. */
import type { SpacetimeScene } from '../../spacetime/types.ts';
import { shape } from '../shapes.ts';
import type { Palette } from './palette.ts';

export interface Surface {
  readonly canvas: CanvasRenderingContext2D;
  readonly scene: SpacetimeScene;
  readonly palette: Palette;
  /** Device pixels a px. */
  readonly density: number;
}

/** Puts x along time: of an upright picture downwards. */
export function alongTime({ canvas, scene, density }: Surface): void {
  if (scene.isUpright) canvas.setTransform(0, density, density, 0, 0, 0);
  else canvas.setTransform(density, 0, 0, density, 0, 0);
}

export interface Sign {
  readonly path: string;
  readonly scale: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
}

/** A sign that stands upright whichever way time runs. */
export function putSign(surface: Surface, x: number, y: number, sign: Sign): void {
  const { canvas, scene, density } = surface;
  const { path, scale, fill, stroke, width = 2 } = sign;
  const [px, py] = scene.isUpright ? [y, x] : [x, y];
  canvas.setTransform(density * scale, 0, 0, density * scale, px * density, py * density);
  if (fill !== undefined) {
    canvas.fillStyle = fill;
    canvas.fill(shape(path));
  }
  if (stroke !== undefined) {
    canvas.strokeStyle = stroke;
    canvas.lineWidth = width / scale;
    canvas.stroke(shape(path));
  }
  alongTime(surface);
}

export interface Words {
  readonly text: string;
  readonly colour: string;
  readonly size: number;
  readonly weight?: number;
  readonly align?: CanvasTextAlign;
}

/** Words that stand upright too. */
export function putWords(surface: Surface, x: number, y: number, words: Words): void {
  const { canvas, scene, density, palette } = surface;
  const { text, colour, size, weight = 400, align = 'left' } = words;
  const [px, py] = scene.isUpright ? [y, x] : [x, y];
  canvas.setTransform(density, 0, 0, density, 0, 0);
  canvas.font = `${weight} ${size}px ${palette.face}`;
  canvas.fillStyle = colour;
  canvas.textAlign = align;
  canvas.textBaseline = 'middle';
  canvas.fillText(text, px, py);
  alongTime(surface);
}
