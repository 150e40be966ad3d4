/** Replay is identity: wherever the cursor goes, the world there has the same fingerprint as the first time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  decodeRun,
  encodeRun,
  fingerprint,
  give,
  nextEvent,
  openTimeline,
  playTo,
  previousEvent,
  recentOf,
  runOf,
  seekEnd,
  seekSeq,
  seekTime,
  type Timeline,
} from '../../src/timeline/index.ts';

/** Plays a storm, and notes the fingerprint at each event. */
function stormy(seed: number, acts: number): { timeline: Timeline; at: Map<number, string> } {
  const timeline = openTimeline(runOf(plainSetup(3 + (seed % 3), seed, stormOptions)));
  const at = new Map<number, string>();
  const note = (): void => {
    at.set(timeline.world.seq, fingerprint(timeline.world));
  };
  let count = 0;
  const chance = (): number => {
    count += 1;
    return draw(seed, 0x7000_0001, count);
  };
  note();
  for (let act = 0; act < acts; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null && give(timeline, command).ok) note();
    // Often commands follow each other at once, and sometimes they come between two events.
    for (let left = Math.floor(chance() ** 2 * 40); left > 0; left -= 1)
      if (nextEvent(timeline) !== null) note();
    playTo(timeline, timeline.world.time + chance());
  }
  return { timeline, at };
}

const somewhere = fc.double({ min: 0, max: 1, noNaN: true });

test('after any seek, forward or back, the fingerprint of every event is the one it had', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.array(somewhere, { minLength: 8, maxLength: 8 }),
      (seed, places) => {
        const { timeline, at } = stormy(seed, 40);
        const seqs = [...at.keys()];
        for (const place of places) {
          const seq = seqs[Math.floor(place * (seqs.length - 1))]!;
          seekSeq(timeline, seq);
          expect(fingerprint(timeline.world)).toBe(at.get(seq));
        }
      },
    ),
    { seed: 31, numRuns: 40 },
  );
});

test('every event of a long run, one step back at a time from the end, and forward again', () => {
  const { timeline, at } = stormy(11, 200);
  expect(at.size).toBeGreaterThan(1500);
  seekEnd(timeline);
  for (const seq of [...at.keys()].reverse().slice(0, 60)) {
    seekSeq(timeline, seq);
    expect(fingerprint(timeline.world)).toBe(at.get(seq));
  }
  for (let step = 0; step < 59; step += 1) {
    nextEvent(timeline);
    const known = at.get(timeline.world.seq);
    if (known !== undefined) expect(fingerprint(timeline.world)).toBe(known);
  }
});

test('the run alone, through its text, gives the same fingerprints in a new timeline', () => {
  const { timeline, at } = stormy(12, 60);
  const decoded = decodeRun(encodeRun(timeline.run));
  expect(decoded.ok).toBe(true);
  if (!decoded.ok) return;
  const again = openTimeline(decoded.value);
  const last = Math.max(...at.keys());
  while (again.world.seq < last) {
    nextEvent(again);
    const known = at.get(again.world.seq);
    if (known !== undefined) expect(fingerprint(again.world)).toBe(known);
  }
});

test('a seek in time stands where playing to that time stood', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 3)));
  const stood = [0, 33.333, 160, 161.5, 400, 1999.999].map((time) => {
    playTo(timeline, time);
    return [time, fingerprint(timeline.world)] as const;
  });
  for (const [time, known] of [...stood].reverse()) {
    seekTime(timeline, time);
    expect(timeline.world.time).toBe(time);
    expect(fingerprint(timeline.world)).toBe(known);
  }
});

test('stepping back gives the event that then stands last, with its own words', () => {
  const { timeline } = stormy(13, 30);
  const last = recentOf(timeline).at(-1)!;
  const before = recentOf(timeline).at(-2)!;
  seekSeq(timeline, last.seq);
  previousEvent(timeline);
  expect(recentOf(timeline).at(-1)?.seq).toBe(before.seq);
  expect(nextEvent(timeline)).toMatchObject({ seq: last.seq, time: last.time, kind: last.kind });
});
