/** Events on the canvas: signs on the bands, the greater ones beside them, and folded heartbeats. */
import { bars, cross, crown, play, tick, triangle, turnedBack } from '../../glyphs.ts';
import { clock } from '../../spacetime/signs.ts';
import type { DotKind, DotMark, FoldMark } from '../../spacetime/types.ts';
import type { Palette } from './palette.ts';
import { putSign, putWords, type Sign, type Surface } from './surface.ts';

const stroke = 'M0,-4.5V4.5';
const point = 'M2,0A2,2 0 1 1 -2,0A2,2 0 1 1 2,0Z';

type SignOf = (palette: Palette) => Sign;

const signs = {
  elected: ({ ink }) => ({ path: crown, scale: 0.55, fill: ink }),
  crash: ({ alarm }) => ({ path: cross, scale: 0.75, stroke: alarm, width: 2.25 }),
  restart: ({ ink }) => ({ path: turnedBack, scale: 0.7, stroke: ink, width: 1.75 }),
  pause: ({ ink }) => ({ path: bars, scale: 0.7, stroke: ink }),
  resume: ({ ink }) => ({ path: play, scale: 0.65, fill: ink }),
  timeout: ({ ink }) => ({ path: clock, scale: 0.9, stroke: ink, width: 1.5 }),
  vote: ({ ink }) => ({ path: tick, scale: 0.8, stroke: ink, width: 2 }),
  append: ({ ink }) => ({ path: stroke, scale: 1, stroke: ink, width: 3.5 }),
  apply: ({ ink }) => ({ path: point, scale: 1.15, fill: ink }),
  client: ({ ink }) => ({ path: point, scale: 1, fill: ink }),
  plain: ({ soft }) => ({ path: point, scale: 0.7, fill: soft }),
} as const satisfies Record<DotKind, SignOf>;

/** These stand beside the band, clear of what else is on it. */
const beside = new Set<DotKind>(['elected', 'crash', 'restart', 'pause', 'resume', 'timeout']);
const besideGap = 9;
/** Bands thinner than this have no room for small signs, px. */
const leastHalf = 3;
const dimmed = 0.25;

export function paintDots(surface: Surface): void {
  const { canvas, scene, palette } = surface;
  const halves = new Map(scene.lanes.map(({ y, half }) => [y, half]));
  for (const dot of scene.dots) {
    const half = halves.get(dot.y) ?? 0;
    canvas.globalAlpha = dot.relation === 'concurrent' ? dimmed : 1;
    if (dot.hasFence) paintFence(surface, dot, half);
    if (half > 0 && half < leastHalf && !beside.has(dot.kind)) continue;
    const y = beside.has(dot.kind) ? dot.y - half - besideGap : dot.y;
    putSign(surface, dot.x, y, (signs[dot.kind] as SignOf)(palette));
  }
  canvas.globalAlpha = 1;
  for (const fold of scene.folds) paintFold(surface, fold, halves.get(fold.y) ?? 0);
}

/** With this event its server learned that more is committed. */
function paintFence({ canvas, palette }: Surface, { x, y }: DotMark, half: number): void {
  canvas.strokeStyle = palette.commit;
  canvas.lineWidth = 2.5;
  canvas.beginPath();
  canvas.moveTo(x, y - half - 3);
  canvas.lineTo(x, y + half + 3);
  canvas.stroke();
}

/** Room for its words, px. */
const wordsRoom = 44;
const uprightRoom = 20;

function paintFold(surface: Surface, { x, width, y, rounds, lost }: FoldMark, half: number): void {
  const { canvas, scene, palette } = surface;
  const [from, to] = [x + 2, x + width - 2];
  const middle = (from + to) / 2;
  const isRoomy = width >= (scene.isUpright ? uprightRoom : wordsRoom);
  const label = `×${rounds}`;
  const text = { text: label, colour: palette.ink, size: 11, weight: 600 };
  canvas.strokeStyle = palette.soft;
  canvas.lineWidth = 1;
  canvas.beginPath();
  const edge = Math.max(2, half - 3);
  canvas.moveTo(from, y - edge);
  canvas.lineTo(from, y + edge);
  canvas.moveTo(from, y);
  const gap = scene.isUpright ? 9 : 22;
  canvas.lineTo(isRoomy ? Math.max(from, middle - gap) : to, y);
  canvas.moveTo(isRoomy ? Math.min(to, middle + gap) : to, y);
  canvas.lineTo(to, y);
  canvas.moveTo(to, y - edge);
  canvas.lineTo(to, y + edge);
  canvas.stroke();
  if (!isRoomy || half < 5) return;
  if (scene.isUpright) {
    putWords(surface, middle, y, { ...text, align: 'center' });
    return;
  }
  putSign(surface, middle - 11, y, {
    path: triangle,
    scale: 0.42,
    stroke: palette.ink,
    width: 1.25,
  });
  putWords(surface, middle - 4, y + 0.5, text);
  if (lost > 0)
    putSign(surface, middle + 28, y, {
      path: cross,
      scale: 0.5,
      stroke: palette.alarm,
      width: 1.75,
    });
}
