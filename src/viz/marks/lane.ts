/** A lane of the strip: pale is a term, full is leading it, ink is down. */
import { select } from 'd3';
import type { Lane, Stretch } from '../score/types.ts';
import type { Layer } from './layer.ts';

/** Signs of standing for election stand at the foot of a lane, this high, px. */
const footHeight = 3;

export function drawLanes(layer: Layer, lanes: readonly Lane[], hatching: string): void {
  layer
    .selectChildren<SVGGElement, Lane>('g')
    .data(lanes, ({ id }) => id)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'lane');
      group.append('text').attr('class', 'lane-name').attr('x', 26);
      group.append('g');
      return group;
    })
    .attr('transform', ({ y }) => `translate(0,${y})`)
    .each(function paint({ name, height, stretches }) {
      const group = select(this);
      group
        .select('text')
        .attr('y', height / 2)
        .text(name);
      group
        .select('g')
        .selectAll<SVGGElement, Stretch>('g')
        .data(stretches)
        .join((enter) => enter.append('g').call((stretch) => stretch.each(build)))
        .each(function paintOne(stretch) {
          paintStretch(this, stretch, height, hatching);
        });
    });
}

function build(this: SVGGElement): void {
  const group = select(this);
  group.append('rect').attr('class', 'stretch-fill').attr('rx', 1.5);
  group.append('rect').attr('class', 'stretch-foot');
  group.append('rect').attr('class', 'stretch-hatching');
  group.append('text').attr('class', 'stretch-figure').attr('x', 4);
}

function paintStretch(
  group: SVGGElement,
  { x, width, part, isPaused, look, figure }: Stretch,
  height: number,
  hatching: string,
): void {
  // A hairline of paper parts one stretch from the next; the thinnest are left whole.
  const wide = width > 3 ? width - 1 : width;
  const stretch = select(group)
    .attr('class', `stretch ${part} ${look.className}`)
    .attr('transform', `translate(${x.toFixed(2)},0)`);
  stretch.select('.stretch-fill').attr('width', wide).attr('height', height);
  stretch
    .select('.stretch-foot')
    .attr('width', part === 'stood' ? wide : 0)
    .attr('y', height - footHeight)
    .attr('height', footHeight);
  stretch
    .select('.stretch-hatching')
    .attr('width', isPaused ? wide : 0)
    .attr('height', height)
    .attr('fill', hatching);
  stretch
    .select('text')
    .attr('y', height / 2)
    .text(height >= 10 ? figure : '');
}
