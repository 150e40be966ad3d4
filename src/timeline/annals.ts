/**
 * The annals: of every event of a run, in rows of 24 bytes, who acted, on what message, because of which event and
 * by which rules. Pictures of the whole run and answers to "why" look here first, and replay only what they need.
 */
import type { Seq, VirtualMs } from '../base/index.ts';
import { noRules, type RuleList } from '../raft/index.ts';
import { type Call, forgetCallsAfter } from './calls.ts';

const blockBits = 12;
/** Events in one block; a block is never moved, so growing costs nothing that was there. */
export const blockSize = 1 << blockBits;

/** The number of the block with the event at this place, -1 and less before the first. */
export const blockAt = (place: number): number => place >> blockBits;

/** An event is a row, since writing in one place takes less time than in five; small numbers stand four to a word. */
export interface Block {
  /** The first eight bytes of each row: when it was. */
  readonly times: Float64Array;
  /** The same bytes as words, of which a row has six. */
  readonly words: Uint32Array;
}

export const timesInRow = 3;

/** Changed in place. Invariant: holds the events `first` to `last`, each once. */
export interface Annals {
  readonly first: Seq;
  last: Seq;
  readonly blocks: Block[];
  /** The last of them, as long as events are written into it. */
  open: Block | null;
  /** What clients had to do with it, in order. */
  readonly calls: Call[];
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

/** Annals in which nothing stands; the next event will be `first`. */
export const openAnnals = (first: Seq): Annals => ({
  first,
  last: first - 1,
  blocks: [],
  open: null,
  calls: [],
  forgotten: 0,
  lists: [noRules],
  numbers: [0],
  counts: [],
  counted: 0,
});

/** Forgets every event after `seq`. */
export function forgetAnnalsAfter(annals: Annals, seq: Seq): void {
  if (seq >= annals.last) return;
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  // Counting starts over, rather than being taken back one by one.
  annals.counted = annals.counts.length = 0;
  forgetCallsAfter(annals.calls, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
  annals.open = null;
}

/** When the event `seq` was, without the rest of it; 0 for the start. */
export const timeOfAnnal = ({ first, blocks }: Annals, seq: Seq): VirtualMs =>
  blocks[blockAt(seq - first)]?.times[((seq - first) % blockSize) * timesInRow] ?? 0;
