/** The events before the cursor, for whoever asks: those that are not held are found again by replaying. */
import type { Event } from '../sim/index.ts';
import { heldForNext, remembered, startOf, type Timeline } from './timeline.ts';
import { eventsBetween } from './witness.ts';

/** The last events up to the cursor, the oldest first: 400 or more, where there are so many. */
export function recentOf(timeline: Timeline): readonly Event[] {
  const { recent, world } = timeline;
  const first = Math.max(startOf(timeline) + 1, world.seq - remembered + 1);
  const from = recent[0]?.seq ?? Infinity;
  const to = recent[recent.length - 1]?.seq ?? 0;
  if (to < first) timeline.recent = eventsBetween(timeline, first, world.seq);
  else if (from > first || to < world.seq || recent.length >= 2 * remembered)
    timeline.recent = [
      ...eventsBetween(timeline, first, from - 1),
      ...recent.slice(-remembered),
      ...eventsBetween(timeline, to + 1, world.seq),
    ];
  timeline.room = heldForNext;
  return timeline.recent;
}
