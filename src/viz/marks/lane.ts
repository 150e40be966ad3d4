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
/** Lower than this a lane has no room for a figure, px. */
const figureHeight = 10;

export function drawLanes(layer: Layer, lanes: readonly Lane[], hatching: string): void {
  const isCrowd = lanes.every(({ height }) => height < figureHeight);
  layer
    .classed(
      'is-packed',
      lanes.some(({ height }) => height < packed),
    )
    .selectChildren<SVGGElement, Lane>('.lane')
    .data(lanes, ({ id }) => id)
    .join((enter) => {
      const group = enter.append('g').attr('class', 'lane');
      group.append('text').attr('class', 'lane-name').attr('x', 26);
      group.append('g');
      return group;
    })
    .each(function paint(lane) {
      // Of a hundred lanes one or two have changed; in a crowd nothing of a lane but its name is its own.
      if (isSame(drawnLanes.get(this), lane, isCrowd ? ['stretches'] : [])) return;
      drawnLanes.set(this, lane);
      const { name, isSelected, y, height } = lane;
      this.classList.toggle('is-selected', isSelected);
      const [title, row] = this.children as unknown as [SVGTextElement, SVGGElement];
      put(title, 'y', y + height / 2);
      write(title, name);
      paintStretches(row, lane, isCrowd ? [] : lane.stretches, hatching);
    });
  drawTogether(layer, isCrowd ? lanes : [], hatching);
}

function paintStretches(
  row: SVGGElement,
  { y, height }: Lane,
  stretches: readonly Stretch[],
  hatching: string,
): void {
  select(row)
    .selectChildren<SVGGElement, Stretch>('g')
    .data(stretches)
    .join((enter) => enter.append('g').call((stretch) => stretch.each(build)))
    .each(function paintOne(stretch) {
      paintStretch(this, { ...stretch, y, height }, hatching);
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
  const wide = wideOf(width);
  put(fill, 'width', wide);
  put(foot, 'width', part === 'stood' ? wide : 0);
  put(hatching, 'width', isPaused ? wide : 0);
}

function paintRest(group: SVGGElement, stretch: Painted, hatching: string): void {
  const { x, y, part, look, figure, height } = stretch;
  const painted = select(group).attr('class', `stretch ${part} ${look.className}`);
  // Placed one by one: a group with a transform is one more layer to put together at every frame of the page.
  painted.selectAll('rect').attr('x', x.toFixed(2)).attr('y', y).attr('height', height);
  const foot = footOf(height);
  painted
    .select('.stretch-foot')
    .attr('y', y + height - foot)
    .attr('height', foot);
  painted.select('.stretch-hatching').attr('fill', hatching);
  painted
    .select('text')
    .attr('x', (x + 4).toFixed(2))
    .attr('y', y + height / 2)
    .text(height >= figureHeight ? figure : '');
}

// A hairline of paper parts one stretch from the next; the thinnest are left whole.
const wideOf = (width: number): number => (width > 3 ? width - 1 : width);

const footOf = (height: number): number => Math.min(footHeight, Math.max(1, height / 2));

/** All stretches of one look, whichever lane they stand on: three outlines, as a stretch alone has three rectangles. */
interface Together {
  readonly look: string;
  fill: string;
  foot: string;
  hatching: string;
}

// An election changes a hundred lanes at once, and each rectangle of its own would be laid out by itself.
function drawTogether(layer: Layer, lanes: readonly Lane[], hatching: string): void {
  layer
    .selectChildren<SVGGElement, Together>('.stretch')
    .data(togetherOf(lanes), ({ look }) => look)
    .join((enter) => {
      const group = enter.append('g').attr('class', ({ look }) => look);
      for (const name of ['fill', 'foot', 'hatching'])
        group.append('path').attr('class', `stretch-${name}`);
      return group;
    })
    .each(function paint(all) {
      const [fill, foot, over] = this.children as unknown as [Element, Element, Element];
      put(fill, 'd', all.fill);
      put(foot, 'd', all.foot);
      put(over, 'd', all.hatching);
      put(over, 'fill', hatching);
    });
}

function togetherOf(lanes: readonly Lane[]): readonly Together[] {
  const byLook = new Map<string, Together>();
  for (const { y, height, stretches } of lanes)
    for (const { x, width, part, look: of, isPaused } of stretches) {
      const look = `stretch ${part} ${of.className}`;
      const all = byLook.get(look) ?? { look, fill: '', foot: '', hatching: '' };
      byLook.set(look, all);
      const wide = wideOf(width);
      all.fill += outline(x, y, wide, height);
      const foot = footOf(height);
      if (part === 'stood') all.foot += outline(x, y + height - foot, wide, foot);
      if (isPaused) all.hatching += outline(x, y, wide, height);
    }
  return [...byLook.values()];
}

const outline = (x: number, y: number, width: number, height: number): string =>
  `M${x.toFixed(1)} ${y.toFixed(2)}h${width.toFixed(1)}v${height.toFixed(2)}h${(-width).toFixed(1)}z`;
