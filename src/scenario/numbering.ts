/**
 * Numbers for the lines of a trace. Inside one branch they follow the numbers of the world's events; a mark, a
 * return and the start of a server that joins have numbers of their own, and what is done again after a return is numbered on, so that none comes twice.
 */
import type { Seq } from '../base/index.ts';

interface Segment {
  /** First event of the world that it covers. */
  readonly from: Seq;
  readonly add: number;
}

/** Invariant: segments in rising order of `from`, the first from 1. */
export interface Numbering {
  readonly segments: readonly Segment[];
  /** The highest number given so far. */
  readonly last: number;
}

/** @param untold how many of the world's first `seq` events have no line yet */
export const firstNumbering = (seq: Seq, untold: number): Numbering => ({
  segments: [{ from: 1, add: -untold }],
  last: seq - untold,
});

/** The number of an event of the present branch. */
export function numberOf({ segments }: Numbering, seq: Seq): number {
  const segment = segments.findLast(({ from }) => from <= seq);
  return seq + (segment?.add ?? 0);
}

/** An event happened: its number is the last one given. */
export const withEvent = (numbering: Numbering, seq: Seq): Numbering => ({
  ...numbering,
  last: numberOf(numbering, seq),
});

/** A line of its own after event `seq`; what follows it counts on. */
export function withLine({ segments, last }: Numbering, seq: Seq): Numbering {
  return { segments: [...segments, { from: seq + 1, add: last + 1 - seq }], last: last + 1 };
}
