/** A judge who comes later, and looks bit by bit while people go about in the run: it misses nothing. */
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  beginToJudge,
  fingerprint,
  give,
  landmarksBetween,
  loadJudge,
  momentOf,
  nextEvent,
  openTimeline,
  openUnder,
  runOf,
  seekEnd,
  seekMoment,
  seekSeq,
  type Timeline,
  treeOf,
  undo,
  violationsOf,
} from '../../src/timeline/index.ts';

const judge = await loadJudge();

/** What somebody does between two bits of looking. */
const goings: ((timeline: Timeline, chance: () => number) => void)[] = [
  (timeline) => {
    for (let left = 60; left > 0; left -= 1) nextEvent(timeline);
  },
  (timeline, chance) => {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
  },
  (timeline, chance) => seekSeq(timeline, Math.floor(chance() * timeline.end.seq)),
  (timeline) => seekEnd(timeline),
  (timeline) => undo(timeline),
];

test.each([1, 2, 3, 4, 5, 6])('bit by bit, with acts and branches in between: seed %i', (seed) => {
  const run = runOf(plainSetup(5, seed, stormOptions));
  const late = openUnder(null, run);
  let count = 0;
  const chance = (): number => draw(seed, 0x7000_0007, count++);
  for (let left = 3000; left > 0; left -= 1) nextEvent(late);
  const goOn = beginToJudge(late, judge);
  let bits = 0;
  let asked = 0;
  // So many events a bit, as a clock would allow.
  while (!goOn(() => asked++ % 4 < 3)) {
    bits += 1;
    expect(late.judge).toBeNull();
    if (bits < 40) goings[Math.floor(chance() * goings.length)]?.(late, chance);
  }
  expect(bits).toBeGreaterThan(20);

  const judged = openTimeline(late.run);
  while (judged.world.seq < late.end.seq) nextEvent(judged);
  expect(landmarksBetween(late.chronicle)).toEqual(landmarksBetween(judged.chronicle));
  seekMoment(judged, momentOf(late));
  expect(violationsOf(late)).toEqual(violationsOf(judged));
  expect(fingerprint(late.world)).toBe(fingerprint(judged.world));
});

test('whoever branched meanwhile has the branch looked at', () => {
  const late = openUnder(null, runOf(plainSetup(5, 7)));
  for (let left = 400; left > 0; left -= 1) nextEvent(late);
  const goOn = beginToJudge(late, judge);
  expect(goOn(() => false)).toBe(false);
  seekSeq(late, 100);
  give(late, { type: 'crash', server: 0 });
  for (let left = 50; left > 0; left -= 1) nextEvent(late);
  expect(goOn(() => true)).toBe(true);
  expect(treeOf(late).branches).toHaveLength(2);
  expect(landmarksBetween(late.chronicle).filter(({ kind }) => kind === 'crash')).toHaveLength(1);
});
