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
  /** Width a row of votes may take, px. */
  readonly votesWidth: number;
  /** `terse`: of what could be said next to a server there is room for one thing only. */
  readonly speech: 'full' | 'small' | 'terse';
}

/** The room for a crown above a server, and between a server and words beside it, px. */
export const glyphRoom = 22;
const labelGap = 14;
/** At the top of a picture stand the tools of the stage, px: nothing else does. */
export const toolRoom = 30;
/** For the outline and the words above a side that is cut off, px. */
const outlineRoom = 22;
const largestRadius = 46;
const smallestRadius = 17;
const largestRing = 250;
const smallestRing = 24;

/** Sizes below which less is said next to a server, px. */
const narrow = 560;
const low = 300;

/** How a ring is laid out in a frame of some shape: what is the same for all of its servers. */
interface Plan {
  readonly speech: Layout['speech'];
  /** `beside`: to the right and left, which takes width. `outside`: above and below, which takes height. */
  readonly labels: 'beside' | 'outside';
  readonly labelWidth: number;
  readonly labelHeight: number;
  readonly largestRadius: number;
  /** Radius of a server in parts of its distance to the next. */
  readonly density: number;
}

function planFor(count: number, width: number, height: number): Plan {
  const isWide = width >= narrow && height >= low;
  const isFlat = height < Math.min(low, width * 0.8);
  const speech = isWide ? 'full' : count > 5 || isFlat ? 'terse' : 'small';
  return {
    speech,
    labels: isWide || isFlat ? 'beside' : 'outside',
    labelWidth: { full: 136, small: 108, terse: 62 }[speech],
    labelHeight: { full: 58, small: 58, terse: 40 }[speech],
    largestRadius: { full: largestRadius, small: 36, terse: 32 }[speech],
    density: isWide ? 0.3 : 0.25,
  };
}

/** Servers on a ring in `width` by `height` px, the ring as large as the tools and its labels let it be. */
export function ringLayout(count: number, width: number, height: number): Layout {
  const { places, ...rest } = ringIn(count, width, height - toolRoom);
  return { places: places.map((place) => ({ ...place, y: place.y + toolRoom })), ...rest };
}

function ringIn(count: number, width: number, height: number): Layout {
  const plan = planFor(count, width, height);
  const directions = Array.from({ length: count }, (_, index) => directionOf(index, count));
  const sides = directions.map((direction) => sideOf(direction, count, plan, height));
  const boxFor = (ring: number): Box =>
    bounds(directions, sides, ring, radiusFor(count, ring, plan), plan);
  let least = count === 1 ? 0 : smallestRing;
  let most = count === 1 ? 0 : largestRing;
  for (let round = 0; round < 12; round += 1) {
    const ring = (least + most) / 2;
    const { left, right, top, bottom } = boxFor(ring);
    if (right - left <= width - 8 && bottom - top <= height - 8) least = ring;
    else most = ring;
  }
  const { left, right, top, bottom } = boxFor(least);
  const places = directions.map(([x, y], index) => ({
    x: (width - left - right) / 2 + x * least,
    y: (height - top - bottom) / 2 + y * least,
    side: sides[index] as Side,
  }));
  const { speech } = plan;
  const labelWidth = widthOfLabels(count, least, plan);
  // Above a server there is room as far as the next one, and to the edge of the picture.
  const edge = Math.min(...places.map(({ x }) => Math.min(x, width - x)));
  const votesWidth =
    plan.labels === 'beside'
      ? votesBeside(labelWidth, speech)
      : Math.max(labelWidth, Math.min(chordOf(count, least), 2 * edge) - labelGap / 2);
  return { places, radius: radiusFor(count, least, plan), labelWidth, votesWidth, speech };
}

/** The labels of a large picture reach into the margin of the page, where a row of boxes would be seen to. */
export const votesBeside = (labelWidth: number, speech: Layout['speech']): number =>
  speech === 'full' ? labelWidth - 20 : labelWidth;

// Under each other's servers, words of neighbours stand side by side.
const widthOfLabels = (count: number, ring: number, { labels, labelWidth }: Plan): number =>
  labels === 'beside' || count < 3
    ? labelWidth
    : Math.min(labelWidth, chordOf(count, ring) - labelGap / 2);

type Direction = readonly [x: number, y: number];

// Two servers stand side by side and four in a square: on a wide page that leaves them the most room.
function directionOf(index: number, count: number): Direction {
  const start = count === 2 ? Math.PI : count === 4 ? -0.75 * Math.PI : -0.5 * Math.PI;
  const angle = start + (2 * Math.PI * index) / count;
  return [Math.cos(angle), Math.sin(angle)];
}

// Always outside of the ring, where no link passes.
function sideOf([x, y]: Direction, count: number, { labels }: Plan, height: number): Side {
  if (count <= 2) return 'below';
  const isOnAxis = Math.abs(x) < 0.2;
  if (labels === 'outside') return y < 0 ? 'above' : 'below';
  // In a low frame height is dear.
  if (isOnAxis && height >= low) return y < 0 ? 'above' : 'below';
  return x > -0.01 ? 'right' : 'left';
}

function radiusFor(count: number, ring: number, { largestRadius: most, density }: Plan): number {
  if (count === 1) return most;
  return Math.max(smallestRadius, Math.min(most, chordOf(count, ring) * density));
}

/** How far neighbours stand apart. */
const chordOf = (count: number, ring: number): number => 2 * ring * Math.sin(Math.PI / count);

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
  { labelWidth, labelHeight }: Plan,
): Box {
  const box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  directions.forEach(([dx, dy], index) => {
    const [x, y, side] = [dx * ring, dy * ring, sides[index]];
    const beside = radius + labelGap + labelWidth;
    const half = Math.max(radius + 4, labelWidth / 2);
    box.left = Math.min(box.left, x - (side === 'left' ? beside : half));
    box.right = Math.max(box.right, x + (side === 'right' ? beside : half));
    const above = radius + glyphRoom + (side === 'above' ? labelHeight + outlineRoom : 0);
    box.top = Math.min(box.top, y - above);
    box.bottom = Math.max(box.bottom, y + radius + 6 + (side === 'below' ? labelHeight : 4));
  });
  return box;
}
