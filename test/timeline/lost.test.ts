/** Whatever a run loses, by chance or on a cut link, there is an honest answer to what would have brought it there. */
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { type Event, plainSetup } from '../../src/sim/index.ts';
import {
  give,
  loadWhy,
  nextEvent,
  openTimeline,
  runOf,
  type Timeline,
} from '../../src/timeline/index.ts';

const { answer } = await loadWhy();

/** Plays a storm, every event of it handed to `see` as it happens. */
function storm(seed: number, see: (timeline: Timeline, event: Event) => void): void {
  const timeline = openTimeline(runOf(plainSetup(5, seed, stormOptions)));
  let count = 0;
  const chance = (): number => draw(seed, 0x7000_0005, count++);
  for (let act = 0; act < 40; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
    for (let left = 20; left > 0; left -= 1) {
      const event = nextEvent(timeline);
      if (event !== null) see(timeline, event);
    }
  }
}

// In these servers are down or paused, and go on, while messages to and from them get lost.
test.each([4, 5, 10, 12])('every loss in the storm of seed %i', (seed) => {
  const unanswered: string[] = [];
  let losses = 0;
  storm(seed, (timeline, { kind, reason, seq, envelope }) => {
    if (kind !== 'drop' || (reason !== 'loss' && reason !== 'cut')) return;
    losses += 1;
    if (answer(timeline, { kind: 'event', seq })?.otherwise === null)
      unanswered.push(`${reason} ${seq} ${envelope?.message.type}`);
  });
  expect(losses).toBeGreaterThan(10);
  expect(unanswered).toEqual([]);
});
