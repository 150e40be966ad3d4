/** A link says all of a run, and what comes from outside is believed only after a look. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import {
  engineVersion,
  fingerprint,
  give,
  loadShare,
  momentOf,
  nextEvent,
  openTimeline,
  runOf,
  type Shared,
  seekMoment,
  seekTime,
  type Timeline,
} from '../../src/timeline/index.ts';

const { decodeLink, encodeLink } = await loadShare();

/** A run to which so many things befell, standing somewhere in it. */
function stormy(seed: number, acts: number): Timeline {
  const options = seed % 2 === 0 ? stormOptions : profiles.production;
  const setup = { ...plainSetup(1 + (seed % 7), seed, options), spares: seed % 3 === 0 ? 1 : 0 };
  const timeline = openTimeline(runOf(setup.names.length > 1 ? setup : plainSetup(1, seed)));
  let count = 0;
  const chance = (): number => draw(seed, 0x7000_0003, count++);
  for (let act = 0; act < acts; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
    for (let left = Math.floor(chance() * 20); left > 0; left -= 1) nextEvent(timeline);
  }
  seekTime(timeline, chance() * timeline.end.time);
  return timeline;
}

const sharedOf = (timeline: Timeline): Shared => ({
  run: timeline.run,
  at: momentOf(timeline),
  fingerprint: fingerprint(timeline.world),
  look: { panel: 'inspector', server: 1 },
});

test('a link says what was shared, byte for byte, and leads to the same state', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 0, max: 40 }),
      (seed, acts) => {
        const shared = sharedOf(stormy(seed, acts));
        const link = encodeLink(shared);
        expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
        const opened = decodeLink(link);
        expect(opened).toEqual({ ok: true, value: shared });
        if (!opened.ok) return;
        expect(encodeLink(opened.value)).toBe(link);
        const again = openTimeline(opened.value.run);
        seekMoment(again, opened.value.at);
        expect(fingerprint(again.world)).toBe(shared.fingerprint);
      },
    ),
    { seed: 20_261_126, numRuns: 40 },
  );
});

test('an hour of teaching fits into an address: 60 acts in fewer than 2,000 characters', () => {
  expect(encodeLink(sharedOf(stormy(4, 60))).length).toBeLessThan(2000);
});

describe('what is no link', () => {
  const link = encodeLink(sharedOf(stormy(3, 10)));
  test.each([
    ['nothing', ''],
    ['another form', `z${link.slice(1)}`],
    ['one cut off', link.slice(0, -20)],
    ['one with a letter too few', link.slice(0, 50) + link.slice(51)],
    ['one with a strange letter', `${link.slice(0, 9)}%${link.slice(10)}`],
    ['words', 'all work and no play'],
  ])('%s', (_name, text) => {
    expect(decodeLink(text)).toEqual({ ok: false, error: 'notALink' });
  });
  test('no text makes it throw, whichever letter is another', () => {
    fc.assert(
      fc.property(fc.nat(link.length - 1), fc.constantFrom('A', 'z', '_', '9'), (at, letter) => {
        decodeLink(link.slice(0, at) + letter + link.slice(at + 1));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
  test.each([
    ['an interval of nothing', { heartbeatIntervalMs: 0 }],
    ['a range upside down', { electionTimeoutMs: [300, 150] }],
    ['an unknown strategy', { backtracking: 'magic' }],
    ['an option that nobody knows', { surprise: 1 }],
  ])('%s', (_name, wrong) => {
    const shared = sharedOf(openTimeline(runOf(plainSetup(3, 1))));
    const options = { ...shared.run.setup.options, ...wrong } as never;
    const broken = { ...shared, run: { ...shared.run, setup: { ...shared.run.setup, options } } };
    expect(decodeLink(encodeLink(broken))).toEqual({ ok: false, error: 'notALink' });
  });
  test('one of a later engine is told apart', () => {
    const shared = sharedOf(openTimeline(runOf(plainSetup(3, 1))));
    const later = { ...shared, run: { ...shared.run, version: engineVersion + 1 } };
    expect(decodeLink(encodeLink(later))).toEqual({ ok: false, error: 'laterVersion' });
  });
});

test('a delay comes back from a link as it was given', () => {
  const timeline = openTimeline(runOf(plainSetup(3, 1)));
  while (timeline.world.queue.length === 0) nextEvent(timeline);
  const [first] = timeline.world.queue;
  give(timeline, { type: 'delay', message: first!.id, untilMs: first!.at + 30.125 });
  const opened = decodeLink(encodeLink(sharedOf(timeline)));
  expect(opened.ok && opened.value.run.commands).toEqual(timeline.run.commands);
});
