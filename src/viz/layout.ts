/** Where the servers stand: on a ring, the first on top, clockwise, each with room for its words. */

/** On which side of its server a label stands. */
export type Side = 'above' | 'right' | 'below' | 'left';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

export interface Layout {
  readonly places: readonly Place[];
  /** Radius of a server's outer ring, px. */
  readonly radius: number;
  /** Width a label may take, px. */
  readonly labelWidth: number;
  /** `terse`: of what could be said next to a server there is room for one thing only. */
  readonly speech: 'full' | 'small' | 'terse';
}

/** Height of a label of three lines, and the room for a crown above a server, px. */
const labelHeight = 58;
export const glyphRoom = 22;
const labelGap = 12;
const largestRadius = 46;
const smallestRadius = 17;
const largestRing = 250;

/** Below this width labels stand under their servers, since beside them they would press the ring together. */
const narrow = 560;

/** Servers on a ring in `width` by `height` px, the ring as large as its labels let it be. */
export function ringLayout(count: number, width: number, height: number): Layout {
  const isNarrow = width < narrow;
  const speech = !isNarrow ? 'full' : count > 5 ? 'terse' : 'small';
  const labelWidth = { full: 122, small: 108, terse: 62 }[speech];
  const directions = Array.from({ length: count }, (_, index) => directionOf(index, count));
  const sides = directions.map((direction) => sideOf(direction, count, isNarrow));
  let low = 0;
  let high = count === 1 ? 0 : largestRing;
  for (let round = 0; round < 12; round += 1) {
    const ring = (low + high) / 2;
    const box = bounds(directions, sides, ring, radiusFor(count, ring, width), labelWidth);
    if (box.right - box.left <= width - 8 && box.bottom - box.top <= height - 8) low = ring;
    else high = ring;
  }
  const radius = radiusFor(count, low, width);
  const box = bounds(directions, sides, low, radius, labelWidth);
  const dx = width / 2 - (box.left + box.right) / 2;
  const dy = height / 2 - (box.top + box.bottom) / 2;
  const places = directions.map(([x, y], index) => ({
    x: dx + x * low,
    y: dy + y * low,
    side: sides[index] as Side,
  }));
  return { places, radius, labelWidth, speech };
}

type Direction = readonly [x: number, y: number];

// Two servers stand side by side and four in a square: on a wide page that leaves them the most room.
function directionOf(index: number, count: number): Direction {
  const start = count === 2 ? Math.PI : count === 4 ? -0.75 * Math.PI : -0.5 * Math.PI;
  const angle = start + (2 * Math.PI * index) / count;
  return [Math.cos(angle), Math.sin(angle)];
}

function sideOf([x, y]: Direction, count: number, isNarrow: boolean): Side {
  if (count <= 2) return 'below';
  // Outside of the ring, where no link passes.
  if (isNarrow || Math.abs(x) < 0.2) return y < 0 ? 'above' : 'below';
  return x > 0 ? 'right' : 'left';
}

function radiusFor(count: number, ring: number, width: number): number {
  const largest = width < narrow ? 36 : largestRadius;
  if (count === 1) return largest;
  const chord = 2 * ring * Math.sin(Math.PI / count);
  return Math.max(smallestRadius, Math.min(largest, chord * (width < narrow ? 0.25 : 0.3)));
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What the ring takes, labels and crowns included, around a centre at 0. */
function bounds(
  directions: readonly Direction[],
  sides: readonly Side[],
  ring: number,
  radius: number,
  labelWidth: number,
): Box {
  const box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  directions.forEach(([dx, dy], index) => {
    const [x, y, side] = [dx * ring, dy * ring, sides[index]];
    const beside = radius + labelGap + labelWidth;
    const half = Math.max(radius + 4, labelWidth / 2);
    box.left = Math.min(box.left, x - (side === 'left' ? beside : half));
    box.right = Math.max(box.right, x + (side === 'right' ? beside : half));
    const above = radius + glyphRoom + (side === 'above' ? labelHeight : 0);
    box.top = Math.min(box.top, y - above);
    box.bottom = Math.max(box.bottom, y + radius + 6 + (side === 'below' ? labelHeight : 4));
  });
  return box;
}
