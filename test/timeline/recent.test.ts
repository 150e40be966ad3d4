/** The events before the cursor: few are held as a run goes on, and all that are asked for are found again. */
import { expect, test } from 'vitest';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { type Event, plainSetup } from '../../src/sim/index.ts';
import {
  nextEvent,
  openTimeline,
  playTo,
  recentOf,
  runOf,
  seekSeq,
  seekStart,
  type Timeline,
} from '../../src/timeline/index.ts';
import { scene } from '../../src/viz/index.ts';
import { sceneOptions } from '../viz/words.ts';

const options = { ...stormOptions, lossRate: 0.2 };
const open = (): Timeline => openTimeline(runOf(plainSetup(5, 3, options)));

/** Plays `count` events, and gives them. */
function play(timeline: Timeline, count: number): readonly Event[] {
  const events: Event[] = [];
  while (events.length < count) events.push(nextEvent(timeline) as Event);
  return events;
}

test('a long run holds no more events than a short one while nobody asks', () => {
  const timeline = open();
  playTo(timeline, 120_000);
  expect(timeline.world.seq).toBeGreaterThan(10_000);
  expect(timeline.recent.length).toBeLessThanOrEqual(64);
  expect(timeline.losses.length).toBeLessThan(400);
  expect(timeline.losses.every(({ kind }) => kind === 'drop')).toBe(true);
});

test('after a seek, too, no more are held than lie between two kept worlds', () => {
  const timeline = open();
  playTo(timeline, 120_000);
  seekSeq(timeline, 5000);
  playTo(timeline, 120_000);
  expect(timeline.recent.length).toBeLessThanOrEqual(1024);
});

test('whoever asks gets the last 400 events as they happened, whatever was held', () => {
  const timeline = open();
  const { seq } = timeline.world;
  const happened = play(timeline, 5000);
  for (const gone of [0, 3, 70, 500, 5000, 1, 399, 401]) {
    seekSeq(timeline, timeline.world.seq - gone);
    const stood = timeline.world.seq - seq;
    const recent = recentOf(timeline);
    expect(recent.slice(-400)).toEqual(happened.slice(Math.max(0, stood - 400), stood));
    expect(recent.length).toBeLessThan(800 + 1024);
    if (stood === 0) seekSeq(timeline, seq + 3500);
  }
});

test('asked at every step, each event is there once and in its place', () => {
  const timeline = open();
  const happened: Event[] = [];
  while (happened.length < 2500) {
    happened.push(...play(timeline, 1 + (happened.length % 100)));
    expect(recentOf(timeline).slice(-400)).toEqual(happened.slice(-400));
  }
  expect(timeline.recent.length).toBeLessThan(900);
});

test('what is lost on its way is seen after a seek as it was seen when it was lost', () => {
  const ghosts = ({ world, losses }: Timeline) =>
    scene(world, world.time, { ...sceneOptions, losses }).ghosts;
  const timeline = open();
  const seen = new Map<number, unknown>();
  // Also just after a world was kept: what was lost before it is still in sight.
  while (timeline.world.seq < 3 * 1024 + 40) {
    play(timeline, 1);
    seen.set(timeline.world.seq, ghosts(timeline));
  }
  expect([...seen.values()].filter((list) => (list as []).length > 0).length).toBeGreaterThan(100);
  seekStart(timeline);
  for (const { world } of [...timeline.kept.slice(1)])
    for (let seq = world.seq; seq < world.seq + 30; seq += 1) {
      seekSeq(timeline, 0);
      seekSeq(timeline, seq);
      if (seen.has(seq)) expect(ghosts(timeline)).toEqual(seen.get(seq));
    }
});
