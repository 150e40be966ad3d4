/** Where the servers stand: on a ring, the first on top, clockwise, each with room for its words. */

/** With more a ring has no room for its words, and a full mesh of links says nothing any more: they stand in rows. */
export const mostOnRing = 7;

/** On which side of its server a label stands. */
export type Side = 'above' | 'right' | 'below' | 'left';

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
  /** Nothing stands higher: words beside it keep as high as they can, clear of its neighbours. */
  readonly isTop?: boolean;
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
/** Servers that are smaller than this have too little room. */
const roomyRadius = 26;
const largestRing = 250;
const smallestRing = 12;
/** So much wider or higher than a circle a ring may be. */
const mostStretch = 3;

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
  const isFlat = height < width * 0.8;
  const speech = isWide ? 'full' : count > 5 || (isFlat && height < low) ? 'terse' : 'small';
  return {
    speech,
    labels: isWide || isFlat ? 'beside' : 'outside',
    labelWidth: { full: 136, small: 108, terse: isFlat ? 88 : 62 }[speech],
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
  const radiusFor = (across: number, down: number): number =>
    Math.max(
      smallestRadius,
      Math.min(plan.largestRadius, nearest(directions, across, down) * plan.density),
    );
  const boxFor = (across: number, down: number): Box =>
    bounds(directions, sides, across, down, radiusFor(across, down), plan);
  const fits = (across: number, down: number): boolean => {
    const { left, right, top, bottom } = boxFor(across, down);
    return right - left <= width - 8 && bottom - top <= height - 8;
  };
  const ring = count === 1 ? 0 : largest(smallestRing, largestRing, (size) => fits(size, size));
  // Where servers would have to be small, the ring is drawn out to where there is room left.
  const most = radiusFor(ring, ring) < roomyRadius ? ring * mostStretch : ring;
  const across = largest(ring, most, (size) => fits(size, ring));
  const down = largest(ring, most, (size) => fits(across, size));
  const { left, right, top, bottom } = boxFor(across, down);
  const places = directions.map(([x, y], index) => ({
    x: (width - left - right) / 2 + x * across,
    y: (height - top - bottom) / 2 + y * down,
    side: sides[index] as Side,
    isTop: y < -0.9,
  }));
  const { speech } = plan;
  // Under each other's servers, words of neighbours stand side by side.
  const chord = nearest(directions, across, across) - labelGap / 2;
  const isBeside = plan.labels === 'beside';
  const labelWidth = isBeside || count < 3 ? plan.labelWidth : Math.min(plan.labelWidth, chord);
  // Above a server there is room as far as the next one, and to the edge of the picture.
  const edge = Math.min(...places.map(({ x }) => Math.min(x, width - x)));
  const votesWidth = isBeside
    ? votesBeside(labelWidth, speech)
    : Math.max(labelWidth, Math.min(chord, 2 * edge - labelGap / 2));
  return { places, radius: radiusFor(across, down), labelWidth, votesWidth, speech };
}

/** The largest size between `least` and `most` that fits, to a hair; `least` if none does. */
function largest(least: number, most: number, fits: (size: number) => boolean): number {
  let [low, high] = [least, most];
  for (let round = 0; round < 12; round += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** The labels of a large picture reach into the margin of the page, where a row of boxes would be seen to. */
export const votesBeside = (labelWidth: number, speech: Layout['speech']): number =>
  speech === 'full' ? labelWidth - 20 : labelWidth;

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

/** How far the two neighbours that are nearest to each other stand apart; one alone has all the room. */
const nearest = (directions: readonly Direction[], across: number, down: number): number =>
  Math.min(
    ...directions.map(([x, y], index) => {
      const [nextX, nextY] = directions[(index + 1) % directions.length] as Direction;
      return Math.hypot((x - nextX) * across, (y - nextY) * down) || Number.POSITIVE_INFINITY;
    }),
  );

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
  across: number,
  down: number,
  radius: number,
  { labelWidth, labelHeight }: Plan,
): Box {
  const box: Box = { left: 0, right: 0, top: 0, bottom: 0 };
  directions.forEach(([dx, dy], index) => {
    const [x, y, side] = [dx * across, dy * down, sides[index]];
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
