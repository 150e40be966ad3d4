/** A flood of messages on a canvas: term by colour, kind by shape. Each look is drawn once, and then stamped. */
import { refusal } from '../../glyphs.ts';
import type { Dot } from '../../rack/types.ts';
import type { MessageKind } from '../../scene/types.ts';
import { shape } from '../shapes.ts';
import type { Palette, TermColours } from '../spacetime/palette.ts';
import { around, withoutGpu } from './canvas.ts';
import { type Inked, ink, inkedFrom, plateOf } from './pixels.ts';

const size = 4.2;
const fullTurn = 2 * Math.PI;
/** A triangle shows the way in steps of this many parts of a turn. */
const steps = 48;
/** Half the side of a stamp, px. */
const half = 9;

/** Which are drawn as an outline, as their larger forms are. */
const hollow = new Set<MessageKind>(['heartbeat', 'preVote', 'reply']);

/** To draw one stamp as a picture takes as long as to hand over so many pixels of the sheet. */
const pixelsToStamp = 400;

/** A sheet of the page, or one that is never seen. */
type Paper = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

type Trace = (context: Paper) => void;

const box: Trace = (context) =>
  context.rect(0.4 - size, 0.4 - size, 2 * size - 0.8, 2 * size - 0.8);

const triangle: Trace = (context) => {
  context.moveTo(size * 1.4, 0);
  context.lineTo(-size, size);
  context.lineTo(-size, -size);
  context.closePath();
};

const diamond: Trace = (context) => {
  context.moveTo(-size * 1.35, 0);
  context.lineTo(0, -size * 1.35);
  context.lineTo(size * 1.35, 0);
  context.lineTo(0, size * 1.35);
  context.closePath();
};

const traces: Readonly<Record<MessageKind, Trace>> = {
  requestVote: box,
  preVote: box,
  appendEntries: triangle,
  heartbeat: triangle,
  snapshot: (context) => context.rect(-size, -size * 1.4, 2 * size, size * 2.8),
  timeoutNow: diamond,
  reply: (context) => context.arc(0, 0, size - 0.4, 0, fullTurn),
};

/** Stamps as fine as the sheet they were last put on, by look. */
interface Stamps {
  readonly fineness: number;
  readonly byLook: Map<number, Stamp>;
}

/** As a picture and as pixels. */
interface Stamp extends Inked {
  readonly bitmap: ImageBitmap;
}

const made = new WeakMap<Palette, Stamps>();

/** Draws `dots` on a sheet that is scaled alike both ways. */
export function paintDots(
  context: CanvasRenderingContext2D,
  dots: readonly Dot[],
  palette: Palette,
): void {
  if (dots.length === 0) return;
  const { a: fineness, e: left, f: top } = context.getTransform();
  const stamps = stampsFor(palette, fineness);
  const { width, height } = context.canvas;
  const isDense = width * height < dots.length * pixelsToStamp;
  const plate = isDense ? plateOf(width, height) : null;
  context.setTransform(1, 0, 0, 1, 0, 0);
  // On whole pixels a stamp is copied as it is; between them each of its pixels would be mixed from four.
  context.imageSmoothingEnabled = false;
  for (const dot of dots) {
    const x = Math.round((dot.x - half) * fineness + left);
    const y = Math.round((dot.y - half) * fineness + top);
    const stamp = stampOf(stamps, dot, palette);
    if (plate === null) context.drawImage(stamp.bitmap, x, y);
    else ink(plate, stamp, x, y);
  }
  plate?.finish();
  if (plate !== null) context.drawImage(plate.canvas, 0, 0);
  context.setTransform(fineness, 0, 0, fineness, left, top);
  for (const dot of dots) if (dot.isSelected) paintPicked(context, dot, palette);
}

function stampsFor(palette: Palette, fineness: number): Stamps {
  const known = made.get(palette);
  if (known?.fineness === fineness) return known;
  const stamps = { fineness, byLook: new Map<number, Stamp>() };
  made.set(palette, stamps);
  return stamps;
}

function stampOf({ fineness, byLook }: Stamps, dot: Dot, palette: Palette): Stamp {
  const hasWay = dot.kind === 'heartbeat' || dot.kind === 'appendEntries';
  const step = hasWay ? Math.round((dot.angle / fullTurn) * steps) : 0;
  const look = lookOf(dot, step);
  const known = byLook.get(look);
  if (known !== undefined) return known;
  const stamp = newStamp(dot, (step / steps) * fullTurn, palette, fineness);
  byLook.set(look, stamp);
  return stamp;
}

const kinds = Object.keys(traces) as readonly MessageKind[];

// A number, which a map finds sooner than a text: five hundred are looked up at every frame.
const lookOf = ({ kind, hue, isYes, state }: Dot, step: number): number =>
  (((hue * kinds.length + kinds.indexOf(kind)) * 2 + Number(isYes)) * 2 +
    Number(state === 'held')) *
    (2 * steps) +
  step +
  steps;

// As a bitmap, which is copied as it is; of a canvas each copy would take a snapshot first.
function newStamp(dot: Dot, angle: number, palette: Palette, fineness: number): Stamp {
  const side = Math.ceil(2 * half * fineness);
  const sheet = new OffscreenCanvas(side, side);
  const context = sheet.getContext('2d', withoutGpu) as OffscreenCanvasRenderingContext2D;
  const colours = palette.terms[dot.hue] as TermColours;
  context.scale(fineness, fineness);
  context.translate(half, half);
  context.rotate(angle);
  context.beginPath();
  traces[dot.kind](context);
  context.fillStyle = hollow.has(dot.kind) ? palette.paper : colours.line;
  context.strokeStyle = colours.line;
  context.lineWidth = 1.4;
  context.fill();
  context.setLineDash(dot.state === 'held' ? [2, 2] : []);
  context.stroke();
  // A no is struck through, so that no answer rests on colour.
  if (dot.kind === 'reply' && !dot.isYes) {
    context.setLineDash([]);
    context.lineWidth = 3;
    around(context, 0, 0, 0.55, () => context.stroke(shape(refusal)));
  }
  const inked = inkedFrom(context.getImageData(0, 0, side, side));
  return { ...inked, bitmap: sheet.transferToImageBitmap() };
}

function paintPicked(context: CanvasRenderingContext2D, { x, y }: Dot, { accent }: Palette): void {
  context.beginPath();
  context.arc(x, y, size + 4, 0, fullTurn);
  context.strokeStyle = accent;
  context.lineWidth = 2;
  context.stroke();
}
