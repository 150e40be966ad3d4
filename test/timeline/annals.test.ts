/** The annals read in figures say what they say in words, and what clients did goes with the branch it was done on. */
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  annalOf,
  endsMessage,
  firstCall,
  give,
  marksOf,
  momentOf,
  newReading,
  nextEvent,
  openTimeline,
  readAnnal,
  runOf,
  seekSeq,
  timesObeyed,
} from '../../src/timeline/index.ts';

test('read in figures they say the same', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 11, stormOptions)));
  let count = 0;
  const chance = (): number => draw(11, 0x7000_0005, count++);
  for (let act = 0; act < 60; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
    for (let left = 20; left > 0; left -= 1) nextEvent(timeline);
  }
  const { annals } = timeline;
  const reading = newReading();
  for (let seq = annals.first; seq <= annals.last; seq += 1) {
    const { rules: _, has, seq: __, ...said } = annalOf(annals, seq);
    const { marks, server, from, cause, ...read } = readAnnal(annals, seq, reading);
    const named = {
      ...read,
      server: server < 0 ? null : server,
      from: from < 0 ? null : from,
      cause: cause === 0 ? null : cause,
    };
    expect(named).toEqual(said);
    expect(endsMessage(annals, seq)).toBe(['receive', 'drop'].includes(said.kind));
    for (const [mark, isSet] of Object.entries(has))
      expect((marks & marksOf(mark as keyof typeof has)) !== 0).toBe(isSet);
  }
});

test('what clients did is found by its event, and forgotten with it', () => {
  const timeline = openTimeline(runOf(plainSetup(1, 1)));
  while (timeline.world.servers[0]?.role !== 'leader') nextEvent(timeline);
  const before = momentOf(timeline).seq;
  for (const client of ['c1', 'c2'])
    give(timeline, { type: 'request', client, operation: { type: 'incr', key: 'n' } });
  for (let left = 6; left > 0; left -= 1) nextEvent(timeline);
  const { calls, first } = timeline.annals;
  expect(calls.map(({ client, what }) => `${client} ${what}`).sort()).toEqual([
    'c1 answered',
    'c1 asked',
    'c2 answered',
    'c2 asked',
  ]);
  expect(firstCall(calls, first)).toBe(0);
  expect(calls[firstCall(calls, before + 2)]).toMatchObject({ client: 'c2', seq: before + 2 });
  seekSeq(timeline, before + 1);
  give(timeline, { type: 'crash', server: 0 });
  expect(timeline.annals.calls.map(({ client }) => client)).toEqual(['c1']);
  expect(timeline.annals.forgotten).toBe(1);
});

test('how often a rule was obeyed is counted whenever it is asked, and taken back with a branch', () => {
  const timeline = openTimeline(runOf(plainSetup(3, 4)));
  const { annals } = timeline;
  const goOn = (events: number): void => {
    for (let left = events; left > 0; left -= 1) nextEvent(timeline);
  };
  const expectCounted = (): void => {
    const seqs = Array.from(
      { length: annals.last - annals.first + 1 },
      (_, at) => annals.first + at,
    );
    for (const rule of ['AE2', 'Ldr1', 'Can1'] as const) {
      const found = seqs.filter((seq) => annalOf(annals, seq).rules.ids.includes(rule));
      expect(timesObeyed(annals, rule)).toBe(found.length);
    }
  };
  goOn(200);
  expectCounted();
  goOn(100);
  seekSeq(timeline, 150);
  give(timeline, { type: 'crash', server: 0 });
  expectCounted();
  // What was not counted before it is forgotten needs no taking back.
  goOn(100);
  seekSeq(timeline, 160);
  give(timeline, { type: 'crash', server: 1 });
  goOn(50);
  expectCounted();
  expect(timesObeyed(annals, 'AE2')).toBeGreaterThan(10);
});
