/**
 * The annals: of every event of a run, in rows of 24 bytes, who acted, on what message, because of which event and
 * by which rules. Pictures of the whole run and answers to "why" look here first, and replay only what they need.
 */
import type { Seq, VirtualMs } from '../base/index.ts';
import type { RuleList } from '../raft/index.ts';

const blockBits = 12;
/** Events in one block; a block is never moved, so growing costs nothing that was there. */
export const blockSize = 1 << blockBits;

/** The number of the block with the event at this place, -1 and less before the first. */
export const blockAt = (place: number): number => place >> blockBits;

/** Rows, not a column a field: to write in one place is faster than in five. Small numbers stand four to a word. */
export interface Block {
  /** The first eight bytes of each row: when it was. */
  readonly times: Float64Array;
  /** The same bytes as words, of which a row has six. */
  readonly words: Uint32Array;
}

export const timesInRow = 3;

/** What clients had to do with a run, in order: `callsBetween` reads it. */
export interface Calls {
  /** Two numbers a row: the event; and client, server and what the client did, in one. */
  readonly rows: number[];
  /** Their names, by number. */
  readonly clients: string[];
}

/** Numbers in a row of them. */
export const callWidth = 2;

/** Changed in place. Invariant: holds the events `first` to `last`, each once. */
export interface Annals {
  readonly first: Seq;
  last: Seq;
  readonly blocks: Block[];
  /** The last of them, as long as events are written into it. */
  open: Block | null;
  readonly calls: Calls;
  /** How often something was forgotten: whoever keeps more than the annals do looks here. */
  forgotten: number;
  /** Lists of rules by number: a few dozen occur, however long a run is. */
  readonly lists: RuleList[];
  /** Their numbers by the places of the lists. */
  readonly numbers: (number | undefined)[];
  /** How many of the events up to `counted` obeyed each list, by its number: they are counted when somebody asks. */
  readonly counts: number[];
  counted: Seq;
}

/** When the event `seq` was, without the rest of it; 0 for the start. */
export const timeOfAnnal = ({ first, blocks }: Annals, seq: Seq): VirtualMs =>
  blocks[blockAt(seq - first)]?.times[((seq - first) % blockSize) * timesInRow] ?? 0;
