/** A link between two servers: a hairline, broken where it is cut, half an arrow where only one direction is. */
import { select } from 'd3';
import { refusal } from '../glyphs.ts';
import type { LinkMark } from '../scene/types.ts';
import { isSame, type Layer } from './layer.ts';

/** How far the two directions of a half-cut link stand apart, and half the gap of a cut one, px. */
const apart = 3.5;
const halfGap = 9;

const drawn = new WeakMap<SVGGElement, LinkMark>();

/** The visible lines, which lie under the servers. */
export function drawLinks(layer: Layer, links: readonly LinkMark[]): void {
  layer
    .selectChildren<SVGGElement, LinkMark>('g')
    .data(links, ({ key }) => key)
    .join('g')
    .each(function paint(mark) {
      if (isSame(drawn.get(this), mark)) return;
      drawn.set(this, mark);
      select(this)
        .attr('class', `link ${mark.state}`)
        .classed('faint', mark.isFaint)
        .selectAll('path')
        .data(strokesOf(mark, alongOf(mark)))
        .join('path')
        .attr('class', ([name]) => name)
        .attr('d', ([, path]) => path);
    });
}

/** The same lines, wide and unseen, above the servers: what a pointer or the keyboard takes hold of. */
export function drawLinkButtons(layer: Layer, links: readonly LinkMark[]): void {
  layer
    .selectChildren<SVGGElement, LinkMark>('g')
    .data(links, ({ key }) => key)
    .join((enter) => {
      const group = enter.append('g').attr('role', 'button').attr('aria-haspopup', 'menu');
      group.append('line').attr('class', 'link-hit');
      group.append('rect').attr('class', 'focus-ring').attr('rx', 6);
      return group;
    })
    .each(function paint(mark) {
      if (isSame(drawn.get(this), mark)) return;
      drawn.set(this, mark);
      const { x1, y1, x2, y2 } = mark;
      const { length, degrees } = alongOf(mark);
      const group = select(this)
        .attr('class', 'link-button')
        .classed('selected', mark.isSelected)
        .attr('data-link', mark.key)
        .attr('aria-label', mark.label);
      group.select('line').attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
      group
        .select('rect')
        .attr('transform', `translate(${x1},${y1}) rotate(${degrees})`)
        .attr('x', -1)
        .attr('y', -8)
        .attr('width', Math.max(0, length + 2))
        .attr('height', 16);
    });
}

/** Where something stands that is so far from the first server, and so far aside: `x,y`. */
type Place = (along: number, aside: number) => string;

interface Along {
  readonly length: number;
  readonly degrees: number;
  readonly at: Place;
}

// In the picture's own places: each thing with a transform of its own is one more layer to put together at every frame.
function alongOf({ x1, y1, x2, y2 }: LinkMark): Along {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const degrees = (Math.atan2(uy, ux) * 180) / Math.PI;
  const at: Place = (along, aside) =>
    `${(x1 + ux * along - uy * aside).toFixed(2)},${(y1 + uy * along + ux * aside).toFixed(2)}`;
  return { length, degrees, at };
}

type Stroke = readonly [name: string, path: string];

function strokesOf({ state }: LinkMark, { length, at }: Along): Stroke[] {
  const middle = length / 2;
  if (state === 'up') return [['link-line', `M${at(0, 0)}L${at(length, 0)}`]];
  if (state === 'cut') {
    return [
      ['link-broken', `M${at(0, 0)}L${at(middle - halfGap, 0)}`],
      ['link-broken', `M${at(length, 0)}L${at(middle + halfGap, 0)}`],
      ['link-cross', placed(refusal, at, [middle, 0])],
    ];
  }
  const quarter = length * 0.55;
  const head = at(length - 9, -apart - 6);
  return [
    ['link-passes', `M${at(0, -apart)}L${at(length, -apart)}L${head}`],
    ['link-broken', `M${at(length, apart)}L${at(quarter + halfGap, apart)}`],
    ['link-cross', placed(refusal, at, [quarter, apart + 1])],
  ];
}

/** A path of absolute points around a place of the link. */
function placed(path: string, at: Place, [along, aside]: readonly [number, number]): string {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x: string, y: string) =>
    at(along + Number(x), aside + Number(y)),
  );
}
