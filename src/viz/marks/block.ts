/** The words next to a server: its name, and a line or more of what it is. */
import { select } from 'd3';
import { lineHeight, nameHeight } from '../scene/block.ts';
import type { ServerMark } from '../scene/types.ts';

export function drawBlock(group: SVGGElement, { block, name }: ServerMark): void {
  const lines = block.detail.split('\n');
  const frame = select(group).select<SVGGElement>('.block');
  frame.classed('is-small', block.isSmall);
  frame.attr('transform', `translate(${block.x},${block.y})`).attr('text-anchor', block.anchor);
  frame.select('.block-name').text(name);
  frame
    .select('.block-detail')
    .selectAll('tspan')
    .data(lines)
    .join('tspan')
    .attr('x', 0)
    .attr('y', (_, index) => nameHeight + index * lineHeight - 1)
    .text((line) => line);
}
