/** A side of a partition: outlined and counted against the quorum, and shaded where it has none. */
import { select } from 'd3';
import type { SideMark } from '../extras/types.ts';
import { isSame, type Layer } from './layer.ts';

const drawn = new WeakMap<SVGGElement, SideMark>();

export function drawSides(layer: Layer, sides: readonly SideMark[]): void {
  layer
    .selectChildren<SVGGElement, SideMark>('g')
    .data(sides, ({ key }) => key)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'group');
      group.append('path').attr('class', 'group-outline');
      group.append('text').attr('class', 'group-label');
      return group;
    })
    .each(function paint(mark) {
      if (isSame(drawn.get(this), mark)) return;
      drawn.set(this, mark);
      const group = select(this).classed('is-quorate', mark.isQuorate);
      group.select('path').attr('d', mark.outline);
      group.select('text').attr('x', mark.x).attr('y', mark.y).text(mark.label);
    });
}
