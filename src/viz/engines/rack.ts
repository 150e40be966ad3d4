/** Draws a crowd: a canvas for what is seen, and over it, for pointer and keyboard, one mark a server. */
import { select } from 'd3';
import type { Drawn, Layer } from '../marks/layer.ts';
import { definePatterns } from '../marks/patterns.ts';
import { drawServers } from '../marks/server.ts';
import { drawVotes } from '../marks/votes.ts';
import { dotAt } from '../rack/dots.ts';
import type { Cell, Crowd } from '../rack/types.ts';
import { createHand, type HandHandlers, type Held } from './extras/hand.ts';
import { placeIn } from './extras/place.ts';
import { listenTo } from './gestures.ts';
import { anchorAt } from './rack/anchor.ts';
import { createSheet } from './rack/canvas.ts';
import { paintCells, paintTimers, setFace } from './rack/cells.ts';
import { paintDots } from './rack/dots.ts';
import { paintFocus, paintStrokes } from './rack/focus.ts';
import { createRoving, type Roving } from './roving.ts';
import { onColours, type Palette, readPalette } from './spacetime/palette.ts';
import type { StageHandlers } from './stage.ts';

export interface CrowdEngine {
  readonly update: (crowd: Crowd) => void;
  readonly destroy: () => void;
}

let count = 0;

/** Takes over an empty SVG element in a frame of its own until destroyed. */
export function createCrowd(
  svg: SVGSVGElement,
  handlers: StageHandlers & HandHandlers,
): CrowdEngine {
  count += 1;
  const prefix = `crowd-${count}`;
  const root = select(svg).classed('stage', true).attr('role', 'group').attr('tabindex', -1);
  definePatterns(root.append('defs'), prefix);
  const large: Layer = root.append('g').attr('class', 'servers').attr('aria-hidden', 'true');
  const layer: Layer = root.append('g').attr('class', 'crowd-cells');
  const ground = createSheet(svg, 'crowd-ground', 'before');
  const live = createSheet(svg, 'crowd-live', 'after');
  let drawn: Crowd | null = null;
  let palette: Palette | null = null;
  const stop = gridStop(layer.node() as SVGGElement, () => drawn?.columns ?? 1);
  // Before the presses are listened for: what was a drag is none.
  const hand = createHand(svg, (event) => placeIn(svg, event), handlers);
  const deafen = listenTo(svg, handlers, [stop]);
  const forget = onColours(() => {
    palette = null;
    if (drawn !== null) paint(drawn, true);
  });
  const unpress = heedDots(svg, handlers, () => drawn);

  function update(crowd: Crowd): void {
    const isNew = crowd.cells !== drawn?.cells || palette === null;
    const { width, height } = crowd;
    if (drawn?.width !== width || drawn.height !== height)
      root.attr('viewBox', `0 0 ${width} ${height}`);
    if (isNew) {
      drawHolds(layer, crowd.cells);
      hand.know(crowd.cells.map(middleOf));
    }
    if (crowd.cells.length !== drawn?.cells.length) stop.refresh();
    drawn = crowd;
    paint(crowd, isNew);
  }

  function paint(crowd: Crowd, isNew: boolean): void {
    const { width, height, focus } = crowd;
    const all = { left: 0, top: 0, right: width, bottom: height };
    palette ??= readPalette(svg.parentElement ?? document.body);
    setFace(palette.face);
    if (isNew) paintCells(ground.fresh(all), crowd.cells, palette);
    paintLive(live.fresh(all), crowd, palette);
    drawServers(large, focus === null ? [] : [focus.server], {
      pattern: (name) => `url(#${prefix}-${name})`,
    });
    drawVotes(large);
  }

  function destroy(): void {
    for (const stopOf of [deafen, forget, unpress, hand.destroy]) stopOf();
    ground.canvas.remove();
    live.canvas.remove();
    root.selectChildren().remove();
  }

  return { update, destroy };
}

/** What moves, or is above what stands. */
function paintLive(context: CanvasRenderingContext2D, crowd: Crowd, palette: Palette): void {
  paintTimers(context, crowd, palette);
  paintStrokes(context, crowd.cuts, palette);
  paintDots(context, crowd.dots, palette);
  if (crowd.focus !== null) paintFocus(context, crowd.focus, palette);
}

const middleOf = ({ id, x, y, width, height }: Cell): Held => ({
  id,
  x: x + width / 2,
  y: y + height / 2,
});

/** What can be taken hold of: a frame over each cell, unseen until it has the focus. */
function drawHolds(layer: Layer, cells: readonly Cell[]): void {
  layer
    .selectChildren<SVGGElement, Cell>('g')
    .data(cells, ({ id }) => id)
    .join((enter) => {
      const hold = enter.append('g').attr('class', 'crowd-hold server').attr('role', 'button');
      hold.append('rect').attr('class', 'server-hit');
      hold.append('rect').attr('class', 'focus-ring').attr('rx', 7);
      return hold.attr('aria-haspopup', 'menu');
    })
    .each(function paint(cell) {
      const hold: Drawn<Cell> = select<SVGGElement, Cell>(this);
      const { x, y, width, height } = cell;
      hold.attr('data-server', cell.id).attr('aria-label', cell.label);
      hold.select('.server-hit').attr('x', x).attr('y', y);
      hold.select('.server-hit').attr('width', width).attr('height', height);
      hold
        .select('.focus-ring')
        .attr('x', x - 3)
        .attr('y', y - 3);
      hold
        .select('.focus-ring')
        .attr('width', width + 6)
        .attr('height', height + 6);
    });
}

/** Arrows go to the neighbour in the grid: up and down by a row. */
function gridStop(layer: SVGGElement, columns: () => number): Roving {
  const stop = createRoving(layer);
  const onKey = (event: KeyboardEvent): boolean => {
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (down === 0) return stop.onKey(event);
    const holds = [...layer.children] as SVGElement[];
    const place = holds.indexOf(event.target as SVGElement);
    if (place < 0) return false;
    holds[place + down * columns()]?.focus();
    return true;
  };
  return { ...stop, onKey };
}

/** A press where no server is means the message that is nearest. */
function heedDots(
  svg: SVGSVGElement,
  { onMessage }: StageHandlers,
  get: () => Crowd | null,
): () => void {
  const listening = new AbortController();
  const press = (event: MouseEvent): void => {
    const crowd = get();
    if (crowd === null) return;
    const { dots, focus } = crowd;
    const { x, y } = placeIn(svg, event);
    const found = dotAt([...(focus?.dots ?? []), ...dots], x, y);
    if (found !== null && !isServer(event)) onMessage(found.id, anchorAt(svg, found), 'select');
  };
  svg.addEventListener('click', press, { signal: listening.signal });
  return () => listening.abort();
}

const isServer = ({ target }: Event): boolean =>
  target instanceof Element && target.closest('[data-server]') !== null;
