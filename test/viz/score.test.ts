/** The strip of time: what a lane says of a run, which landmarks stay, and that it keeps still. */
import { expect, test } from 'vitest';
import { addLandmark } from '../../src/timeline/chronicle.ts';
import type { Chronicle, LandmarkKind, LaneChange, Span } from '../../src/timeline/index.ts';
import { scaleOf, score, termLook, wholeOf } from '../../src/viz/index.ts';

const change = (time: number, facts: Partial<LaneChange> = {}): LaneChange => ({
  seq: time,
  time,
  term: 0,
  role: 'follower',
  condition: 'running',
  ...facts,
});

function run(lanes: LaneChange[][], landmarks: [number, LandmarkKind][] = []): Chronicle {
  const chronicle = { seq: 1, term: 0, lanes, landmarks: [], forgotten: 0 };
  for (const [time, kind] of landmarks) addLandmark(chronicle, time, time, kind, null);
  return chronicle;
}

const options = { width: 1056, height: 150, names: ['S1', 'S2'] };
const at = (now: number, end = 1000): Span => ({ measure: 'time', start: 0, now, end });
const view = [0, 1000] as const;
type Drawn = ReturnType<typeof score>;

test('a lane is pale in a term, full while leading it, ink while down, and has no gaps', () => {
  const lane = [
    change(0),
    change(200, { term: 1, role: 'candidate' }),
    change(240, { term: 1, role: 'leader' }),
    change(600, { term: 1, condition: 'crashed' }),
    change(700, { term: 1, condition: 'paused' }),
  ];
  const { strip } = score(run([lane]), at(1000), { ...options, view });
  const { stretches } = strip.lanes[0]!;
  expect(stretches.map(({ part, figure, isPaused }) => [part, figure, isPaused])).toEqual([
    ['blank', '', false],
    ['stood', '1', false],
    ['led', '', false],
    ['down', '', false],
    ['followed', '', true],
  ]);
  stretches.forEach(({ x, width }, place) => {
    expect(x + width).toBeCloseTo(stretches[place + 1]?.x ?? strip.range[1], 9);
  });
});

test('what is too thin to be seen leaves no gap', () => {
  const lane = [
    change(0),
    change(500, { term: 1 }),
    change(500.2, { term: 2 }),
    change(800, { term: 3 }),
  ];
  const { stretches } = score(run([lane]), at(0), { ...options, view }).strip.lanes[0]!;
  expect(stretches.map(({ look }) => look)).toEqual([0, 2, 3].map(termLook));
  expect(stretches[1]?.x).toBeCloseTo(stretches[0]!.x + stretches[0]!.width, 9);
});

test('of two landmarks in one place the one that says more is kept', () => {
  const marks: [number, LandmarkKind][] = [
    [100, 'client'],
    [102, 'elected'],
    [300, 'crash'],
  ];
  const { landmarks } = score(run([[change(0)]], marks), at(0), { ...options, view }).strip;
  expect(landmarks.map(({ kind }) => kind)).toEqual(['elected', 'crash']);
});

test('a moment marked by the reader has its flag before what stands in the same place', () => {
  const chronicle = run([[change(0)]], [[102, 'crash']]);
  const kindsWith = (bookmarks: readonly number[]) =>
    score(chronicle, at(0), { ...options, view, bookmarks }).strip.landmarks.map(
      ({ kind }) => kind,
    );
  expect(kindsWith([])).toEqual(['crash']);
  expect(kindsWith([100, 500])).toEqual(['bookmark', 'bookmark']);
});

test('the strip is the same object while only time passes, and a new one when the run has changed', () => {
  const chronicle = run([[change(0)], [change(0)]]);
  const first = score(chronicle, at(100), options);
  const second = score(chronicle, at(500), options);
  expect(second.strip).toBe(first.strip);
  expect(second.playhead).toBeGreaterThan(first.playhead);
  chronicle.lanes[1]!.push(change(300, { term: 1 }));
  expect(score(chronicle, at(500), options).strip).not.toBe(first.strip);
});

test('the strip is the same while the run grows, and what is not known yet is covered', () => {
  const chronicle = run([[change(0)]]);
  const [first, second] = [300, 600].map((end) =>
    score(chronicle, at(0, end), { ...options, view }),
  ) as [Drawn, Drawn];
  expect(second.strip).toBe(first.strip);
  expect([first.known, second.known]).toEqual([334, 634]);
  expect(score(chronicle, at(0, 9000), { ...options, view }).known).toBe(first.strip.range[1]);
});

const crowd = (count: number, selected: number | null = null) => {
  const lanes = Array.from({ length: count }, (_, id) => [
    change(0),
    change(100, { term: 1, role: id === 88 ? 'leader' : 'follower' }),
  ]);
  const names = lanes.map((_, id) => `S${id + 1}`);
  const height = 27 + 24 + 6 + Math.max(60, count);
  return score(run(lanes), at(500), { ...options, height, names, selected }).strip;
};

test.each([5, 25, 40, 101])(
  '%i lanes stay in the frame, a px or more each, and no two names meet',
  (count) => {
    for (const selected of [null, 0, count - 1]) {
      const { lanes, lanesBottom, height } = crowd(count, selected);
      expect(lanesBottom).toBeLessThanOrEqual(height - 24 + 0.001);
      for (const [id, lane] of lanes.entries()) {
        expect(lane.height).toBeGreaterThanOrEqual(1);
        const next = lanes[id + 1];
        if (next !== undefined) expect(next.y).toBeGreaterThanOrEqual(lane.y + lane.height - 0.001);
      }
      const middles = lanes
        .filter(({ name }) => name !== '')
        .map((lane) => lane.y + lane.height / 2);
      middles.forEach((y, place) => {
        if (place > 0) expect(y - (middles[place - 1] as number)).toBeGreaterThanOrEqual(11.9);
      });
    }
  },
);

test('of a crowd the leader and every so manieth are named, and the selected one before all', () => {
  const named = (selected: number | null): readonly string[] =>
    crowd(101, selected).lanes.flatMap(({ name }) => (name === '' ? [] : [name]));
  expect(named(null)).toContain('S89');
  expect(named(null)).toContain('S20');
  expect(named(90)).toContain('S91');
  expect(named(90)).not.toContain('S89');
  expect(crowd(101, 90).lanes[90]!.height).toBeGreaterThan(4);
});

test('terms share eight looks, and a texture tells the rounds apart', () => {
  expect(termLook(0).className).toBe('term-0');
  expect(termLook(8).className).toBe('term-8');
  expect(termLook(9)).toEqual({ className: 'term-1 term-round-1', hue: 1, texture: 1 });
  expect(termLook(25)).toEqual({ className: 'term-1', hue: 1, texture: 0 });
  expect(termLook(9)).toBe(termLook(9));
});

test('ticks are labelled in the unit that fits, and a strip ends at a round time', () => {
  const labels = (end: number): string[] =>
    scaleOf('time', [0, end], [0, 600]).ticks.map(({ label }) => label);
  expect(labels(20).slice(0, 2)).toEqual(['0', '5 ms']);
  expect(labels(1000)).toEqual(['0', '0.2 s', '0.4 s', '0.6 s', '0.8 s', '1.0 s']);
  expect(labels(20000)).toEqual(['0', '5 s', '10 s', '15 s', '20 s']);
  expect(wholeOf(at(0, 1017))).toEqual([0, 1250]);
  expect(wholeOf(at(0, 3))).toEqual([0, 125]);
});

test('a run by hand is measured by its events, though all of them happen at one time', () => {
  const lane = [change(0, { seq: 6 }), change(0, { seq: 20, term: 1, role: 'leader' })];
  const marks: [number, LandmarkKind][] = [[20, 'elected']];
  const chronicle = run([lane], marks);
  const span: Span = { measure: 'order', start: 6, now: 13, end: 42 };
  const { strip, playhead, known } = score(chronicle, span, options);
  const { view, range, ticks, lanes, landmarks } = strip;
  expect(view[0]).toBe(6);
  expect(view[1]).toBeGreaterThan(42);
  const scale = (range[1] - range[0]) / (view[1] - view[0]);
  const xOf = (seq: number): number => range[0] + (seq - 6) * scale;
  expect(playhead).toBeCloseTo(xOf(13), 9);
  expect(known).toBeCloseTo(xOf(42), 9);
  expect(landmarks.map(({ place, x }) => [place, x])).toEqual([[20, xOf(20)]]);
  expect(lanes[0]?.stretches.map(({ part, x }) => [part, x])).toEqual([
    ['blank', xOf(6)],
    ['led', xOf(20)],
  ]);
  expect(ticks.map(({ label }) => label)).toEqual([
    '#10',
    '#15',
    '#20',
    '#25',
    '#30',
    '#35',
    '#40',
  ]);
});

test('a short run by hand has no ticks between two events', () => {
  const { ticks } = scaleOf('order', [6, 9], [0, 1200]);
  expect(ticks.map(({ label }) => label)).toEqual(['#6', '#7', '#8', '#9']);
});

test('on a strip as short as in a small frame no label of time touches the next', () => {
  for (const width of [20, 50, 80, 120, 300])
    for (const end of [100, 250, 5500, 120_000]) {
      const { ticks } = scaleOf('time', [0, end], [34, 34 + width]);
      expect(ticks.length).toBeGreaterThan(0);
      ticks.slice(1).forEach(({ x, label }, place) => {
        const before = ticks[place]!;
        expect(x - before.x).toBeGreaterThan((label.length + before.label.length) * 3);
      });
    }
});
