/**
 * The annals: of every event of a run, in columns of 24 bytes, who acted, on what message, because of which event and
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

/** Small numbers stand four to a word, the first lowest: to write five columns takes half as long as to write ten. */
export interface Block {
  readonly time: Float64Array;
  readonly cause: Uint32Array;
  readonly term: Uint32Array;
  /** Kind, server, from, type: a byte each. */
  readonly who: Uint32Array;
  /** Rules, in two bytes; role and marks, a byte each. */
  readonly what: Uint32Array;
}

/** Changed in place. Invariant: holds the events `first` to `last`, each once. */
export interface Annals {
  readonly first: Seq;
  last: Seq;
  readonly blocks: Block[];
  /** What clients had to do with it, in order. */
  readonly calls: Call[];
  /** How often something was forgotten: whoever keeps more than the annals do looks here. */
  forgotten: number;
  /** Lists of rules by number: a few dozen occur, however long a run is. */
  readonly lists: RuleList[];
  /** Their numbers by the places of the lists. */
  readonly numbers: (number | undefined)[];
  /** How many events obeyed each list, by its number. */
  readonly counts: number[];
}

/** Annals in which nothing stands; the next event will be `first`. */
export const openAnnals = (first: Seq): Annals => ({
  first,
  last: first - 1,
  blocks: [],
  calls: [],
  forgotten: 0,
  lists: [noRules],
  numbers: [0],
  counts: [0],
});

/** Forgets every event after `seq`. */
export function forgetAnnalsAfter(annals: Annals, seq: Seq): void {
  if (seq >= annals.last) return;
  for (let gone = annals.last; gone > seq && gone >= annals.first; gone -= 1) {
    const number = numberAt(annals, gone);
    annals.counts[number] = (annals.counts[number] as number) - 1;
  }
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  forgetCallsAfter(annals.calls, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
}

/** The number of the list of rules that shaped the event `seq`. */
export const numberAt = ({ first, blocks }: Annals, seq: Seq): number =>
  (blocks[blockAt(seq - first)]?.what[(seq - first) % blockSize] ?? 0) & 0xffff;

/** When the event `seq` was, without the rest of it; 0 for the start. */
export const timeOfAnnal = ({ first, blocks }: Annals, seq: Seq): VirtualMs =>
  blocks[blockAt(seq - first)]?.time[(seq - first) % blockSize] ?? 0;
