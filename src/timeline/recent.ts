/** The events before the cursor, for who asks: those that are not held are found again by replaying. */
import type { Event } from '../sim/index.ts';
import { heldForNext, remembered, type Timeline } from './timeline.ts';
import { eventsBetween } from './witness.ts';

/** The last events up to the cursor, the oldest first: 400 or more, where there are so many. */
export function recentOf(timeline: Timeline): readonly Event[] {
  const { recent, world, annals } = timeline;
  const first = Math.max(annals.first, world.seq - remembered + 1);
  const next = (recent[recent.length - 1]?.seq ?? 0) + 1;
  const isLong = recent.length >= 2 * remembered;
  if (next <= world.seq || isLong) {
    const known = next < first ? [] : recent.slice(-remembered);
    timeline.recent = [...known, ...eventsBetween(timeline, Math.max(next, first), world.seq)];
  }
  timeline.room = heldForNext;
  return timeline.recent;
}
