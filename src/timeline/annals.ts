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
  /** The same bytes as words, of which a row has six; `column` names those after the time. */
  readonly words: Uint32Array;
}

export const timesInRow = 3;
export const wordsInRow = 6;
export const column = {
  cause: 2,
  term: 3,
  /** Kind, server, from, type: a byte each, the first lowest. */
  who: 4,
  /** Rules, in two bytes; role and marks, a byte each. */
  what: 5,
} as const;

/** Changed in place. Invariant: holds the events `first` to `last`, each once. */
export interface Annals {
  readonly first: Seq;
  last: Seq;
  readonly blocks: Block[];
  /** The last of them, where the next event is written; null: there is none. */
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
  counts: [0],
  counted: first - 1,
});

/** Forgets every event after `seq`. */
export function forgetAnnalsAfter(annals: Annals, seq: Seq): void {
  if (seq >= annals.last) return;
  countTo(annals, seq);
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  forgetCallsAfter(annals.calls, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
  annals.open = annals.blocks[annals.blocks.length - 1] ?? null;
}

/** Counts on, or back, to the events up to `seq`. */
export function countTo(annals: Annals, seq: Seq): void {
  const { counts } = annals;
  const until = Math.max(seq, annals.first - 1);
  const add = (at: Seq, one: 1 | -1): void => {
    const number = numberAt(annals, at);
    counts[number] = (counts[number] ?? 0) + one;
  };
  while (annals.counted < until) add(++annals.counted, 1);
  while (annals.counted > until) add(annals.counted--, -1);
}

/** A word of the event `seq`; 0 where it does not stand. */
export const wordAt = ({ first, blocks }: Annals, seq: Seq, word: number): number =>
  blocks[blockAt(seq - first)]?.words[((seq - first) % blockSize) * wordsInRow + word] ?? 0;

/** The number of the list of rules that shaped the event `seq`. */
export const numberAt = (annals: Annals, seq: Seq): number =>
  wordAt(annals, seq, column.what) & 0xffff;

/** When the event `seq` was, without the rest of it; 0 for the start. */
export const timeOfAnnal = ({ first, blocks }: Annals, seq: Seq): VirtualMs =>
  blocks[blockAt(seq - first)]?.times[((seq - first) % blockSize) * timesInRow] ?? 0;
