/** Messages on the canvas, all of one look in one stroke. */
import { cross } from '../../glyphs.ts';
import type { LineKind, LineMark } from '../../spacetime/types.ts';
import type { Palette } from './palette.ts';
import { putSign, type Surface } from './surface.ts';

interface Look {
  readonly width: number;
  readonly alpha: number;
}

const looks = {
  vote: { width: 1.7, alpha: 1 },
  entries: { width: 1.7, alpha: 1 },
  snapshot: { width: 2.4, alpha: 1 },
  beat: { width: 1, alpha: 0.6 },
  reply: { width: 1, alpha: 0.85 },
  call: { width: 1.25, alpha: 0.9 },
  answer: { width: 1.25, alpha: 0.9 },
} as const satisfies Record<LineKind, Look>;

/** So much is left of what has nothing to do with the selected event. */
const dimmed = 0.16;
/** With more lines than this in view their heads would be a blur. */
const mostHeads = 500;
const headSize = 5;

export function paintLines(surface: Surface): void {
  const { scene } = surface;
  const batches = new Map<string, LineMark[]>();
  for (const line of scene.lines) {
    const key = `${line.kind}${line.hue}${line.isLost}${isDim(line)}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, [line]);
    else batch.push(line);
  }
  const hasHeads = scene.lines.length <= mostHeads;
  // What is dim lies under what is not.
  const dimFirst = [...batches.values()].sort(
    ([a], [b]) => Number(isDim(b as LineMark)) - Number(isDim(a as LineMark)),
  );
  for (const batch of dimFirst) paintBatch(surface, batch, hasHeads);
}

const isDim = ({ relation }: LineMark): boolean => relation === 'concurrent';

/** What belongs to no term is of the ink. */
const colourOf = ({ kind, hue }: LineMark, palette: Palette): string =>
  kind === 'call' || kind === 'answer' ? palette.soft : (palette.terms[hue]?.line ?? palette.soft);

function paintBatch(surface: Surface, batch: readonly LineMark[], hasHeads: boolean): void {
  const { canvas, palette } = surface;
  const first = batch[0] as LineMark;
  const { width, alpha } = looks[first.kind];
  const colour = colourOf(first, palette);
  canvas.globalAlpha = isDim(first) ? dimmed : alpha;
  canvas.strokeStyle = colour;
  canvas.lineWidth = width;
  canvas.setLineDash(first.isLost ? [3, 3] : []);
  if (first.isLost) strokeAll(canvas, batch);
  else strokeMany(canvas, batch, colour, width);
  canvas.setLineDash([]);
  if (first.isLost) paintLosses(surface, batch, hasHeads);
  else if (hasHeads) paintHeads(surface, batch, colour);
  canvas.globalAlpha = 1;
}

function strokeAll(canvas: CanvasRenderingContext2D, lines: readonly LineMark[]): void {
  canvas.beginPath();
  for (const { x1, y1, x2, y2 } of lines) {
    canvas.moveTo(x1, y1);
    canvas.lineTo(x2, y2);
  }
  canvas.stroke();
}

/** A line that goes less than this along time is upright to the eye, and a bar is drawn many times sooner than a slant. */
const uprightWithin = 1;
/** A path of more lines takes a renderer without a graphics card longer than several of these. */
const together = 64;

function strokeMany(
  canvas: CanvasRenderingContext2D,
  lines: readonly LineMark[],
  colour: string,
  width: number,
): void {
  // Round ends of thousands of lines would take longer than the lines.
  canvas.lineCap = 'butt';
  canvas.fillStyle = colour;
  const slanted: LineMark[] = [];
  for (const line of lines) {
    const { x1, y1, x2, y2 } = line;
    if (Math.abs(x2 - x1) >= uprightWithin) slanted.push(line);
    else canvas.fillRect((x1 + x2 - width) / 2, Math.min(y1, y2), width, Math.abs(y2 - y1));
  }
  for (let from = 0; from < slanted.length; from += together)
    strokeAll(canvas, slanted.slice(from, from + together));
  canvas.lineCap = 'round';
}

function paintLosses(surface: Surface, batch: readonly LineMark[], isRoomy: boolean): void {
  const { alarm } = surface.palette;
  for (const { x2, y2 } of batch)
    putSign(surface, x2, y2, { path: cross, scale: isRoomy ? 0.6 : 0.4, stroke: alarm, width: 2 });
}

function paintHeads(
  { canvas, palette }: Surface,
  batch: readonly LineMark[],
  colour: string,
): void {
  const { kind } = batch[0] as LineMark;
  canvas.lineWidth = 1.25;
  for (const isYes of [true, false]) {
    canvas.beginPath();
    for (const line of batch) if (line.isYes === isYes) addHead(canvas, line);
    const isHollow = kind === 'beat' || (kind === 'reply' && !isYes);
    canvas.fillStyle = isHollow ? palette.paper : colour;
    canvas.fill();
    canvas.stroke();
  }
}

/** A square asks for a vote, a triangle brings entries, a circle answers. */
function addHead(canvas: CanvasRenderingContext2D, { x1, y1, x2, y2, kind }: LineMark): void {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length < 3 * headSize) return;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const [bx, by] = [x2 - ux * headSize, y2 - uy * headSize];
  if (kind === 'reply' || kind === 'answer') {
    canvas.moveTo(bx + headSize / 2, by);
    canvas.arc(bx, by, headSize / 2, 0, 2 * Math.PI);
  } else if (kind === 'vote') {
    const half = headSize / 2;
    canvas.rect(x2 - ux * half - half, y2 - uy * half - half, headSize, headSize);
  } else {
    const wide = headSize * 0.62;
    canvas.moveTo(x2, y2);
    canvas.lineTo(bx - ux - uy * wide, by - uy + ux * wide);
    canvas.lineTo(bx - ux + uy * wide, by - uy - ux * wide);
    canvas.closePath();
  }
}

/** What is on its way: full as far as it has come, dotted to where it would arrive. */
export function paintFlights({ canvas, scene, palette }: Surface): void {
  for (const { x1, y1, x2, y2, endX, endY, hue, isHeld, isKnown } of scene.flights) {
    const colour = palette.terms[hue]?.line ?? palette.soft;
    canvas.strokeStyle = colour;
    canvas.lineWidth = isKnown ? 1 : 1.7;
    canvas.beginPath();
    canvas.moveTo(x1, y1);
    canvas.lineTo(x2, y2);
    canvas.stroke();
    if (isKnown || isHeld) continue;
    canvas.setLineDash([1.5, 4]);
    canvas.beginPath();
    canvas.moveTo(x2, y2);
    canvas.lineTo(endX, endY);
    canvas.stroke();
    canvas.setLineDash([]);
    canvas.fillStyle = colour;
    canvas.beginPath();
    canvas.arc(x2, y2, 3, 0, 2 * Math.PI);
    canvas.fill();
  }
}
