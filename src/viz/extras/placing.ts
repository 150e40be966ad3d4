/** Where a note has room: beside servers and their words, never over them. Places and sizes are px. */
import { glyphRoom, toolRoom } from '../layout.ts';
import { hasSign } from '../scene/block.ts';
import type { ServerMark } from '../scene/types.ts';

/** What something takes of the picture. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Room {
  /** The first of `boxes` that is free of all that stands in the picture, and it is taken then; undefined: none is. */
  readonly take: <Placed extends Box>(boxes: readonly Placed[]) => Placed | undefined;
}

/** Of a line of words above its baseline and under it. */
const [ascent, descent] = [10, 3];
const ringRoom = 3;
const halfSign = 12;
/** A figure that gets shorter should not have its neighbours jump: widths go in such steps. */
const step = 12;

/** Between a word and the next, px. */
const wordSpace = 3;

/** Two notes on one line would read as one: they stand so much farther from each other, px. */
const apart = 8;

/** The box of a line of `width` that begins at `left` and stands on `baseline`. */
export const lineBox = (left: number, baseline: number, width: number): Box => ({
  left: left - wordSpace,
  right: left + width + wordSpace,
  top: baseline - ascent,
  bottom: baseline + descent,
});

/** The room that `servers` leave in a picture of `width` by `height`. */
export function roomAround(servers: readonly ServerMark[], width: number, height: number): Room {
  const taken = servers.flatMap((server) => boxesOf(server));
  const isFree = ({ left, right, top, bottom }: Box): boolean =>
    left >= 0 &&
    right <= width &&
    top >= toolRoom - ascent &&
    bottom <= height &&
    !taken.some(
      (other) =>
        left < other.right && right > other.left && top < other.bottom && bottom > other.top,
    );
  return {
    take: (boxes) => {
      const found = boxes.find(isFree);
      if (found !== undefined)
        taken.push({ ...found, left: found.left - apart, right: found.right + apart });
      return found;
    },
  };
}

/** A server: its ring, the sign above it, its name, and what is said under that. */
function boxesOf(server: ServerMark): Box[] {
  const { x, y, radius, block, name } = server;
  const size = radius + ringRoom;
  const ring = { left: x - size, right: x + size, top: y - size, bottom: y + size };
  const sign = { left: x - halfSign, right: x + halfSign, top: y - radius - glyphRoom };
  const words = Math.ceil(block.width / step) * step;
  const lineOf = (across: number, top: number, bottom: number): Box => {
    const left = x + block.x - { start: 0, middle: across / 2, end: across }[block.anchor];
    return { left, right: left + across, top: y + top, bottom: y + bottom };
  };
  const under = block.y + descent;
  return [
    ring,
    ...(hasSign(server) ? [{ ...sign, bottom: y - radius }] : []),
    lineOf(nameWidth(name), block.y - ascent - 2, under),
    lineOf(words, under, block.y - ascent - 5 + block.height),
  ];
}

/** Of the name of a server as it is drawn, about. */
export const nameWidth = (name: string): number => name.length * 9.5;

/** The tick of a vote and the gap after it, and the mean width of a letter of a name there, px. */
export const tickRoom = 13;
const voteLetter = 6.6;

/** Of a vote as it is drawn. */
export const voteWidth = (vote: string): number => tickRoom + vote.length * voteLetter;
