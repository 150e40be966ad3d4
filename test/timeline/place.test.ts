/** Along its run: by the clock, or by events where all of it may happen at one time. */
import { expect, test } from 'vitest';
import { inFlight, plainSetup } from '../../src/sim/index.ts';
import {
  bookmarksOf,
  bringAlong,
  createSession,
  type Session,
  toggleBookmark,
} from '../../src/store/index.ts';
import {
  give,
  measureOf,
  momentOf,
  openTimeline,
  runOf,
  seekPlace,
  spanOf,
  type Timeline,
  treeOf,
} from '../../src/timeline/index.ts';
import { fromRun, onScore } from '../../src/viz/index.ts';

/** S1 stands, by hand; nobody hears of it yet. All at 0 ms. */
function byHand(): Timeline {
  const timeline = openTimeline(
    runOf({ ...plainSetup(3, 1), timers: 'manual', delivery: 'manual' }),
  );
  give(timeline, { type: 'timeout', server: 0 });
  for (const { id: message } of inFlight(timeline.world))
    give(timeline, { type: 'deliver', message });
  return timeline;
}

const inHand = (session: Session): Timeline => session.store.getState().timeline;

test('a run by the clock goes to times, one by hand to events', () => {
  const clocked = openTimeline(runOf(plainSetup(3, 1)));
  seekPlace(clocked, 250);
  expect(measureOf(clocked.run)).toBe('time');
  expect(spanOf(clocked)).toEqual({ measure: 'time', start: 0, now: 250, end: 250 });
  const timeline = byHand();
  const { measure, start, now, end } = spanOf(timeline);
  expect([measure, start, momentOf(timeline).time]).toEqual(['order', 4, 0]);
  expect([now, end]).toEqual([momentOf(timeline).seq, momentOf(timeline).seq]);
  expect(end).toBeGreaterThan(6);
  seekPlace(timeline, 5);
  expect(momentOf(timeline)).toEqual({ seq: 5, time: 0 });
  expect(spanOf(timeline)).toEqual({ measure, start, now: 5, end });
});

test('moments of one time are marked apart', () => {
  const timeline = byHand();
  const session = createSession({ timeline, origin: timeline.run });
  const places = [6, 5];
  for (const place of places) {
    session.seekPlace(place);
    toggleBookmark(session);
  }
  expect(bookmarksOf(session.store.getState())).toEqual([5, 6]);
});

test('a branch by hand is gone to, and brought along, after as many events, and no further than it went', () => {
  const session = createSession({ timeline: byHand() });
  const { end } = spanOf(inHand(session));
  session.seekPlace(5);
  session.do({ type: 'crash', server: 2 });
  const [first, second] = treeOf(inHand(session)).branches;
  session.goToBranch(first!.id);
  expect(spanOf(inHand(session)).now).toBe(6);
  session.compare(second!.id);
  const { comparison } = session.store.getState();
  for (const [place, other] of [
    [5, 5],
    [end, 6],
  ] as const) {
    session.seekPlace(place);
    bringAlong(comparison!, momentOf(inHand(session)));
    expect(spanOf(comparison!.timeline).now).toBe(other);
  }
});

test('what the diagram shows of a run by hand has its place on the score by events', () => {
  const timeline = byHand();
  for (const axis of ['physical', 'logical'] as const) {
    const window = fromRun(timeline, { from: 5, to: 6 }, axis);
    const placed = onScore(timeline, window, axis, 800);
    expect([placed.measure, placed.whole[0]]).toEqual(['order', 4]);
    if (axis === 'logical') expect(placed.from).toBe(5);
  }
});
