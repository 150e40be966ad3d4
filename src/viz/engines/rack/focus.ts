/** The selected one of a crowd: its links as spokes, the others at the rim, and what is on its way. */
import type { Focus, Peer, Stroke } from '../../rack/types.ts';
import type { Palette } from '../spacetime/palette.ts';
import { put } from './cells.ts';
import { paintDots } from './dots.ts';

const size = 5;
/** From the first baseline of the words to their top, px. */
const ascent = 15;

export function paintFocus(
  context: CanvasRenderingContext2D,
  { server, peers, dots }: Focus,
  palette: Palette,
): void {
  paintStrokes(
    context,
    peers.flatMap(({ link, isInUse }) => (isInUse || link.state !== 'up' ? [link] : [])),
    palette,
  );
  // Words are not struck through: they stand on the SVG below.
  const { x, y, block } = server;
  context.clearRect(x + block.x, y + block.y - ascent, block.width, block.height);
  for (const peer of peers) paintPeer(context, peer, palette);
  paintDots(context, dots, palette);
}

function paintPeer(context: CanvasRenderingContext2D, peer: Peer, palette: Palette): void {
  const { x, y, hue, role, condition, text, textX, textY } = peer;
  const colours = palette.terms[hue];
  if (colours === undefined) return;
  const isDown = condition === 'crashed';
  context.beginPath();
  context.arc(x, y, size, 0, 2 * Math.PI);
  context.fillStyle = isDown ? palette.paper : colours.pale;
  context.fill();
  context.setLineDash(isDown ? [2, 2] : []);
  context.strokeStyle = role === 'leader' && !isDown ? palette.ink : colours.line;
  context.lineWidth = role === 'leader' ? 2.5 : 1.25;
  context.stroke();
  context.setLineDash([]);
  if (text !== '')
    put(context, text, textX, textY, {
      size: 10,
      weight: role === 'leader' ? 700 : 400,
      colour: palette.ink,
      align: 'center',
    });
}

/** Links: a hairline where messages pass, broken in alarm where none do, half an arrow where one way is left. */
export function paintStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  { hairline, alarm, edge }: Palette,
): void {
  const looks = {
    up: { colour: hairline, dash: [] },
    cut: { colour: alarm, dash: [1, 5] },
    oneWay: { colour: edge, dash: [] },
  } as const;
  for (const [state, { colour, dash }] of Object.entries(looks)) {
    context.beginPath();
    for (const { x1, y1, x2, y2, state: own } of strokes) {
      if (own !== state) continue;
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
      if (own !== 'oneWay') continue;
      const angle = Math.atan2(y2 - y1, x2 - x1) + Math.PI * 0.85;
      context.lineTo(x2 + Math.cos(angle) * 10, y2 + Math.sin(angle) * 10);
    }
    context.strokeStyle = colour;
    context.lineWidth = 1;
    context.setLineDash([...dash]);
    context.stroke();
  }
  context.setLineDash([]);
}
