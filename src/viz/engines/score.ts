/** Draws the strip of time into an SVG element; a press or a drag on it seeks. */
import { type Selection, select } from 'd3';
import { drawLandmarks } from '../marks/landmark.ts';
import { drawLanes } from '../marks/lane.ts';
import { isSame, type Layer } from '../marks/layer.ts';
import { definePatterns } from '../marks/patterns.ts';
import type { ScoreScene, Strip } from '../score/types.ts';

export interface ScoreHandlers {
  /** The reader wants to be at `place`: the landmark pressed, or what lies under the pointer, within the run. */
  readonly onSeek: (place: number) => void;
}

export interface ScoreEngine {
  readonly update: (scene: ScoreScene) => void;
  readonly destroy: () => void;
}

/** What of a strip stays as it is while a run grows. */
type Ground = Pick<Strip, 'width' | 'height' | 'lanesTop' | 'lanesBottom' | 'ticks'>;

/** A rectangle over the lanes. */
type Cover = Selection<SVGRectElement, unknown, null, undefined>;

/** How near a press must be to a landmark to mean it, px. */
const reach = 8;

let count = 0;

/** Takes over an empty SVG element until destroyed. It is hidden from assistive technology: the slider speaks for it. */
export function createScore(svg: SVGSVGElement, { onSeek }: ScoreHandlers): ScoreEngine {
  count += 1;
  const prefix = `score-${count}`;
  const root = select(svg).classed('score', true).attr('aria-hidden', 'true');
  definePatterns(root.append('defs'), prefix);
  const layer = (name: string): Layer => root.append('g').attr('class', name);
  const lanes = layer('lanes');
  const ahead: Cover = root.append('rect').attr('class', 'score-ahead');
  const axis = layer('axis');
  const veil: Cover = root.append('rect').attr('class', 'score-veil');
  const landmarks = layer('landmarks');
  const playhead = layer('playhead');
  playhead.append('line');
  playhead.append('circle').attr('r', 5);
  let drawn: ScoreScene | null = null;
  const drawGround = grounds(svg, { axis, veil, ahead, playhead });

  function drawStrip(strip: Strip): void {
    drawLanes(lanes, strip.lanes, `url(#${prefix}-crashed)`);
    drawLandmarks(landmarks, strip.landmarks);
    drawGround(strip);
  }

  function update(scene: ScoreScene): void {
    const { strip, playhead: x, known } = scene;
    const before = drawn;
    drawn = scene;
    const isNew = strip !== before?.strip;
    if (isNew) drawStrip(strip);
    const [from, to] = strip.range;
    // The lanes go on to the end: one cover is moved where each lane would have to grow.
    if (isNew || known !== before?.known)
      ahead.attr('x', known).attr('width', Math.max(0, to - known + 1));
    if (x === before?.playhead && !isNew) return;
    const shown = Math.min(to, Math.max(from, x));
    playhead.attr('transform', `translate(${shown.toFixed(2)},0)`);
    playhead.attr('display', x === shown ? null : 'none');
    veil.attr('x', shown).attr('width', Math.max(0, to - shown + 1));
  }

  const deafen = listen(svg, (x, isFirst) => {
    if (drawn !== null) onSeek(placeAt(drawn, x, isFirst));
  });

  function destroy(): void {
    deafen();
    root.selectChildren().remove();
  }

  return { update, destroy };
}

interface Grounded {
  readonly axis: Layer;
  readonly veil: Cover;
  readonly ahead: Cover;
  readonly playhead: Layer;
}

/** Gives what draws the ground of a strip: how large it is, its axis, how tall veil and playhead are. */
function grounds(
  svg: SVGSVGElement,
  { axis, veil, ahead, playhead }: Grounded,
): (strip: Strip) => void {
  let drawn: Ground | undefined;
  return (strip) => {
    const { width, height, lanesTop: top, lanesBottom: bottom, ticks } = strip;
    const ground = { width, height, lanesTop: top, lanesBottom: bottom, ticks };
    if (isSame(drawn, ground)) return;
    drawn = ground;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    drawAxis(axis, strip);
    for (const cover of [veil, ahead]) cover.attr('y', top).attr('height', bottom - top);
    playhead
      .select('line')
      .attr('y1', top - 20)
      .attr('y2', bottom + 6);
    playhead.select('circle').attr('cy', top - 20);
  };
}

function drawAxis(layer: Layer, { ticks, lanesBottom }: Strip): void {
  layer
    .selectAll('text')
    .data(ticks)
    .join('text')
    .attr('x', ({ x }) => x)
    .attr('y', lanesBottom + 17)
    .text(({ label }) => label);
  layer
    .selectAll('line')
    .data(ticks)
    .join('line')
    .attr('x1', ({ x }) => x)
    .attr('x2', ({ x }) => x)
    .attr('y1', lanesBottom + 1)
    .attr('y2', lanesBottom + 4);
}

/** The place under an x; a press next to a landmark means the landmark, a drag over one does not. */
function placeAt({ strip, span }: ScoreScene, x: number, isFirst: boolean): number {
  const { landmarks, view, range } = strip;
  const near = isFirst
    ? landmarks
        .filter(({ kind }) => kind !== 'commit')
        .find((mark) => Math.abs(mark.x - x) <= reach)
    : undefined;
  if (near !== undefined) return near.place;
  const share = (x - range[0]) / (range[1] - range[0]);
  return Math.min(span.end, Math.max(span.start, view[0] + share * (view[1] - view[0])));
}

/** Tells the x of every press and drag, in the units of the picture. */
function listen(svg: SVGSVGElement, tell: (x: number, isFirst: boolean) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let held: number | null = null;
  const xOf = ({ clientX }: PointerEvent): number => {
    const { left, width } = svg.getBoundingClientRect();
    return ((clientX - left) / width) * (svg.viewBox.baseVal.width || width);
  };
  svg.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      svg.setPointerCapture(event.pointerId);
      // A second finger means to look nearer, and no place to go to.
      const isSecond = held !== null;
      held = isSecond ? null : event.pointerId;
      if (!isSecond) tell(xOf(event), true);
    },
    { signal },
  );
  svg.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId === held) tell(xOf(event), false);
    },
    { signal },
  );
  for (const name of ['pointerup', 'pointercancel'] as const)
    svg.addEventListener(name, () => (held = null), { signal });
  return () => listening.abort();
}
