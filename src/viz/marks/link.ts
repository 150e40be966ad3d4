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
      const { length, frame } = frameOf(mark);
      select(this)
        .attr('class', `link ${mark.state}`)
        .classed('faint', mark.isFaint)
        .attr('transform', frame)
        .selectAll('path')
        .data(strokesOf(mark, length))
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
      const { length, frame } = frameOf(mark);
      const group = select(this)
        .attr('class', 'link-button')
        .classed('selected', mark.isSelected)
        .attr('transform', frame)
        .attr('data-link', mark.key)
        .attr('aria-label', mark.label);
      group.select('line').attr('x2', length);
      group
        .select('rect')
        .attr('x', -1)
        .attr('y', -8)
        .attr('width', Math.max(0, length + 2))
        .attr('height', 16);
    });
}

/** A link is drawn along +x from its first server. */
function frameOf({ x1, y1, x2, y2 }: LinkMark): { length: number; frame: string } {
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  return {
    length: Math.hypot(x2 - x1, y2 - y1),
    frame: `translate(${x1},${y1}) rotate(${angle})`,
  };
}

type Stroke = readonly [name: string, path: string];

function strokesOf({ state }: LinkMark, length: number): Stroke[] {
  const middle = length / 2;
  if (state === 'up') return [['link-line', `M0,0H${length}`]];
  if (state === 'cut') {
    return [
      ['link-broken', `M0,0H${middle - halfGap}`],
      ['link-broken', `M${length},0H${middle + halfGap}`],
      ['link-cross', shifted(refusal, middle, 0)],
    ];
  }
  const quarter = length * 0.55;
  return [
    ['link-passes', `M0,${-apart}H${length}l-9,-6`],
    ['link-broken', `M${length},${apart}H${quarter + halfGap}`],
    ['link-cross', shifted(refusal, quarter, apart + 1)],
  ];
}

/** A path of absolute points, moved. */
function shifted(path: string, dx: number, dy: number): string {
  return path.replace(
    /(-?[\d.]+),(-?[\d.]+)/g,
    (_, x: string, y: string) => `${Number(x) + dx},${Number(y) + dy}`,
  );
}
