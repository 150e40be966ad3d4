/** What the hand draws over the diagram before it lets go. */
import type { Selection } from 'd3';

/** A stretch to look at, or where an arrival or a lane is moved to. */
export interface Draft {
  readonly brush: readonly [number, number] | null;
  readonly drag: {
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly label: string;
  } | null;
  /** Between which lanes one is moved. */
  readonly lane: number | null;
}

export const noDraft: Draft = { brush: null, drag: null, lane: null };

/** From along and across to right and down. */
export type Place = (x: number, y: number) => [number, number];

type Root = Selection<SVGSVGElement, unknown, null, undefined>;

/** Gives what draws a draft; nothing is drawn of an empty one. */
export function createDraft(
  root: Root,
): (draft: Draft, place: Place, size: readonly [length: number, breadth: number]) => void {
  const brush = root.append('rect').attr('class', 'brush').attr('display', 'none');
  const drag = root.append('g').attr('class', 'drag').attr('display', 'none');
  const line = drag.append('line');
  const end = drag.append('circle').attr('r', 6);
  const label = drag.append('text');
  const gap = root.append('line').attr('class', 'gap').attr('display', 'none');
  return ({ brush: range, drag: moved, lane }, place, [length, breadth]) => {
    gap.attr('display', lane === null ? 'none' : null);
    if (lane !== null) {
      const [[x1, y1], [x2, y2]] = [place(4, lane), place(length, lane)];
      gap.attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
    }
    brush.attr('display', range === null ? 'none' : null);
    drag.attr('display', moved === null ? 'none' : null);
    if (range !== null) {
      const [x, y] = place(Math.min(...range), 0);
      const [far, wide] = place(Math.max(...range), breadth);
      brush.attr('x', x).attr('y', y);
      brush.attr('width', far - x).attr('height', wide - y);
    }
    if (moved === null) return;
    const [[x1, y1], [x2, y2]] = [place(moved.x1, moved.y1), place(moved.x2, moved.y2)];
    line.attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
    end.attr('cx', x2).attr('cy', y2);
    label
      .attr('x', x2)
      .attr('y', y2 - 14)
      .text(moved.label);
  };
}
