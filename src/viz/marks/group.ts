/** A side of a partition without a majority: shaded, outlined, and counted against the whole. */
import { select } from 'd3';
import type { GroupMark } from '../scene/types.ts';
import { isSame, type Layer } from './layer.ts';

const drawn = new WeakMap<SVGGElement, GroupMark>();

export function drawGroups(layer: Layer, groups: readonly GroupMark[]): void {
  layer
    .selectChildren<SVGGElement, GroupMark>('g')
    .data(groups, ({ key }) => key)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'group');
      group.append('path').attr('class', 'group-outline');
      group.append('text').attr('class', 'group-label');
      return group;
    })
    .each(function paint(mark) {
      if (isSame(drawn.get(this), mark)) return;
      drawn.set(this, mark);
      const group = select(this);
      group.select('path').attr('d', mark.outline);
      group.select('text').attr('x', mark.x).attr('y', mark.y).text(mark.label);
    });
}
