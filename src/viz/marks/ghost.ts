/** A lost message: it goes to where it is lost, a cross says so, and it fades. */
import { refusal } from '../glyphs.ts';
import type { GhostMark } from '../scene/types.ts';
import type { Layer } from './layer.ts';
import { buildMessage, paintMessage } from './message.ts';

export function drawGhosts(layer: Layer, ghosts: readonly GhostMark[]): void {
  layer
    .selectChildren<SVGGElement, GhostMark>('g')
    .data(ghosts, ({ message }) => message.id)
    .join((enter) => {
      const group = enter.append('g');
      group.append('g').each(buildMessage);
      group.append('path').attr('class', 'ghost-cross');
      return group;
    })
    .each(function paint({ message, isLost, opacity }) {
      const [inner, mark] = this.children as unknown as [SVGGElement, SVGPathElement];
      this.setAttribute('class', isLost ? 'ghost lost' : 'ghost');
      this.setAttribute('opacity', opacity.toFixed(2));
      paintMessage.call(inner, message);
      mark.setAttribute('d', isLost ? refusal : '');
      mark.setAttribute('transform', `translate(${message.x},${message.y})`);
    });
}
