/** What lies over the canvas in SVG: names, time, the playhead, rings around events, handles, and what is being drawn by hand. */
import { type Selection, select } from 'd3';
import { brokenLine, sliders, warning, wholeLine } from '../../glyphs.ts';
import type { Layer } from '../../marks/layer.ts';
import type { DotMark, NoticeMark, SpacetimeScene } from '../../spacetime/types.ts';
import { createDraft, type Draft, type Place } from './draft.ts';

export interface Overlay {
  readonly draw: (scene: SpacetimeScene) => void;
  readonly drawDraft: (draft: Draft) => void;
  /** The event under the pointer. */
  readonly hover: (dot: { readonly x: number; readonly y: number } | null) => void;
}

const noticeSigns = {
  cut: brokenLine,
  heal: wholeLine,
  options: sliders,
  violation: warning,
} as const satisfies Record<NoticeMark['kind'], string>;

/** Room for the words over an election, px. */
const electionRoom = 72;
const ringRadius = 9;

export function createOverlay(svg: SVGSVGElement, sayElection: (term: number) => string): Overlay {
  const root = select(svg);
  const layer = (name: string): Layer => root.append('g').attr('class', name);
  const veil = root.append('rect').attr('class', 'veil');
  const axis = layer('axis');
  const names = layer('lane-names');
  const elections = layer('election-names');
  const notices = layer('notices');
  const playhead = layer('playhead');
  playhead.append('line');
  playhead.append('circle').attr('r', 4.5);
  const handles = layer('handles');
  const rings = layer('rings');
  const [told, hovered, selected] = ['told', 'hovered', 'selected'].map((name) =>
    rings.append('circle').attr('class', `ring ${name}`).attr('r', ringRadius),
  );
  const draft = createDraft(root);
  let place = placer(false);
  let size: readonly [number, number] = [0, 0];

  function draw(scene: SpacetimeScene): void {
    place = placer(scene.isUpright);
    size = [scene.length, scene.breadth];
    const [width, height] = place(scene.length, scene.breadth);
    root.attr('viewBox', `0 0 ${width} ${height}`).classed('upright', scene.isUpright);
    drawAxis(axis, scene, place);
    drawNames(names, scene, place);
    drawElections(elections, scene, place, sayElection);
    drawNotices(notices, scene, place);
    drawPlayhead(playhead, scene, place);
    drawVeil(veil, scene, place);
    drawHandles(handles, scene, place);
    putRing(told, scene.told, place);
    putRing(selected, scene.selected, place);
  }

  putRing(hovered, null, place);
  return {
    draw,
    drawDraft: (drawn) => draft(drawn, place, size),
    hover: (dot) => putRing(hovered, dot, place),
  };
}

const placer =
  (isUpright: boolean): Place =>
  (x, y) =>
    isUpright ? [y, x] : [x, y];

type Ring = Selection<SVGCircleElement, unknown, null, undefined> | undefined;

function putRing(ring: Ring, dot: Pick<DotMark, 'x' | 'y'> | null, place: Place): void {
  ring?.attr('display', dot === null ? 'none' : null);
  if (dot === null) return;
  const [x, y] = place(dot.x, dot.y);
  ring?.attr('cx', x).attr('cy', y);
}

function drawAxis(
  layer: Layer,
  { ticks, top, bottom, isUpright, range }: SpacetimeScene,
  place: Place,
): void {
  const seen = ticks.filter(({ x }) => x >= range[0] && x <= range[1]);
  layer
    .selectAll('line')
    .data(seen)
    .join('line')
    .each(function paint({ x }) {
      const [[x1, y1], [x2, y2]] = [place(x, top), place(x, bottom)];
      select(this).attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
    });
  layer
    .selectAll('text')
    .data(seen)
    .join('text')
    .each(function paint({ x, label }) {
      const [tx, ty] = isUpright ? [top - 8, x] : [x, bottom + 15];
      select(this).attr('x', tx).attr('y', ty).text(label);
    });
}

function drawNames(layer: Layer, { lanes, isUpright, range }: SpacetimeScene, place: Place): void {
  layer
    .selectChildren<SVGTextElement, (typeof lanes)[number]>('text')
    .data(lanes, ({ key }) => key)
    .join('text')
    .each(function paint({ name, y, server }) {
      const [x, ty] = place(range[0] - (isUpright ? 16 : 12), y);
      const text = select(this).attr('x', x).attr('y', ty).text(name);
      text.classed('client', server === null);
    });
}

function drawElections(
  layer: Layer,
  { elections, top, isUpright }: SpacetimeScene,
  place: Place,
  say: (term: number) => string,
): void {
  layer
    .selectAll('text')
    .data(isUpright ? [] : elections.filter(({ width }) => width >= electionRoom))
    .join('text')
    .each(function paint({ x, width, term }) {
      const [tx, ty] = place(x + width / 2, top - 7);
      select(this).attr('x', tx).attr('y', ty).text(say(term));
    });
}

function drawNotices(layer: Layer, { notices, top, bottom }: SpacetimeScene, place: Place): void {
  layer
    .selectChildren<SVGGElement, NoticeMark>('g')
    .data(notices, ({ seq, kind }) => `${seq}/${kind}`)
    .join((enter) => {
      const group = enter.append('g');
      group.append('line');
      group.append('path');
      return group;
    })
    .each(function paint({ kind, x }) {
      const [[x1, y1], [x2, y2], [sx, sy]] = [place(x, top), place(x, bottom), place(x, top - 11)];
      const group = select(this).attr('class', `notice ${kind}`);
      group.select('line').attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
      group
        .select('path')
        .attr('d', noticeSigns[kind])
        .attr('transform', `translate(${sx},${sy}) scale(0.7)`);
    });
}

function drawPlayhead(
  layer: Layer,
  { playhead, top, bottom, isUpright }: SpacetimeScene,
  place: Place,
): void {
  layer.attr('display', playhead === null ? 'none' : null);
  if (playhead === null) return;
  const start = top - (isUpright ? 4 : 18);
  const [[x1, y1], [x2, y2]] = [place(playhead, start), place(playhead, bottom + 2)];
  layer.select('line').attr('x1', x1).attr('y1', y1).attr('x2', x2).attr('y2', y2);
  layer.select('circle').attr('cx', x1).attr('cy', y1);
}

// What lies ahead of the playhead is known, and veiled.
function drawVeil(
  veil: Selection<SVGRectElement, unknown, null, undefined>,
  { playhead, range, top, bottom, window, end }: SpacetimeScene,
  place: Place,
): void {
  const isBehind = playhead === null && window.to <= window.from;
  const from = playhead ?? (isBehind ? range[0] : range[1]);
  const [x, y] = place(from, top);
  const [far, wide] = place(Math.max(from, end), bottom);
  veil.attr('x', x).attr('y', y);
  veil.attr('width', Math.max(0, far - x)).attr('height', Math.max(0, wide - y));
}

function drawHandles(layer: Layer, { handles }: SpacetimeScene, place: Place): void {
  layer
    .selectAll('circle')
    .data(handles)
    .join('circle')
    .each(function paint({ x, y, of }) {
      const [cx, cy] = place(x, y);
      select(this).attr('cx', cx).attr('cy', cy).attr('r', 5).attr('class', `handle ${of.kind}`);
    });
}
