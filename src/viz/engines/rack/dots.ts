/** A flood of messages on a canvas: term by colour, kind by shape, all of a kind in one stroke. */
import type { Dot } from '../../rack/types.ts';
import type { MessageKind } from '../../scene/types.ts';
import type { Palette } from '../spacetime/palette.ts';

const size = 4.2;
const turn = 2 * Math.PI;

/** Which are drawn as an outline, as their larger forms are. */
const hollow = new Set<MessageKind>(['heartbeat', 'preVote', 'reply']);

type Trace = (context: CanvasRenderingContext2D, dot: Dot) => void;

const box =
  (half: number): Trace =>
  (context, { x, y }) =>
    context.rect(x - half, y - half, 2 * half, 2 * half);

const disc: Trace = (context, { x, y }) => {
  context.moveTo(x + size - 0.6, y);
  context.arc(x, y, size - 0.6, 0, turn);
};

const triangle: Trace = (context, { x, y, angle }) => {
  const [ux, uy] = [Math.cos(angle) * size, Math.sin(angle) * size];
  context.moveTo(x + ux * 1.4, y + uy * 1.4);
  context.lineTo(x - ux - uy, y - uy + ux);
  context.lineTo(x - ux + uy, y - uy - ux);
  context.closePath();
};

const diamond: Trace = (context, { x, y }) => {
  const half = size * 1.35;
  context.moveTo(x - half, y);
  context.lineTo(x, y - half);
  context.lineTo(x + half, y);
  context.lineTo(x, y + half);
  context.closePath();
};

const drum: Trace = (context, { x, y }) =>
  context.rect(x - size, y - size * 1.4, 2 * size, size * 2.8);

const traces: Readonly<Record<MessageKind, Trace>> = {
  requestVote: box(size - 0.4),
  preVote: box(size - 0.4),
  appendEntries: triangle,
  heartbeat: triangle,
  snapshot: drum,
  timeoutNow: diamond,
  reply: disc,
};

/** Draws `dots`; those of one look together, for each change of colour costs as much as many shapes. */
export function paintDots(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  palette: Palette,
): void {
  context.lineWidth = 1.4;
  for (const alike of byLook(dots)) {
    const [first] = alike as [Dot];
    const colours = palette.terms[first.hue];
    if (colours === undefined) continue;
    context.beginPath();
    for (const dot of alike) traces[dot.kind](context, dot);
    context.fillStyle = hollow.has(first.kind) ? palette.paper : colours.line;
    context.strokeStyle = colours.line;
    context.fill();
    context.stroke();
  }
  paintRefusals(context, dots, palette);
  for (const dot of dots) if (dot.isSelected) paintPicked(context, dot, palette);
}

function byLook(dots: readonly Dot[]): Iterable<readonly Dot[]> {
  const looks = new Map<string, Dot[]>();
  for (const dot of dots) {
    const look = dot.kind + dot.hue;
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, [dot]);
    else alike.push(dot);
  }
  return looks.values();
}

// A yes is a ring; a no is struck through, so that no answer rests on colour.
function paintRefusals(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  { ink }: Palette,
): void {
  context.beginPath();
  for (const { kind, isYes, x, y } of dots) {
    if (kind !== 'reply' || isYes) continue;
    context.moveTo(x - size, y - size);
    context.lineTo(x + size, y + size);
  }
  context.strokeStyle = ink;
  context.stroke();
}

function paintPicked(context: CanvasRenderingContext2D, { x, y }: Dot, { accent }: Palette): void {
  context.beginPath();
  context.arc(x, y, size + 4, 0, turn);
  context.strokeStyle = accent;
  context.lineWidth = 2;
  context.stroke();
  context.lineWidth = 1.4;
}
