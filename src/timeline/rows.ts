/**
 * Rows of a few numbers each, one after the other in a list, the number of an event first. Most of what is written
 * down of a long run stands so: objects would all be copied and marked whenever garbage is collected.
 */
import type { Seq } from '../base/index.ts';

/** Forgets the rows of every event after `seq`. */
export function forgetRowsAfter(rows: number[], width: number, seq: Seq): void {
  while ((rows[rows.length - width] ?? 0) > seq) rows.length -= width;
}
