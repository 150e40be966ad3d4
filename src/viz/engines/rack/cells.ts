/** The cells of a crowd on a canvas: what stands still, and apart from it the timers. */
import { bars, cross, crown, hexagonPath, question, ringPath } from '../../glyphs.ts';
import type { Cell, Crowd } from '../../rack/types.ts';
import { shape } from '../shapes.ts';
import type { Palette } from '../spacetime/palette.ts';
import { around } from './canvas.ts';

const barHeight = 4;
const inset = 4;

/** Everything of a cell but its timer. */
export function paintCells(
  context: CanvasRenderingContext2D,
  cells: readonly Cell[],
  palette: Palette,
): void {
  for (const cell of cells) {
    paintFrame(context, cell, palette);
    paintFigure(context, cell, palette);
    paintName(context, cell, palette);
  }
}

function paintFrame(context: CanvasRenderingContext2D, cell: Cell, palette: Palette): void {
  const { x, y, width, height, condition, role, isStale, isSelected, look } = cell;
  const colours = palette.terms[look.hue];
  if (colours === undefined) return;
  const isDown = condition === 'crashed';
  const stands = role !== 'follower' && !isDown;
  context.beginPath();
  context.roundRect(x, y, width, height, 5);
  context.fillStyle = isDown ? palette.paper : colours.pale;
  context.fill();
  if (isDown) hatch(context, cell, palette);
  if (look.texture > 0 && !isDown) texture(context, cell, palette);
  context.beginPath();
  context.roundRect(x, y, width, height, 5);
  context.setLineDash(isDown || isStale || cell.part === 'outside' ? [3, 3] : []);
  context.strokeStyle = stands ? palette.ink : isDown ? palette.soft : colours.line;
  context.lineWidth = stands ? 2.5 : 1;
  context.stroke();
  context.setLineDash([]);
  if (!isSelected) return;
  context.beginPath();
  context.roundRect(x - 2.5, y - 2.5, width + 5, height + 5, 7);
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.stroke();
}

function hatch(context: CanvasRenderingContext2D, cell: Cell, { hairline }: Palette): void {
  striped(context, cell, hairline, 7);
}

function texture(context: CanvasRenderingContext2D, cell: Cell, palette: Palette): void {
  striped(context, cell, palette.terms[cell.look.hue]?.line ?? palette.soft, 9, cell.look.texture);
}

/** Lines over a cell: slanted, or upright for the third round of terms. */
function striped(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Cell,
  colour: string,
  pitch: number,
  round = 1,
): void {
  const lean = round === 1 ? height : 0;
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, 5);
  context.clip();
  context.beginPath();
  for (let from = -lean; from < width; from += pitch) {
    context.moveTo(x + from, y + height);
    context.lineTo(x + from + lean, y);
  }
  context.strokeStyle = colour;
  context.globalAlpha = 0.5;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

/** The shape of the role with the term in it. */
function paintFigure(context: CanvasRenderingContext2D, cell: Cell, palette: Palette): void {
  const { role, condition, look, term } = cell;
  const colours = palette.terms[look.hue];
  if (colours === undefined) return;
  const radius = radiusIn(cell);
  const [cx, cy] = middleOf(cell, radius);
  const isDown = condition === 'crashed';
  const asks = (role === 'candidate' || role === 'preCandidate') && !isDown;
  around(context, cx, cy, 1, () => {
    const path = shape(asks ? hexagonPath(radius + 1) : ringPath(radius));
    context.fillStyle = palette.paper;
    context.fill(path);
    context.setLineDash(role === 'preCandidate' ? [2.5, 2.5] : []);
    context.strokeStyle = isDown ? palette.soft : colours.line;
    context.lineWidth = role === 'leader' ? 2.5 : 1.5;
    context.stroke(path);
    context.setLineDash([]);
    if (role === 'leader' && !isDown) {
      context.strokeStyle = palette.ink;
      context.lineWidth = 1.5;
      context.stroke(shape(ringPath(radius + 3)));
    }
  });
  put(context, String(term), cx, cy + 0.5, {
    size: Math.max(8, Math.min(13, radius * (term > 99 ? 0.85 : 1.1))),
    weight: 600,
    colour: palette.ink,
    align: 'center',
  });
}

/** Its name, and under it the sign of what it is. */
function paintName(context: CanvasRenderingContext2D, cell: Cell, palette: Palette): void {
  const { name, condition, role, part, width, height, votes } = cell;
  const radius = radiusIn(cell);
  const [cx, cy] = middleOf(cell, radius);
  const left = cx + radius + (width < 44 ? 3 : 6);
  const room = cell.x + width - left - 2;
  const hasSign = role !== 'follower' || condition !== 'running' || part === 'learner';
  const isTwo = height >= 34 && hasSign;
  const size = Math.max(9, Math.min(13, height * 0.3, width * 0.2));
  const isBold = role !== 'follower' && condition === 'running';
  put(context, name, left, isTwo ? cy - height * 0.15 : cy, {
    size,
    weight: isBold ? 700 : 400,
    colour: condition === 'crashed' ? palette.soft : palette.ink,
    align: 'left',
    room,
  });
  if (!hasSign) return;
  const y = isTwo ? cy + height * 0.18 : cell.y + 3;
  const x = isTwo ? left + 6 : cell.x + width - 6;
  paintSign(context, cell, x, y, palette);
  if (votes !== '' && isTwo)
    put(context, votes, x + 7, y, {
      size: 10,
      weight: 600,
      colour: palette.ink,
      align: 'left',
      room,
    });
}

function paintSign(
  context: CanvasRenderingContext2D,
  { condition, role, isStale, part }: Cell,
  x: number,
  y: number,
  palette: Palette,
): void {
  around(context, x, y, 0.55, () => {
    context.lineWidth = 3;
    context.strokeStyle = condition === 'crashed' ? palette.alarm : palette.ink;
    context.fillStyle = isStale ? palette.soft : palette.ink;
    if (condition === 'crashed') context.stroke(shape(cross));
    else if (condition === 'paused') context.stroke(shape(bars));
    else if (role === 'leader') context.fill(shape(crown));
    else if (role !== 'follower') context.stroke(shape(question));
    else if (part === 'learner') context.stroke(shape('M-3.5,-7V7H4.5'));
  });
}

const radiusIn = ({ width, height }: Cell): number =>
  Math.max(6, Math.min(height * 0.29, width * 0.17, 15));

const middleOf = ({ x, y, height }: Cell, radius: number): readonly [x: number, y: number] => [
  x + radius + inset + 2,
  y + (height - barHeight) / 2,
];

interface Text {
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly align: CanvasTextAlign;
  readonly room?: number;
}

let face = 'sans-serif';

/** The face of the page, for all that is written on a canvas of it. */
export const setFace = (family: string): void => {
  face = family;
};

/** Writes a text around the height `y`. */
export function put(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  { size, weight, colour, align, room }: Text,
): void {
  context.font = `${weight} ${size.toFixed(1)}px ${face}`;
  context.fillStyle = colour;
  context.textAlign = align;
  context.textBaseline = 'middle';
  context.fillText(text, x, y, room);
}

/** What is left of each timer: a bar at the foot of its cell, full when it was started. */
export function paintTimers(
  context: CanvasRenderingContext2D,
  { cells, timers }: Crowd,
  { hairline, ink, accent }: Palette,
): void {
  const bar = (cell: Cell, share: number): void =>
    context.fillRect(
      cell.x + inset,
      cell.y + cell.height - barHeight - 2,
      (cell.width - 2 * inset) * share,
      barHeight,
    );
  const running = cells.filter(({ id }) => timers[id] !== null);
  const filled = (
    colour: string,
    which: readonly Cell[],
    shareOf: (cell: Cell) => number,
  ): void => {
    // One by one: an outline of a hundred bars is filled line by line through all of them.
    context.fillStyle = colour;
    for (const cell of which) bar(cell, shareOf(cell));
  };
  filled(hairline, running, () => 1);
  const left = ({ id }: Cell): number => timers[id] ?? 0;
  filled(
    ink,
    running.filter(({ role }) => role !== 'leader'),
    left,
  );
  filled(
    accent,
    running.filter(({ role }) => role === 'leader'),
    (cell) => 1 - left(cell),
  );
}
