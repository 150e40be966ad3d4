/** Lanes on the canvas: pale is a term, an outline leading it, a dashed one standing, ink is down, a bracket cut off. */
import type { LaneMark, LaneStretch } from '../../spacetime/types.ts';
import { putWords, type Surface } from './surface.ts';

/** A hairline of paper parts one stretch from the next, px. */
const parting = 1;
const bracketGap = 4.5;
const bracketEnd = 3;
/** Half the thickness of a band that has room for a figure, px. */
const leastForFigure = 5.5;

interface Edge {
  /** Of its line, px. */
  readonly width: number;
  readonly dash: number[];
}

const edges: { readonly [Part in LaneStretch['part']]?: Edge } = {
  leader: { width: 2, dash: [] },
  candidate: { width: 1.5, dash: [4, 3] },
};
const bareEdge: Edge = { width: 1, dash: [] };

/** Elections behind the lanes, then the lanes. */
export function paintLanes(surface: Surface): void {
  const { canvas, scene, palette } = surface;
  canvas.fillStyle = palette.wash;
  for (const { x, width } of scene.elections)
    canvas.fillRect(x, scene.top, Math.max(1, width), scene.bottom - scene.top);
  for (const lane of scene.lanes) {
    if (lane.server === null) paintClientLane(surface, lane);
    for (const stretch of lane.stretches) paintStretch(surface, lane, stretch);
    for (const { x, width } of lane.away) paintBracket(surface, lane, x, width);
  }
}

function paintClientLane({ canvas, scene, palette }: Surface, { y }: LaneMark): void {
  canvas.strokeStyle = palette.edge;
  canvas.lineWidth = 1;
  canvas.beginPath();
  canvas.moveTo(scene.range[0], y);
  canvas.lineTo(scene.end, y);
  canvas.stroke();
}

function paintStretch(surface: Surface, { y, half }: LaneMark, stretch: LaneStretch): void {
  const { canvas, palette } = surface;
  const { x, width, part, look, isPaused, figure } = stretch;
  const wide = width > 3 ? width - parting : width;
  const colours = palette.terms[look.hue] ?? palette.terms[0];
  if (colours === undefined) return;
  canvas.fillStyle = part === 'down' ? palette.ink : colours.pale;
  canvas.fillRect(x, y - half, wide, 2 * half);
  if (look.texture > 0 && part !== 'down')
    hatch(surface, stretch, y, half, colours.line, look.texture);
  if (isPaused) hatch(surface, stretch, y, half, palette.soft, 1);
  // With the colours of the system a band is as its ground: then its edge says where it is.
  const isBare = colours.pale === palette.paper && part === 'follower';
  const edge = isBare ? bareEdge : edges[part];
  if (edge !== undefined) {
    const inset = edge.width > 1 ? 1 : 0.5;
    canvas.strokeStyle = colours.line;
    canvas.lineWidth = edge.width;
    canvas.setLineDash(edge.dash);
    const [across, down] = [Math.max(0.5, wide - 2 * inset), 2 * (half - inset)];
    canvas.strokeRect(x + inset, y - half + inset, across, down);
    canvas.setLineDash([]);
  }
  if (figure !== '' && half >= leastForFigure) putFigure(surface, x, y, figure, colours.text);
}

function putFigure(surface: Surface, x: number, y: number, text: string, colour: string): void {
  const { isUpright } = surface.scene;
  if (isUpright)
    putWords(surface, x + 14, y, { text, colour, size: 10, weight: 600, align: 'center' });
  else putWords(surface, x + 11, y + 0.5, { text, colour, size: 11, weight: 600 });
}

/** The second channel of a term past eight, and of a process that stands still. */
function hatch(
  { canvas, scene }: Surface,
  { x, width }: LaneStretch,
  y: number,
  half: number,
  colour: string,
  texture: number,
): void {
  const step = 7;
  const slant = texture === 1 ? 2 * half : 0;
  const from = Math.max(x, scene.range[0]);
  const to = Math.min(x + width, scene.range[1]);
  canvas.save();
  canvas.beginPath();
  canvas.rect(from, y - half, to - from, 2 * half);
  canvas.clip();
  canvas.strokeStyle = colour;
  canvas.globalAlpha *= 0.45;
  canvas.lineWidth = 1.25;
  canvas.beginPath();
  for (let at = from - slant; at < to + slant; at += step) {
    canvas.moveTo(at, y + half);
    canvas.lineTo(at + slant, y - half);
  }
  canvas.stroke();
  canvas.restore();
}

function paintBracket(
  { canvas, palette }: Surface,
  { y, half }: LaneMark,
  x: number,
  width: number,
): void {
  canvas.strokeStyle = palette.soft;
  canvas.lineWidth = 1.5;
  canvas.beginPath();
  for (const side of [-1, 1]) {
    const edge = y + side * (half + bracketGap);
    canvas.moveTo(x + 0.75, edge - side * bracketEnd);
    canvas.lineTo(x + 0.75, edge);
    canvas.lineTo(x + width - 0.75, edge);
    canvas.lineTo(x + width - 0.75, edge - side * bracketEnd);
  }
  canvas.stroke();
}
