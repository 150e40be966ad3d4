/**
 * Zooming and panning the stage: Ctrl and the wheel, the middle button, two fingers, or keys. A plain wheel and one
 * finger scroll the page. By hand, since d3's own weighs fifteen times as much and brings transitions along.
 */
import { placeIn } from './place.ts';

export interface Zooming {
  /** Keeps the part in view when the picture has a new size. */
  readonly fit: (width: number, height: number) => void;
  readonly destroy: () => void;
}

/** The part in view: its upper left corner, and how much larger it is drawn. */
interface Part {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const whole: Part = { x: 0, y: 0, k: 1 };
const most = 6;
const step = 1.25;
const panStep = 48;
const wheelStep = 0.0022;

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

// Nothing outside of the picture is ever in view.
function within({ x, y, k }: Part, { width, height }: Size): Part {
  const clamp = (at: number, size: number): number => Math.min(Math.max(0, at), size - size / k);
  return k <= 1 ? whole : { x: clamp(x, width), y: clamp(y, height), k };
}

/** Larger by `factor`, what is at `x,y` staying where it is. */
function zoomed(part: Part, factor: number, x: number, y: number): Part {
  const k = Math.min(most, Math.max(1, part.k * factor));
  const rest = part.k / k;
  return { x: x - (x - part.x) * rest, y: y - (y - part.y) * rest, k };
}

/** `onView` is told after the part in view has changed. */
export function createZoom(svg: SVGSVGElement, onView: () => void): Zooming {
  const listening = new AbortController();
  const options = { signal: listening.signal, passive: false };
  let size: Size = { width: 1, height: 1 };
  let part = whole;

  function show(next: Part): void {
    part = within(next, size);
    const box = [part.x, part.y, size.width / part.k, size.height / part.k];
    svg.setAttribute('viewBox', box.map((px) => Number(px.toFixed(2))).join(' '));
    svg.classList.toggle('is-zoomed', part.k > 1);
    onView();
  }

  const zoomAt = (factor: number, clientX: number, clientY: number): void => {
    const { x, y } = placeIn(svg, { clientX, clientY });
    show(zoomed(part, factor, x, y));
  };
  // As far as the pointer went on the page, which may be zoomed itself.
  const panBy = (dx: number, dy: number): void => {
    const scale = (part.k * svg.getBoundingClientRect().width) / size.width;
    show({ ...part, x: part.x - dx / scale, y: part.y - dy / scale });
  };

  svg.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomAt(Math.exp(-event.deltaY * wheelStep), event.clientX, event.clientY);
    },
    options,
  );
  svg.addEventListener('dblclick', ({ target }) => target === svg && show(whole), options);
  heedMiddle(svg, panBy, options);
  heedFingers(svg, zoomAt, panBy, options);
  heedKeys(svg, {
    zoom: (factor) => {
      const { width, height, k } = { ...size, ...part };
      show(zoomed(part, factor, part.x + width / k / 2, part.y + height / k / 2));
    },
    pan: panBy,
    showAll: () => show(whole),
    options,
  });

  return {
    fit: (width, height) => {
      if (width === size.width && height === size.height) return;
      size = { width, height };
      show(part);
    },
    destroy: () => listening.abort(),
  };
}

type Pan = (dx: number, dy: number) => void;

function heedMiddle(svg: SVGSVGElement, pan: Pan, options: AddEventListenerOptions): void {
  svg.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 1) return;
      event.preventDefault();
      svg.setPointerCapture(event.pointerId);
    },
    options,
  );
  svg.addEventListener(
    'pointermove',
    (event) => {
      if (svg.hasPointerCapture(event.pointerId) && (event.buttons & 4) !== 0)
        pan(event.movementX, event.movementY);
    },
    options,
  );
}

/** Two fingers zoom by how far they are apart, and pan by where they are. */
function heedFingers(
  svg: SVGSVGElement,
  zoomAt: (factor: number, x: number, y: number) => void,
  pan: Pan,
  options: AddEventListenerOptions,
): void {
  interface Grip {
    readonly x: number;
    readonly y: number;
    readonly apart: number;
  }
  let grip: Grip | null = null;
  const gripOf = ({ touches }: TouchEvent): Grip | null => {
    const [a, b] = [touches[0], touches[1]];
    if (a === undefined || b === undefined) return null;
    return {
      x: (a.clientX + b.clientX) / 2,
      y: (a.clientY + b.clientY) / 2,
      apart: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    };
  };
  const hold = (event: TouchEvent): void => {
    grip = gripOf(event);
    if (grip !== null) event.preventDefault();
  };
  svg.addEventListener('touchstart', hold, options);
  svg.addEventListener('touchend', hold, options);
  svg.addEventListener(
    'touchmove',
    (event) => {
      const next = gripOf(event);
      if (grip === null || next === null) return;
      event.preventDefault();
      pan(next.x - grip.x, next.y - grip.y);
      zoomAt(next.apart / Math.max(1, grip.apart), next.x, next.y);
      grip = next;
    },
    options,
  );
}

interface Keyed {
  readonly zoom: (factor: number) => void;
  readonly pan: Pan;
  readonly showAll: () => void;
  readonly options: AddEventListenerOptions;
}

/** `+` and `−`, `Shift 1` for all of it, and `Z` before arrows pan. */
function heedKeys(svg: SVGSVGElement, { zoom, pan, showAll, options }: Keyed): void {
  let isPanning = false;
  const press = ({ key, code, shiftKey }: KeyboardEvent): boolean => {
    const way = arrows[key];
    if (isPanning && way !== undefined) {
      pan(-way[0] * panStep, -way[1] * panStep);
      return true;
    }
    isPanning = key === 'z' && !isPanning;
    if (key === '+' || key === '=') zoom(step);
    else if (key === '-') zoom(1 / step);
    else if (shiftKey && code === 'Digit1') showAll();
    else return key === 'z';
    return true;
  };
  svg.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !press(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { ...options, capture: true },
  );
}
