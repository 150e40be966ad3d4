/** Where servers stand when they are too many for a ring: in rows, read like a page. */
import { glyphRoom, type Layout, type Place, type Side, toolRoom, votesBeside } from '../layout.ts';

const labelGap = 14;
const margin = 8;
/** The picture takes the whole width; rows of words begin and end where those around it do, px. */
const pageMargin = 16;
/** At the right of a server stands its vote, px. */
const voteRoom = 16;
const [smallest, largest] = [16, 34];
/** How much of a cell neighbours may stand apart, so that no link runs through a server, in parts of the cell. */
const mostShift = 0.24;

/** What words take beside a server or under it. */
interface Plan {
  readonly side: Side;
  readonly speech: Layout['speech'];
  readonly labelWidth: number;
  readonly labelHeight: number;
}

// In order of preference: who has room says more.
const plans: readonly Plan[] = [
  { side: 'right', speech: 'full', labelWidth: 122, labelHeight: 78 },
  { side: 'below', speech: 'small', labelWidth: 112, labelHeight: 76 },
  { side: 'right', speech: 'small', labelWidth: 108, labelHeight: 70 },
  { side: 'below', speech: 'terse', labelWidth: 84, labelHeight: 44 },
  { side: 'right', speech: 'terse', labelWidth: 66, labelHeight: 44 },
];

interface Grid {
  readonly columns: number;
  readonly plan: Plan;
  readonly radius: number;
}

/** Rows of servers with their words in `width` by `height` px; null: there is no room for that (see `crowdGrid`). */
export function rackLayout(count: number, width: number, height: number): Layout | null {
  for (const plan of plans) {
    const across = width - pageMargin - (plan.side === 'below' ? voteRoom : 0);
    const best = bestGrid(count, across, height - toolRoom, plan);
    if (best !== null) return placed(best, count, across, height - toolRoom);
  }
  return null;
}

function bestGrid(count: number, width: number, height: number, plan: Plan): Grid | null {
  let best: Grid | null = null;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    const radius = radiusIn((width - margin) / columns, (height - margin) / rows, plan);
    // A last row that is hardly begun looks like a mistake: among equals the fuller grid.
    const gaps = columns * rows - count;
    if (radius >= smallest && (best === null || radius - gaps * 0.5 > best.radius))
      best = { columns, plan, radius };
  }
  return best;
}

/** The largest radius with which a server and its words fit into a cell. */
function radiusIn(width: number, height: number, plan: Plan): number {
  const { side, labelWidth, labelHeight } = plan;
  if (side === 'right') {
    if (height < labelHeight + margin) return 0;
    const across = (width - labelGap - labelWidth - margin) / 2;
    return Math.min(largest, across, (height - glyphRoom - margin) / 2);
  }
  if (width < labelWidth + margin) return 0;
  return Math.min(largest, width / 2 - 6, (height - glyphRoom - labelHeight) / 2);
}

function placed(grid: Grid, count: number, width: number, height: number): Layout {
  const { columns, plan, radius } = grid;
  const { side, speech, labelWidth, labelHeight } = plan;
  const rows = Math.ceil(count / columns);
  const [across, down] = [(width - margin) / columns, (height - margin) / rows];
  const content =
    side === 'right'
      ? [2 * radius + labelGap + labelWidth, Math.max(2 * radius + glyphRoom, labelHeight)]
      : [Math.max(2 * radius, labelWidth), 2 * radius + glyphRoom + labelHeight];
  const spare = (room: number, taken = 0): number =>
    Math.max(0, Math.min(room * mostShift, room - taken - 4));
  const [shiftX, shiftY] = [spare(across, content[0]), spare(down, content[1])];
  const places = Array.from({ length: count }, (_, id): Place => {
    const [column, row] = [id % columns, Math.floor(id / columns)];
    const left = pageMargin + margin / 2 + column * across + (across - (content[0] ?? 0)) / 2;
    const top = toolRoom + margin / 2 + row * down + (down - (content[1] ?? 0)) / 2;
    return {
      x: left + (side === 'right' ? radius : (content[0] ?? 0) / 2) + shifted(row, shiftX),
      y: top + middleOf(side, radius, content[1] ?? 0) + shifted(column, shiftY),
      side,
    };
  });
  return { places, radius, labelWidth, votesWidth: votesBeside(labelWidth, speech), speech };
}

const middleOf = (side: Side, radius: number, height: number): number =>
  side === 'right' ? height / 2 + glyphRoom / 4 : glyphRoom + radius;

const shifted = (place: number, shift: number): number => (place % 2 === 0 ? -shift : shift) / 2;

/** A grid of small cells that holds `count` in `width` by `height` px. */
export interface CrowdGrid {
  readonly columns: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

const gapBetween = 4;
/** A cell that is this much wider than high reads best: a name beside a shape. */
const shape = 1.45;
const largestCell = { width: 96, height: 66 };

export function crowdGrid(count: number, width: number, height: number): CrowdGrid {
  let best: CrowdGrid & { readonly worth: number } = {
    columns: 1,
    cellWidth: 1,
    cellHeight: 1,
    worth: 0,
  };
  for (let columns = 1; columns <= count; columns += 1) {
    const cellWidth = Math.min(largestCell.width, width / columns - gapBetween);
    const rows = Math.ceil(count / columns);
    const cellHeight = Math.min(largestCell.height, height / rows - gapBetween);
    const worth = Math.min(cellWidth / shape, cellHeight);
    if (worth > best.worth) best = { columns, cellWidth, cellHeight, worth };
  }
  const { columns, cellWidth, cellHeight } = best;
  return { columns, cellWidth, cellHeight };
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The upper left corner of a cell; the grid stands in the middle of the width and at the top. */
export function cornerOf(id: number, count: number, width: number, grid: CrowdGrid): Corner {
  const { columns, cellWidth, cellHeight } = grid;
  const across = Math.min(columns, count) * (cellWidth + gapBetween) - gapBetween;
  return {
    x: (width - across) / 2 + (id % columns) * (cellWidth + gapBetween),
    y: toolRoom + Math.floor(id / columns) * (cellHeight + gapBetween) + gapBetween / 2,
  };
}
