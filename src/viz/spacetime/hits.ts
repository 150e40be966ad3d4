/** What lies under a point of the diagram: a grid along time, so that thousands of marks cost no search. */
import type { Seq } from '../../base/index.ts';
import type { DotMark, FoldMark, HandleMark, LineMark, SpacetimeScene } from './types.ts';

export type Hit =
  | { readonly kind: 'handle'; readonly handle: HandleMark }
  | { readonly kind: 'event'; readonly seq: Seq }
  | { readonly kind: 'fold'; readonly fold: FoldMark };

/** Width of a cell, and how near a point must be to a mark to mean it, px. */
const cellWidth = 32;
const reach = { handle: 13, dot: 12, line: 6, fold: 12 };

interface Cell {
  readonly dots: DotMark[];
  readonly lines: LineMark[];
}

export type Hits = (x: number, y: number) => Hit | null;

/** The index of a scene; made when something is first looked for in it. */
export function hitsIn(scene: SpacetimeScene): Hits {
  const cells = new Map<number, Cell>();
  const cellAt = (x: number): number => Math.floor(x / cellWidth);
  const open = (place: number): Cell => {
    const known = cells.get(place) ?? { dots: [], lines: [] };
    cells.set(place, known);
    return known;
  };
  for (const dot of scene.dots) open(cellAt(dot.x)).dots.push(dot);
  for (const line of scene.lines) {
    const from = Math.max(scene.range[0], Math.min(line.x1, line.x2));
    const to = Math.min(scene.range[1], Math.max(line.x1, line.x2));
    for (let place = cellAt(from); place <= cellAt(to); place += 1) open(place).lines.push(line);
  }
  return (x, y) => {
    const handle = nearest(scene.handles, (one) => distance(one, x, y), reach.handle);
    if (handle !== null) return { kind: 'handle', handle };
    const near = [-1, 0, 1].map((by) => cells.get(cellAt(x) + by)).filter((one) => !!one);
    const dot = nearest(
      near.flatMap(({ dots }) => dots),
      (one) => distance(one, x, y),
      reach.dot,
    );
    if (dot !== null) return { kind: 'event', seq: dot.seq };
    const fold = scene.folds.find(
      (one) => x >= one.x && x <= one.x + one.width && Math.abs(one.y - y) <= reach.fold,
    );
    if (fold !== undefined) return { kind: 'fold', fold };
    const line = nearest(
      near.flatMap(({ lines }) => lines),
      (one) => distanceToLine(one, x, y),
      reach.line,
    );
    return line === null ? null : { kind: 'event', seq: line.seq };
  };
}

function nearest<Mark>(
  marks: readonly Mark[],
  distanceOf: (mark: Mark) => number,
  most: number,
): Mark | null {
  let found: Mark | null = null;
  let least = most;
  for (const mark of marks) {
    const away = distanceOf(mark);
    if (away > least) continue;
    least = away;
    found = mark;
  }
  return found;
}

const distance = (at: { readonly x: number; readonly y: number }, x: number, y: number): number =>
  Math.hypot(at.x - x, at.y - y);

function distanceToLine({ x1, y1, x2, y2 }: LineMark, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((x - x1) * dx + (y - y1) * dy) / length;
  const part = Math.min(1, Math.max(0, share));
  return Math.hypot(x1 + dx * part - x, y1 + dy * part - y);
}
