/** Not more than a listener can follow, and nothing that matters left out. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { createNarrator } from '../../src/store/narrator.ts';
import * as teller from '../../src/store/teller.ts';
import { give, openTimeline, playTo, runOf, type Timeline } from '../../src/timeline/index.ts';

/** Plays up to `end` in frames of real time, and collects what is said, with when. */
function listen(timeline: Timeline, end: number, frameMs: number, speed: number) {
  const narrator = createNarrator(teller);
  const said: { text: string; nowMs: number }[] = [];
  for (let nowMs = 0; timeline.world.time < end; nowMs += frameMs) {
    playTo(timeline, timeline.world.time + frameMs * speed);
    const narration = narrator.following(timeline, nowMs);
    if (narration !== null) said.push({ text: narration.text, nowMs });
  }
  return said;
}

test('while playing there are 700 ms between two messages', () => {
  const said = listen(openTimeline(runOf(plainSetup(5, 7))), 2000, 100, 1);
  expect(said.length).toBeGreaterThan(1);
  said.forEach(({ nowMs }, place) => {
    if (place > 0) expect(nowMs - (said[place - 1]?.nowMs ?? 0)).toBeGreaterThanOrEqual(700);
  });
});

test('an election is said even when everything happens at once', () => {
  const said = listen(openTimeline(runOf(plainSetup(5, 7))), 3000, 100, 4);
  expect(said.map(({ text }) => text).join('\n')).toMatch(/leads term 1/);
});

test('heartbeats are not narrated', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  playTo(timeline, 1000);
  const narrator = createNarrator(teller);
  narrator.standing(timeline);
  playTo(timeline, 1500);
  expect(narrator.following(timeline, 5000)).toBeNull();
});

test('standing still, the sentence is about the last event', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  const narrator = createNarrator(teller);
  expect(narrator.standing(timeline).text).toContain('starts as a follower');
  give(timeline, { type: 'crash', server: 2 });
  const { text, seq } = narrator.standing(timeline);
  expect(text).toContain('S3');
  expect(seq).toBe(timeline.world.seq);
});
