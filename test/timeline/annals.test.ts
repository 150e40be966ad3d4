/** The annals read in figures say what they say in words, and what clients did goes with the branch it was done on. */
import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { plainSetup } from '../../src/sim/index.ts';
import {
  annalOf,
  annalsOf,
  callsBetween,
  clientsIn,
  endsMessage,
  give,
  marksOf,
  momentOf,
  newReading,
  nextEvent,
  openTimeline,
  readAnnal,
  runOf,
  seekSeq,
  type Timeline,
  timesObeyed,
} from '../../src/timeline/index.ts';

const open = (): Timeline => openTimeline(runOf(plainSetup(5, 11, stormOptions)));

/** So many acts of chance, each with twenty events after it. */
function weather(timeline: Timeline, acts: number): void {
  let count = 0;
  const chance = (): number => draw(11, 0x7000_0005, count++);
  for (let act = 0; act < acts; act += 1) {
    const command = nextAct(timeline.world, chance);
    if (command !== null) give(timeline, command);
    for (let left = 20; left > 0; left -= 1) nextEvent(timeline);
  }
}

const saidBy = (timeline: Timeline) => {
  const annals = annalsOf(timeline);
  const seqs = Array.from({ length: annals.last - annals.first + 1 }, (_, at) => annals.first + at);
  return {
    rows: seqs.map((seq) => annalOf(annals, seq)),
    calls: callsBetween(annals.calls, 0, Infinity),
  };
};

test('nothing is written down before somebody asks, and then all there was', () => {
  const early = open();
  expect(saidBy(early).rows).toEqual([]);
  const late = open();
  for (const timeline of [early, late]) weather(timeline, 80);
  expect(late.annals).toBeNull();
  expect(saidBy(late).rows.length).toBe(late.end.seq - late.world.setup.names.length - 1);
  expect(saidBy(late)).toEqual(saidBy(early));
  // From there on event by event.
  const { annals } = late;
  for (const timeline of [early, late]) weather(timeline, 5);
  expect(annals?.last).toBe(late.end.seq);
  expect(saidBy(late)).toEqual(saidBy(early));
});

test('whoever asks on another branch, or in the past, hears of this branch, all of it', () => {
  const [early, late] = [open(), open()];
  annalsOf(early);
  for (const timeline of [early, late]) {
    weather(timeline, 60);
    seekSeq(timeline, 700);
    give(timeline, { type: 'heal', links: null });
    for (let left = 300; left > 0; left -= 1) nextEvent(timeline);
    seekSeq(timeline, 500);
  }
  expect(late.annals).toBeNull();
  expect(saidBy(late)).toEqual(saidBy(early));
});

test('read in figures they say the same', () => {
  const timeline = open();
  weather(timeline, 60);
  const annals = annalsOf(timeline);
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
  const called = () => callsBetween(annalsOf(timeline).calls, 0, Infinity);
  expect(
    called()
      .map(({ client, what }) => `${client} ${what}`)
      .sort(),
  ).toEqual(['c1 answered', 'c1 asked', 'c2 answered', 'c2 asked']);
  expect(callsBetween(annalsOf(timeline).calls, before + 2, before + 2)).toEqual([
    { seq: before + 2, client: 'c2', server: 0, what: 'asked' },
  ]);
  seekSeq(timeline, before + 1);
  give(timeline, { type: 'crash', server: 0 });
  expect(called().map(({ client }) => client)).toEqual(['c1']);
  expect(clientsIn(annalsOf(timeline).calls)).toEqual(['c1']);
  expect(annalsOf(timeline).forgotten).toBe(1);
});

test('how often a rule was obeyed is counted whenever it is asked, and taken back with a branch', () => {
  const timeline = openTimeline(runOf(plainSetup(3, 4)));
  const annals = annalsOf(timeline);
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
