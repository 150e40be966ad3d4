/** The words next to a server: its name, and a line or more of what it is. */
import { select } from 'd3';
import { lineHeight, nameHeight } from '../scene/block.ts';
import type { ServerMark } from '../scene/types.ts';
import { put, write } from './layer.ts';

export function drawBlock(group: SVGGElement, { block, name }: ServerMark): void {
  const lines = block.detail.split('\n');
  const frame = group.querySelector('.block') as SVGGElement;
  const [title, detail] = frame.children as unknown as [SVGTextElement, SVGTextElement];
  put(frame, 'class', block.isSmall ? 'block is-small' : 'block');
  put(frame, 'text-anchor', block.anchor);
  put(title, 'x', block.x);
  put(title, 'y', block.y);
  write(title, name);
  select(detail)
    .selectChildren<SVGTSpanElement, string>('tspan')
    .data(lines)
    .join('tspan')
    .each(function paint(line, index) {
      put(this, 'x', block.x);
      put(this, 'y', block.y + nameHeight + index * lineHeight - 1);
      write(this, line);
    });
}
