/** A canvas over a part of its frame or all of it, sharp on any screen. */

/** A part of the frame, px. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Sheet {
  readonly canvas: HTMLCanvasElement;
  /** Empty, in px of the frame, ready to be drawn on; all of it is taken over by the page at each frame. */
  readonly fresh: (area: Area) => CanvasRenderingContext2D;
  readonly clear: () => void;
}

/** Keeps a canvas off the graphics card: pixel by pixel, or in hundreds of pieces, the processor alone draws sooner. */
export const withoutGpu: CanvasRenderingContext2DSettings = { willReadFrequently: true };

/** Puts a canvas of this class before or after `svg`; whoever cannot see it has the marks of the SVG. */
export function createSheet(
  svg: SVGSVGElement,
  className: string,
  where: 'before' | 'after',
): Sheet {
  const canvas = svg.ownerDocument.createElement('canvas');
  canvas.className = className;
  canvas.setAttribute('aria-hidden', 'true');
  svg[where](canvas);
  const context = canvas.getContext('2d', withoutGpu) as CanvasRenderingContext2D;
  // Shown with nothing on it, a canvas would still be a layer for the browser to compose at every frame.
  canvas.hidden = true;
  let isEmpty = true;
  let placed = '';

  function fresh(area: Area): CanvasRenderingContext2D {
    const density = globalThis.devicePixelRatio || 1;
    // Pixels of the screen, whole ones.
    const [left, top] = [Math.floor(area.left * density), Math.floor(area.top * density)];
    const across = Math.max(0, Math.round(area.right * density) - left);
    const down = Math.max(0, Math.round(area.bottom * density) - top);
    const place = [left, top, across, down].map((pixels) => `${pixels / density}px`).join(' ');
    if (place !== placed) {
      placed = place;
      const [x = '', y = '', width = '', height = ''] = place.split(' ');
      Object.assign(canvas.style, { left: x, top: y, width, height });
      canvas.width = across;
      canvas.height = down;
    } else if (!isEmpty) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, across, down);
    }
    context.setTransform(density, 0, 0, density, -left, -top);
    if (isEmpty) canvas.hidden = false;
    isEmpty = false;
    return context;
  }

  function clear(): void {
    if (isEmpty) return;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    canvas.hidden = true;
    isEmpty = true;
  }

  return { canvas, fresh, clear };
}

/** Draws something in its own places around a point. */
export function around(
  context: CanvasTransform,
  x: number,
  y: number,
  scale: number,
  draw: () => void,
): void {
  context.translate(x, y);
  context.scale(scale, scale);
  draw();
  context.scale(1 / scale, 1 / scale);
  context.translate(-x, -y);
}
