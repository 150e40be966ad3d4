/** The words next to a server: broken into lines, and where they stand. */
import { glyphRoom, type Layout, type Place } from '../layout.ts';
import type { Ballot, Block, ServerMark } from './types.ts';

/** Line heights, and the room a row of votes takes, px. */
export const nameHeight = 20;
export const lineHeight = 17;
export const ballotHeight = 20;
/** Width of one vote slot with its gap, and of the line at the majority, px. */
const slotPitch = 15;
const lineRoom = 6;
/** So many voters have a slot each, wherever they are drawn; more only where there is room for all. */
const fewVoters = 9;
/** The bar that stands for more, px. */
const [shortest, longest] = [24, 120];
/** The mean width of a letter of a detail, px: there is no page here to measure on. */
const letter = { full: 6.35, small: 5.9, terse: 5.9 } as const;
const gap = 14;

/** Of a letter of a ballot's caption, px. */
const captionLetter = 6.2;

/** What stands beside the slots: the line at the majority, and the words. */
const besideSlots = ({ caption }: Ballot): number =>
  lineRoom - 3 + (caption === '' ? 0 : 5 + caption.length * captionLetter);

/** Whether the votes are one bar, because slots for so many would be slivers. */
export const isBar = (ballot: Ballot, room: number): boolean =>
  ballot.size > fewVoters && ballot.size * slotPitch + besideSlots(ballot) > room;

/** Of one slot with its gap, or of its share of the bar. */
export const pitchOf = (ballot: Ballot, room: number): number =>
  isBar(ballot, room)
    ? Math.max(shortest, Math.min(longest, room - besideSlots(ballot))) / ballot.size
    : slotPitch;

const ballotWidth = (ballot: Ballot, room: number): number =>
  ballot.size * pitchOf(ballot, room) + besideSlots(ballot);

/** A vote that would be drawn too small to read goes without its words; halves and bars need theirs. */
export const readable = (ballots: readonly Ballot[], room: number): readonly Ballot[] =>
  ballots.length === 1 && ballots.some((one) => ballotScale(one, room) < 0.75 && !isBar(one, room))
    ? ballots.map((one) => ({ ...one, caption: '' }))
    : ballots;

/** A long ballot is drawn smaller, so that it stays next to its server. */
export const ballotScale = (ballot: Ballot, room: number): number =>
  Math.max(0.4, Math.min(1, room / ballotWidth(ballot, room)));

/** What a ballot takes as it is drawn. */
export const drawnWidth = (ballot: Ballot, room: number): number =>
  ballotWidth(ballot, room) * ballotScale(ballot, room);

/** Whether a sign stands above a server: a crown, a question, what is wrong with it. */
export const hasSign = ({
  role,
  condition,
  part,
}: Pick<ServerMark, 'role' | 'condition' | 'part'>) =>
  role !== 'follower' || condition !== 'running' || part === 'learner';

interface Content {
  readonly name: string;
  /** What it is, its timer, its vote: in this order. */
  readonly detail: readonly string[];
  readonly ballots: readonly Ballot[];
  readonly hasGlyph: boolean;
}

/** The block of a server that stands at `place`. */
export function blockAt({ side, isTop }: Place, layout: Layout, content: Content): Block {
  const detail = wrapped(content.detail, layout);
  const lines = detail.split('\n');
  const room = layout.votesWidth;
  const widths = [
    content.name.length * 9.5,
    ...lines.map(({ length }) => length * letter[layout.speech]),
    ...content.ballots.map((one) => drawnWidth(one, room)),
  ];
  const width = Math.max(...widths);
  const height = nameHeight + lines.length * lineHeight + content.ballots.length * ballotHeight;
  const { radius } = layout;
  const first = 15; // From the top of the block to the baseline of the name.
  const size = {
    width,
    height,
    detail,
    room,
    isSmall: layout.speech !== 'full',
  };
  const y = first - (isTop ? Math.min(height, radius + glyphRoom) : height / 2);
  if (side === 'right') return { anchor: 'start', x: radius + gap, y, ...size };
  if (side === 'left') return { anchor: 'end', x: -radius - gap, y, ...size };
  if (side === 'below') return { anchor: 'middle', x: 0, y: radius + 6 + first, ...size };
  const bottom = radius + (content.hasGlyph ? glyphRoom + 2 : 6);
  return { anchor: 'middle', x: 0, y: first - bottom - height, ...size };
}

/** What is to be said, on one line while it fits, else each part on its own. */
function wrapped(parts: readonly string[], { labelWidth, speech }: Layout): string {
  if (speech === 'terse') return parts[1] ?? parts[0] ?? '';
  const most = Math.floor(labelWidth / letter[speech]);
  const line = parts.slice(0, 2).join(' · ');
  const lines = line.length <= most ? [line] : parts.slice(0, 2);
  return [...lines, ...parts.slice(2)].map((text) => broken(text, most)).join('\n');
}

/** Breaks a text at spaces, so that no line has more letters than `most` unless one word has. */
function broken(text: string, most: number): string {
  let length = -1; // No space stands before the first.
  return text
    .split(' ')
    .map((word, place) => {
      const isNext = place > 0 && length + 1 + word.length > most;
      length = isNext ? word.length : length + 1 + word.length;
      return place === 0 ? word : `${isNext ? '\n' : ' '}${word}`;
    })
    .join('');
}
