import { describe, expect, test } from 'vitest';
import { type Command, plainSetup } from '../../src/sim/index.ts';
import {
  encodeRun,
  fingerprint,
  give,
  type IsMeant,
  landmarksBetween,
  momentOf,
  nextEvent,
  nextLandmark,
  openTimeline,
  playTo,
  previousEvent,
  previousLandmark,
  recentOf,
  runOf,
  seekEnd,
  seekSeq,
  seekStart,
  seekTime,
  type Timeline,
  treeOf,
  violationsOf,
} from '../../src/timeline/index.ts';
import { figure8 } from '../support/figure8.ts';

const open = (servers = 3, seed = 1): Timeline => openTimeline(runOf(plainSetup(servers, seed)));
const incr: Command = { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } };

/** A run of two seconds with a command every 300 ms. */
function played(): Timeline {
  const timeline = open();
  for (let time = 300; time <= 2000; time += 300) {
    playTo(timeline, time);
    give(timeline, incr);
  }
  playTo(timeline, 2000);
  return timeline;
}

describe('playing', () => {
  test('goes to the time asked for, also where nothing happens there', () => {
    const timeline = open();
    expect(playTo(timeline, 100)).toEqual({ broken: null, isThere: true });
    expect(momentOf(timeline)).toEqual({ seq: 4, time: 100 });
  });
  test('stops where it may not go on', () => {
    const timeline = open();
    expect(playTo(timeline, 60_000, () => false)).toEqual({ broken: null, isThere: false });
    expect(timeline.world.seq).toBe(4 + 32);
    expect(timeline.world.time).toBeLessThan(60_000);
  });
  test('stops at the event that breaks a property, and again when it is played again', () => {
    const timeline = openTimeline(
      runOf({ ...plainSetup(3, 1), rulesOff: ['leader.appendOnly'], initial: noops }),
    );
    const first = playTo(timeline, 60_000);
    expect(first).toMatchObject({ broken: { property: 'LeaderAppendOnly' }, isThere: false });
    expect(first.broken?.seq).toBe(timeline.world.seq);
    expect(playTo(timeline, timeline.world.time + 100).broken).toBeNull();
    seekStart(timeline);
    expect(violationsOf(timeline)).toEqual([]);
    expect(playTo(timeline, 60_000).broken).toEqual(first.broken);
  });
});

const noops = Object.fromEntries(
  [0, 1, 2].map((id) => [id, { log: [{ term: 1, payload: { type: 'noop' } as const }] }]),
);

describe('stepping', () => {
  test('forward makes the next thing happen, of the run or by itself', () => {
    const timeline = played();
    seekStart(timeline);
    const kinds: string[] = [];
    while (timeline.world.time < 310) kinds.push(nextEvent(timeline)!.kind);
    expect(kinds).toContain('client');
    expect(timeline.run.commands).toHaveLength(6);
  });
  test('back, from between two events too, undoes the last one', () => {
    const timeline = open();
    playTo(timeline, 1000);
    const last = recentOf(timeline).at(-1)!;
    previousEvent(timeline);
    expect(timeline.world.seq).toBe(last.seq - 1);
    expect(timeline.world.time).toBeLessThanOrEqual(last.time);
  });
  test('back from the first event is the start, where nothing stands last', () => {
    const timeline = open();
    nextEvent(timeline);
    previousEvent(timeline);
    expect(recentOf(timeline)).toEqual([]);
    expect(momentOf(timeline)).toEqual({ seq: 4, time: 0 });
    previousEvent(timeline);
    expect(recentOf(timeline)).toEqual([]);
  });
  test('forward where nothing will ever happen is nothing', () => {
    const timeline = openTimeline(runOf({ ...plainSetup(3, 1), timers: 'manual' }));
    expect(nextEvent(timeline)).toBeNull();
    expect(momentOf(timeline)).toEqual({ seq: 4, time: 0 });
  });
});

describe('seeking', () => {
  test('to the end is the furthest moment reached, its time included', () => {
    const timeline = played();
    const end = momentOf(timeline);
    seekTime(timeline, 700);
    seekEnd(timeline);
    expect(momentOf(timeline)).toEqual(end);
    expect(timeline.end).toEqual(end);
  });
  test('to an event between two events goes back to it', () => {
    const timeline = open();
    playTo(timeline, 1000);
    const { seq } = timeline.world;
    seekSeq(timeline, seq);
    expect(timeline.world.seq).toBe(seq);
    expect(timeline.world.time).toBe(recentOf(timeline).at(-1)!.time);
  });
  test('before the start is the start, and before time 0 is time 0', () => {
    const timeline = played();
    seekSeq(timeline, -5);
    expect(momentOf(timeline)).toEqual({ seq: 4, time: 0 });
    seekTime(timeline, -1);
    expect(momentOf(timeline)).toEqual({ seq: 4, time: 0 });
  });
  test('beyond the end the run goes on', () => {
    const timeline = played();
    seekTime(timeline, 5000);
    expect(momentOf(timeline).time).toBe(5000);
    expect(timeline.end.time).toBe(5000);
    seekSeq(timeline, timeline.world.seq + 2000);
    expect(timeline.end.seq).toBe(timeline.world.seq);
  });
  test('keeps the recent events, so that what led here can be told', () => {
    const timeline = open(5);
    playTo(timeline, 20_000);
    const known = recentOf(timeline)
      .slice(-100)
      .map(({ seq }) => seq);
    seekTime(timeline, 3000);
    seekEnd(timeline);
    expect(
      recentOf(timeline)
        .slice(-100)
        .map(({ seq }) => seq),
    ).toEqual(known);
    seekSeq(timeline, 3000);
    expect(recentOf(timeline).length).toBeGreaterThanOrEqual(400);
    expect(recentOf(timeline).at(-1)?.seq).toBe(3000);
  });
});

describe('a command given', () => {
  test('is part of the run from then on, with the moment it was given', () => {
    const timeline = open();
    playTo(timeline, 400);
    const { seq, time } = timeline.world;
    expect(give(timeline, { type: 'crash', server: 0 }).ok).toBe(true);
    expect(timeline.run.commands).toEqual([{ seq, time, command: { type: 'crash', server: 0 } }]);
  });
  test('and refused changes nothing', () => {
    const timeline = played();
    seekTime(timeline, 500);
    const before = [
      fingerprint(timeline.world),
      encodeRun(timeline.run),
      { ...timeline.end },
      treeOf(timeline).branches,
    ];
    expect(give(timeline, { type: 'restart', server: 0 })).toEqual({
      ok: false,
      error: { reason: 'isRunning', server: 0 },
    });
    expect([
      fingerprint(timeline.world),
      encodeRun(timeline.run),
      { ...timeline.end },
      treeOf(timeline).branches,
    ]).toEqual(before);
  });
  test('in the past keeps the future as a branch and begins another', () => {
    const timeline = played();
    const [run, end] = [timeline.run, { ...timeline.end }];
    seekTime(timeline, 700);
    const from = momentOf(timeline);
    give(timeline, { type: 'crash', server: 2 });
    const { branches, current } = treeOf(timeline);
    expect(branches[0]).toMatchObject({ id: 1, parent: null, run, end });
    expect(branches[1]).toMatchObject({ id: 2, parent: 1, from });
    expect(current).toBe(2);
    expect(timeline.end).toEqual(momentOf(timeline));
    expect(timeline.run.commands.map(({ command }) => command.type)).toEqual([
      'request',
      'request',
      'crash',
    ]);
    expect(landmarksBetween(timeline.chronicle).every(({ seq }) => seq <= timeline.world.seq)).toBe(
      true,
    );
  });
  test('in the past of a long run: nothing of the old future is taken up again', () => {
    const timeline = open(5);
    playTo(timeline, 30_000);
    seekTime(timeline, 4000);
    give(timeline, { type: 'pause', server: 0 });
    playTo(timeline, 30_000);
    const here = fingerprint(timeline.world);
    const again = openTimeline(timeline.run);
    playTo(again, 30_000);
    expect(fingerprint(again.world)).toBe(here);
    seekTime(timeline, 12_345);
    seekTime(timeline, 30_000);
    expect(fingerprint(timeline.world)).toBe(here);
  });
  test('at the end begins no branch', () => {
    const timeline = played();
    give(timeline, { type: 'crash', server: 2 });
    expect(treeOf(timeline).branches).toHaveLength(1);
  });
  test('twice at one moment: both are part of it, in order', () => {
    const timeline = open();
    playTo(timeline, 400);
    give(timeline, { type: 'crash', server: 0 });
    give(timeline, { type: 'restart', server: 0 });
    playTo(timeline, 900);
    const here = fingerprint(timeline.world);
    seekStart(timeline);
    seekTime(timeline, 900);
    expect(fingerprint(timeline.world)).toBe(here);
  });
});

describe('landmarks', () => {
  test('going from one to the next, and back', () => {
    const timeline = played();
    const landmarks = landmarksBetween(timeline.chronicle);
    const seqs = landmarks.filter(({ kind }) => kind !== 'term').map(({ seq }) => seq);
    seekStart(timeline);
    expect(previousLandmark(timeline)).toBe(false);
    for (const seq of seqs) {
      expect(nextLandmark(timeline)).toBe(true);
      expect(timeline.world.seq).toBe(seq);
    }
    expect(nextLandmark(timeline)).toBe(false);
    for (const seq of seqs.slice(0, -1).reverse()) {
      expect(previousLandmark(timeline)).toBe(true);
      expect(timeline.world.seq).toBe(seq);
    }
  });
});

test('going to the next and the previous of one kind', () => {
  const timeline = played();
  seekStart(timeline);
  const isTerm: IsMeant = ({ kind }) => kind === 'term';
  expect(nextLandmark(timeline, isTerm)).toBe(true);
  expect(Math.max(...timeline.world.servers.map(({ currentTerm }) => currentTerm))).toBe(1);
  expect(nextLandmark(timeline, ({ kind }) => kind === 'crash')).toBe(false);
  seekEnd(timeline);
  expect(previousLandmark(timeline, ({ kind }) => kind === 'elected')).toBe(true);
  expect(timeline.world.servers.some(({ role }) => role === 'leader')).toBe(true);
});

test('a fingerprint changes with anything that can be seen', () => {
  const base = figure8('c').world;
  const changed = [
    figure8('c').crash('S2'),
    figure8('c').pause('S2'),
    figure8('c').cutOneWay('S2', 'S3'),
    figure8('c').timeout('S2'),
    figure8('c').heartbeat('S1'),
    figure8('c').set('Q', '1', { client: 'c7' }),
    figure8('c').run(1),
  ].map((cluster) => fingerprint({ ...cluster.world, seq: base.seq }));
  expect(new Set([fingerprint(base), ...changed]).size).toBe(changed.length + 1);
  expect(fingerprint(base)).toMatch(/^[0-9a-f]{16}$/);
});
