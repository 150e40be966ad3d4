/** The words next to a server: broken into lines, and where they stand. */
import { glyphRoom, type Layout, type Place } from '../layout.ts';
import type { Block } from './types.ts';

/** Line heights, and the room a row of votes takes, px. */
export const nameHeight = 20;
export const lineHeight = 17;
export const ballotHeight = 20;
/** Width of one vote slot with its gap, and of the bar at the majority, px. */
export const slotPitch = 15;
const barRoom = 6;
/** A generous mean width of a letter of the small size, px: there is no page here to measure on. */
const letter = 6.7;
const gap = 12;

export const ballotWidth = (size: number): number => size * slotPitch + barRoom - 3;

interface Content {
  readonly name: string;
  readonly detail: string;
  /** Slots of each ballot. */
  readonly slots: readonly number[];
  readonly hasGlyph: boolean;
}

/** The block of a server that stands at `place`. */
export function blockAt({ side }: Place, layout: Layout, content: Content): Block {
  const detail = wrapped(content.detail, layout.labelWidth);
  const lines = detail.split('\n');
  const widths = [
    content.name.length * 9.5,
    ...lines.map(({ length }) => length * letter),
    ...content.slots.map(ballotWidth),
  ];
  const width = Math.max(...widths);
  const height = nameHeight + lines.length * lineHeight + content.slots.length * ballotHeight;
  const { radius } = layout;
  const first = 15; // From the top of the block to the baseline of the name.
  const size = { width, height, detail };
  if (side === 'right') return { anchor: 'start', x: radius + gap, y: first - height / 2, ...size };
  if (side === 'left') return { anchor: 'end', x: -radius - gap, y: first - height / 2, ...size };
  if (side === 'below') return { anchor: 'middle', x: 0, y: radius + 6 + first, ...size };
  const bottom = radius + (content.hasGlyph ? glyphRoom + 2 : 6);
  return { anchor: 'middle', x: 0, y: first - bottom - height, ...size };
}

/** Breaks a text at spaces so that no line is wider than `width` px, as far as that can be told. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || longer.length * letter <= width + 8) line = longer;
    else {
      lines.push(line.replace(/ ·$/, ''));
      line = word === '·' ? '' : word;
    }
  }
  lines.push(line);
  return lines.join('\n');
}
