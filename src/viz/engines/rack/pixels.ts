/**
 * Hundreds of stamps put down pixel by pixel: by `drawImage` each would be recorded and drawn by itself, which takes
 * most of a frame on a slow machine.
 */

import { withoutGpu } from './canvas.ts';

/** What a stamp has somewhere: how far to the right and down, px of the screen, and which colour. */
interface Pixels {
  readonly across: Uint8Array;
  readonly down: Uint8Array;
  readonly colours: Uint32Array;
}

/** The pixels of a stamp: those that hide what is under them, and those of its rim. */
export interface Inked {
  readonly solid: Pixels;
  readonly rim: Pixels;
}

/** A sheet of the size of a canvas that is never seen, with its pixels as words. */
export interface Plate {
  readonly canvas: OffscreenCanvas;
  readonly width: number;
  readonly height: number;
  readonly words: Uint32Array;
  /** Takes the pixels over into `canvas`. */
  readonly finish: () => void;
}

const opaque = 255;

/** Reads them from a square of `side`, at most 256. */
export function inkedFrom({ data, width }: ImageData): Inked {
  const words = new Uint32Array(data.buffer);
  const where = (isMeant: (alpha: number) => boolean): Pixels => {
    const places = [...words.keys()].filter((place) => isMeant(data[4 * place + 3] as number));
    return {
      across: Uint8Array.from(places, (place) => place % width),
      down: Uint8Array.from(places, (place) => Math.floor(place / width)),
      colours: Uint32Array.from(places, (place) => words[place] as number),
    };
  };
  return {
    solid: where((alpha) => alpha === opaque),
    rim: where((alpha) => alpha > 0 && alpha < opaque),
  };
}

let last: Plate | null = null;

/** A plate of that size, empty; it is the same one as long as the size is. */
export function plateOf(width: number, height: number): Plate {
  if (last?.width !== width || last.height !== height) last = newPlate(width, height);
  else last.words.fill(0);
  return last;
}

function newPlate(width: number, height: number): Plate {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', withoutGpu) as OffscreenCanvasRenderingContext2D;
  const image = context.createImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  return { canvas, width, height, words, finish: () => context.putImageData(image, 0, 0) };
}

/** Puts a stamp down with its upper left corner at `x`, `y`, as far as the plate reaches. */
export function ink(plate: Plate, { solid, rim }: Inked, x: number, y: number): void {
  put(plate, solid, x, y, true);
  put(plate, rim, x, y, false);
}

// The rim of a stamp is mixed with nothing: over another one it is left out.
function put(
  { words, width }: Plate,
  { across, down, colours }: Pixels,
  x: number,
  y: number,
  hides: boolean,
): void {
  for (let place = 0; place < colours.length; place += 1) {
    const column = x + (across[place] as number);
    if (column < 0 || column >= width) continue;
    const at = (y + (down[place] as number)) * width + column;
    // Above or below the plate nothing is written: the list has no such place.
    if (hides || words[at] === 0) words[at] = colours[place] as number;
  }
}
