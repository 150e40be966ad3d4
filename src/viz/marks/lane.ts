/** A lane of the strip: pale is a term, full is leading it, ink is down. */
import { select } from 'd3';
import type { Lane, Stretch } from '../score/types.ts';
import { isSame, type Layer, put, write } from './layer.ts';

/** Signs of standing for election stand at the foot of a lane, this high, px. */
const footHeight = 3;

/** What a stretch was last drawn as. */
interface Painted extends Stretch {
  readonly y: number;
  readonly height: number;
}
const drawn = new WeakMap<SVGGElement, Painted>();
const drawnLanes = new WeakMap<SVGGElement, Lane>();

/** So thin that an edge between two px would be all there is of a lane, px. */
const packed = 3;

export function drawLanes(layer: Layer, lanes: readonly Lane[], hatching: string): void {
  layer
    .classed(
      'is-packed',
      lanes.some(({ height }) => height < packed),
    )
    .selectChildren<SVGGElement, Lane>('g')
    .data(lanes, ({ id }) => id)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'lane');
      group.append('text').attr('class', 'lane-name').attr('x', 26);
      group.append('g');
      return group;
    })
    .each(function paint(lane) {
      // Of a hundred lanes one or two have changed.
      if (isSame(drawnLanes.get(this), lane)) return;
      drawnLanes.set(this, lane);
      const { name, isSelected, y, height, stretches } = lane;
      this.classList.toggle('is-selected', isSelected);
      const [title, row] = this.children as unknown as [SVGTextElement, SVGGElement];
      put(title, 'y', y + height / 2);
      write(title, name);
      select(row)
        .selectChildren<SVGGElement, Stretch>('g')
        .data(stretches)
        .join((enter) => enter.append('g').call((stretch) => stretch.each(build)))
        .each(function paintOne(stretch) {
          paintStretch(this, { ...stretch, y, height }, hatching);
        });
    });
}

function build(this: SVGGElement): void {
  const group = select(this);
  group.append('rect').attr('class', 'stretch-fill').attr('rx', 1.5);
  group.append('rect').attr('class', 'stretch-foot');
  group.append('rect').attr('class', 'stretch-hatching');
  group.append('text').attr('class', 'stretch-figure');
}

// Where a server changes, its last stretch ends: only its widths are painted then.
function paintStretch(group: SVGGElement, stretch: Painted, hatching: string): void {
  const before = drawn.get(group);
  if (isSame(before, stretch)) return;
  drawn.set(group, stretch);
  paintWidth(group, stretch);
  if (!isSame(before, stretch, ['width'])) paintRest(group, stretch, hatching);
}

function paintWidth({ children }: SVGGElement, { width, part, isPaused }: Stretch): void {
  const [fill, foot, hatching] = children as unknown as [Element, Element, Element];
  // A hairline of paper parts one stretch from the next; the thinnest are left whole.
  const wide = width > 3 ? width - 1 : width;
  put(fill, 'width', wide);
  put(foot, 'width', part === 'stood' ? wide : 0);
  put(hatching, 'width', isPaused ? wide : 0);
}

function paintRest(group: SVGGElement, stretch: Painted, hatching: string): void {
  const { x, y, part, look, figure, height } = stretch;
  const painted = select(group).attr('class', `stretch ${part} ${look.className}`);
  // Placed one by one: a group with a transform is one more layer to put together at every frame of the page.
  painted.selectAll('rect').attr('x', x.toFixed(2)).attr('y', y).attr('height', height);
  const foot = Math.min(footHeight, Math.max(1, height / 2));
  painted
    .select('.stretch-foot')
    .attr('y', y + height - foot)
    .attr('height', foot);
  painted.select('.stretch-hatching').attr('fill', hatching);
  painted
    .select('text')
    .attr('x', (x + 4).toFixed(2))
    .attr('y', y + height / 2)
    .text(height >= 10 ? figure : '');
}
