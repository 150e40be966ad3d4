/** Two runs side by side, at the same place of both. */
import { type Moment, seekPlace, spanOf } from '../timeline/index.ts';
import type { Comparison } from './branching.ts';

/**
 * Brings the branch beside to where the one in hand stands. By the clock it may go on past its end; what was done by
 * hand went no further than it went.
 */
export function bringAlong({ timeline, end }: Comparison, at: Moment): void {
  const { measure, now } = spanOf(timeline);
  const place = measure === 'time' ? at.time : Math.min(at.seq, end.seq);
  if (now !== place) seekPlace(timeline, place);
}
