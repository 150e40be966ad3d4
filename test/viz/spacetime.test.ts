/** The space-time diagram: what it says of a run, which heartbeats it folds, and what could have caused what. */
import { describe, expect, test } from 'vitest';
import { type Command, plainSetup } from '../../src/sim/index.ts';
import {
  annalOf,
  annalsOf,
  callsBetween,
  give,
  lastBy,
  nextEvent,
  openTimeline,
  playTo,
  runOf,
  seekSeq,
  spanOf,
  type Timeline,
} from '../../src/timeline/index.ts';
import {
  coneOf,
  extentOf,
  fromRun,
  headOf,
  hitsIn,
  lanesOf,
  neighbourOf,
  onScore,
  relationOf,
  type SpacetimeOptions,
  type SpacetimeScene,
  score,
  shivizText,
  spacetime,
  weaveOf,
  windowOn,
} from '../../src/viz/index.ts';

const options: SpacetimeOptions = {
  length: 1000,
  breadth: 320,
  axis: 'physical',
  isUpright: false,
  from: 0,
  to: 500,
  selected: null,
  told: null,
};

/** Three servers, a leader by itself, a command of a client at 400 ms, played to `until`. */
function played(until = 1000, ...commands: [number, Command][]): Timeline {
  const timeline = openTimeline(runOf(plainSetup(3, 1)));
  for (const [time, command] of commands) {
    playTo(timeline, time);
    give(timeline, command);
  }
  playTo(timeline, until);
  return timeline;
}

const request = {
  type: 'request',
  client: 'c1',
  operation: { type: 'set', key: 'x', value: '1' },
} as const satisfies Command;
const annals = (timeline: Timeline) => {
  const { first, last } = annalsOf(timeline);
  return Array.from({ length: last - first + 1 }, (_, place) =>
    annalOf(annalsOf(timeline), first + place),
  );
};
const find = (timeline: Timeline, isMeant: (annal: ReturnType<typeof annalOf>) => boolean) =>
  annals(timeline).find(isMeant)!.seq;
const whole = (timeline: Timeline, more: Partial<SpacetimeOptions> = {}): SpacetimeScene =>
  spacetime(timeline, { ...options, ...extentOf(timeline, more.axis ?? 'physical'), ...more });
const lane = (scene: SpacetimeScene, name: string) => scene.lanes.find((one) => one.name === name)!;

describe('lanes', () => {
  test('clients stand on top, then servers in their order', () => {
    const scene = whole(played(1000, [400, request]));
    expect(scene.lanes.map(({ name }) => name)).toEqual(['c1', 'S1', 'S2', 'S3']);
    expect(scene.lanes.map(({ lane }) => lane)).toEqual(['c1', 0, 1, 2]);
    const ys = scene.lanes.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
  });
  test.each([
    [5, 320, false],
    [25, 320, false],
    [101, 320, false],
    [25, 390, true],
  ])(
    'of %i lanes on %i px those are named that have room, upright: %s',
    (count, breadth, isUpright) => {
      const timeline = openTimeline(runOf(plainSetup(count, 1)));
      const { lanes } = spacetime(timeline, { ...options, breadth, isUpright });
      const named = lanes.filter(({ name }) => name !== '');
      expect(lanes).toHaveLength(count);
      expect(named[0]?.name).toBe('S1');
      expect(named.length).toBeGreaterThanOrEqual(5);
      const steps = named.slice(1).map(({ y }, at) => y - (named[at]?.y ?? 0));
      expect(Math.min(...steps)).toBeGreaterThanOrEqual(isUpright ? 24 : 12);
    },
  );

  test('lanes stand as wished, clients among servers; who is not named stays where they were', () => {
    const timeline = played(1000, [400, request]);
    const namesIn = (order: NonNullable<SpacetimeOptions['order']>): string[] =>
      spacetime(timeline, { ...options, to: 1000, order }).lanes.map(({ name }) => name);
    expect(namesIn([2, 'c1', 0])).toEqual(['S3', 'c1', 'S1', 'S2']);
    expect(namesIn([1, 'nobody'])).toEqual(['c1', 'S2', 'S1', 'S3']);
    const scene = spacetime(timeline, { ...options, to: 1000, order: [2, 'c1', 0] });
    const ys = scene.lanes.map(({ y }) => y);
    expect(ys).toEqual([...ys].sort((a, b) => a - b));
    expect(scene.bottom).toBe(whole(timeline).bottom);
  });
  test('a band has the look of its term, and says when its server stood, led and was down', () => {
    const timeline = played(900);
    const leader = timeline.world.servers.find(({ role }) => role === 'leader')!.id;
    give(timeline, { type: 'crash', server: leader });
    playTo(timeline, 1000);
    const { stretches } = lane(whole(timeline), `S${leader + 1}`);
    expect(stretches.map(({ part }) => part)).toEqual(['blank', 'candidate', 'leader', 'down']);
    expect(stretches[2]?.look.hue).toBe(1);
  });
  test('a server cut off from the majority is bracketed from the cut to the mending', () => {
    const both = (a: number, b: number): [number, number][] => [
      [a, b],
      [b, a],
    ];
    const cut: Command = { type: 'cut', links: [...both(0, 1), ...both(0, 2)] };
    const timeline = played(900, [200, cut], [500, { type: 'heal', links: null }]);
    const scene = whole(timeline, { from: 0, to: 1000 });
    const scale = (scene.range[1] - scene.range[0]) / 1000;
    expect(lane(scene, 'S1').away).toHaveLength(1);
    expect(lane(scene, 'S1').away[0]?.x).toBeCloseTo(scene.range[0] + 200 * scale, 6);
    expect(lane(scene, 'S1').away[0]?.width).toBeCloseTo(300 * scale, 6);
    expect(lane(scene, 'S2').away).toEqual([]);
    expect(scene.notices.map(({ kind }) => kind)).toEqual(['cut', 'heal']);
  });
  test('an election is shaded from standing to winning', () => {
    const timeline = played(400);
    const scene = whole(timeline, { from: 0, to: 400 });
    const won = find(timeline, ({ has }) => has.elected);
    expect(scene.elections).toHaveLength(1);
    const [election] = scene.elections;
    const scale = (scene.range[1] - scene.range[0]) / 400;
    const end = scene.range[0] + annalOf(annalsOf(timeline), won).time * scale;
    expect(election!.x + election!.width).toBeCloseTo(end, 6);
    expect(election!.term).toBe(1);
  });
});

describe('messages', () => {
  test('each goes from the event that sent it to the event that received it', () => {
    const timeline = played(300);
    const scene = whole(timeline, { from: 0, to: 300 });
    const scale = (scene.range[1] - scene.range[0]) / 300;
    const vote = annals(timeline).find(({ type }) => type === 'RequestVoteRequest')!;
    const line = scene.lines.find(({ seq }) => seq === vote.seq)!;
    expect(line.kind).toBe('vote');
    expect(line.x1).toBeCloseTo(
      scene.range[0] + annalOf(annalsOf(timeline), vote.cause!).time * scale,
      6,
    );
    expect(line.x2).toBeCloseTo(scene.range[0] + vote.time * scale, 6);
    const [from, to] = [vote.from!, vote.server!].map((id) => lane(scene, `S${id + 1}`));
    expect(Math.abs(line.y1 - from!.y)).toBeCloseTo(from!.half, 6);
    expect(Math.abs(line.y2 - to!.y)).toBeCloseTo(to!.half, 6);
  });
  test('a lost one ends between the lanes', () => {
    const timeline = openTimeline(
      runOf(plainSetup(3, 1, { ...plainSetup(3, 1).options, lossRate: 1 })),
    );
    playTo(timeline, 400);
    const scene = whole(timeline);
    expect(scene.lines.length).toBeGreaterThan(0);
    for (const { isLost, y1, y2, x1, x2 } of scene.lines) {
      expect(isLost).toBe(true);
      expect(x2).toBeGreaterThan(x1);
      for (const { y, half } of scene.lanes)
        expect(Math.abs(y2 - y)).toBeGreaterThanOrEqual(half / 2);
      expect(y2).not.toBe(y1);
    }
  });
  test('a client asks and is answered between its lane and the leader', () => {
    const scene = whole(played(1000, [400, request]));
    expect(scene.lines.filter(({ kind }) => kind === 'call')).toHaveLength(1);
    expect(scene.lines.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
  });
  test('what is on its way has a handle where it will arrive, and is drawn as far as it has come', () => {
    const timeline = played(0);
    while (timeline.world.queue.length === 0) nextEvent(timeline);
    playTo(timeline, timeline.world.time + 4);
    const scene = whole(timeline, { from: 0, to: 400 });
    const { queue, time } = timeline.world;
    expect(scene.flights.map(({ message }) => message).sort()).toEqual(
      queue.map(({ id }) => id).sort(),
    );
    const scale = (scene.range[1] - scene.range[0]) / 400;
    for (const flight of scene.flights) {
      const { at } = queue.find(({ id }) => id === flight.message)!;
      expect(flight.x2).toBeCloseTo(scene.range[0] + time * scale, 6);
      expect(flight.endX).toBeCloseTo(scene.range[0] + at * scale, 6);
    }
    expect(scene.handles).toHaveLength(queue.length);
  });
  test('of a known future it is not drawn twice', () => {
    const timeline = played(300);
    const sent = find(timeline, ({ kind }) => kind === 'electionTimeout');
    seekSeq(timeline, sent);
    const scene = whole(timeline);
    expect(scene.flights.length).toBeGreaterThan(0);
    expect(scene.flights.every(({ isKnown }) => isKnown)).toBe(true);
  });
});

describe('heartbeats without news', () => {
  test('are one mark for all rounds between two pieces of news, and counted', () => {
    const timeline = played(2000);
    const scene = whole(timeline);
    const beats = annals(timeline).filter(({ kind }) => kind === 'heartbeat');
    expect(scene.folds).toHaveLength(1);
    // The last round may still bring news.
    expect(scene.folds[0]?.rounds).toBe(beats.length - 1);
    const drawn = new Set(scene.lines.map(({ seq }) => seq));
    const ofLast = annals(timeline).filter(({ cause }) => cause === beats.at(-1)?.seq);
    expect(
      scene.lines.filter(({ kind }) => kind === 'beat').every(({ seq }) => drawn.has(seq)),
    ).toBe(true);
    expect(ofLast.every(({ seq }) => drawn.has(seq))).toBe(true);
  });
  test('a command between them ends the one stretch and begins another', () => {
    const scene = whole(played(3000, [1500, request]));
    expect(scene.folds.length).toBeGreaterThanOrEqual(2);
    expect(scene.dots.some(({ kind }) => kind === 'append')).toBe(true);
  });
  test('losses on a cut link are counted, and do not unfold them', () => {
    const timeline = played(600);
    const leader = timeline.world.servers.find(({ role }) => role === 'leader')!.id;
    const other = (leader + 1) % 3;
    give(timeline, { type: 'cut', links: [[leader, other]] });
    give(timeline, { type: 'pause', server: other });
    playTo(timeline, 2000);
    const scene = whole(timeline);
    const last = scene.folds.at(-1)!;
    expect(last.rounds).toBeGreaterThan(10);
    expect(last.lost).toBe(last.rounds);
  });
  test('near enough to be told apart, every one is drawn', () => {
    const timeline = played(1200);
    const scene = spacetime(timeline, { ...options, from: 900, to: 1200 });
    expect(scene.folds).toEqual([]);
    expect(scene.lines.filter(({ kind }) => kind === 'beat').length).toBeGreaterThan(5);
  });
  test('as a run grows the weave is what it would be made at once', () => {
    const grown = played(0, [0, request]);
    for (let step = 0; step < 900; step += 1) {
      nextEvent(grown);
      if (step % 7 === 0) weaveOf(annalsOf(grown));
    }
    const atOnce = openTimeline(grown.run);
    while (atOnce.world.seq < grown.world.seq) nextEvent(atOnce);
    const [a, b] = [weaveOf(annalsOf(grown)), weaveOf(annalsOf(atOnce))];
    const count = a.last - a.annals.first + 1;
    expect(a.folds).toEqual(b.folds);
    expect([...a.slot.subarray(0, count)]).toEqual([...b.slot.subarray(0, count)]);
    expect([...a.fold.subarray(0, count)]).toEqual([...b.fold.subarray(0, count)]);
  });
});

describe('the logical axis', () => {
  test('gives each event as much room, in order, and little to quiet rounds', () => {
    const timeline = played(2000);
    const { slot, lastSlot } = weaveOf(annalsOf(timeline));
    const { first, last } = annalsOf(timeline);
    const slots = [...slot.subarray(0, last - first + 1)];
    expect(slots).toEqual([...slots].sort((a, b) => a - b));
    expect(lastSlot).toBeLessThan(40);
    const scene = whole(timeline, { axis: 'logical' });
    expect(scene.lines.every(({ x1, x2, isLost }) => isLost || x2 > x1)).toBe(true);
    expect(scene.folds).toHaveLength(1);
  });
  test('shows the same stretch of the run as the clock did, and back', () => {
    const timeline = played(1000, [400, request]);
    const from = annalOf(
      annalsOf(timeline),
      find(timeline, ({ kind }) => kind === 'electionTimeout'),
    );
    const window = { from: from.time, to: from.time + 60 };
    const logical = windowOn(timeline, window, 'logical');
    expect(logical.to).toBeGreaterThan(logical.from);
    const back = windowOn(timeline, logical, 'physical');
    expect(Math.abs(back.from - window.from)).toBeLessThan(20);
    expect(headOf(timeline, 'logical')).toBeGreaterThan(logical.to);
  });
});

describe('cones', () => {
  /** By the definition: reachable over lanes and messages, found by search. */
  function reaches(timeline: Timeline, from: number, to: number): boolean {
    const annals = annalsOf(timeline);
    const reached = new Set([from]);
    for (let seq = from + 1; seq <= to; seq += 1) {
      const { cause } = annalOf(annals, seq);
      const lanes = lanesOf(annals, seq);
      const isReached =
        (cause !== null && reached.has(cause)) ||
        [...reached].some((one) => lanesOf(annals, one).some((lane) => lanes.includes(lane)));
      if (isReached) reached.add(seq);
    }
    return reached.has(to);
  }

  test('hold what could have caused the event and what it could have caused, and nothing else', () => {
    const timeline = played(420, [330, request]);
    const selected = find(timeline, ({ has, kind }) => kind === 'receive' && has.granted);
    const cone = coneOf(annalsOf(timeline), selected)!;
    for (const { seq } of annals(timeline)) {
      const expected =
        seq === selected
          ? 'itself'
          : seq < selected && reaches(timeline, seq, selected)
            ? 'past'
            : seq > selected && reaches(timeline, selected, seq)
              ? 'future'
              : 'concurrent';
      expect([seq, relationOf(cone, seq)]).toEqual([seq, expected]);
    }
  });
  test('count their events, grow with the run, and are made anew on another branch', () => {
    const timeline = played(300);
    const selected = find(timeline, ({ kind }) => kind === 'electionTimeout');
    const before = coneOf(annalsOf(timeline), selected)!.future;
    playTo(timeline, 500);
    const cone = coneOf(annalsOf(timeline), selected)!;
    expect(cone.future).toBeGreaterThan(before);
    expect(cone.future).toBe(
      annals(timeline).filter(({ seq }) => relationOf(cone, seq) === 'future').length,
    );
    seekSeq(timeline, selected);
    give(timeline, { type: 'crash', server: annalOf(annalsOf(timeline), selected).server! });
    expect(coneOf(annalsOf(timeline), selected)!.future).toBe(1);
    expect(coneOf(annalsOf(timeline), annalsOf(timeline).last + 1)).toBeNull();
  });
  test('dim what is concurrent', () => {
    const timeline = played(420, [330, request]);
    const selected = find(timeline, ({ has, kind }) => kind === 'receive' && has.granted);
    const scene = whole(timeline, { selected });
    const relations = new Set(scene.lines.map(({ relation }) => relation));
    expect(relations).toContain('concurrent');
    expect(relations).toContain('past');
    expect(relations).toContain('future');
    expect(scene.selected?.seq).toBe(selected);
    expect(scene.handles.some(({ of }) => of.kind === 'arrival')).toBe(true);
  });
});

describe('going about in it', () => {
  test('along the lane, and along the message to who sent it and who received it', () => {
    const timeline = played(300);
    const vote = annals(timeline).find(({ type }) => type === 'RequestVoteRequest')!;
    const all = annalsOf(timeline);
    expect(neighbourOf(all, vote.seq, 'sender')).toBe(vote.cause);
    expect(neighbourOf(all, vote.cause!, 'receiver')).toBe(vote.seq);
    const after = neighbourOf(all, vote.seq, 'after')!;
    expect(annalOf(all, after).server).toBe(vote.server);
    expect(neighbourOf(all, after, 'before')).toBe(vote.seq);
    expect(neighbourOf(all, all.first, 'before')).toBeNull();
    expect(neighbourOf(all, all.last, 'receiver')).toBeNull();
  });
  test('what is under a point: an event on its lane, a message on its way, a stretch of quiet rounds', () => {
    const timeline = played(2000, [700, request]);
    const scene = whole(timeline);
    const at = hitsIn(scene);
    const dot = scene.dots.find(({ kind }) => kind === 'elected')!;
    expect(at(dot.x + 2, dot.y - 2)).toEqual({ kind: 'event', seq: dot.seq });
    const near = spacetime(timeline, { ...options, from: 690, to: 760 });
    const line = near.lines.find(({ kind }) => kind === 'entries')!;
    expect(hitsIn(near)((line.x1 + line.x2) / 2, (line.y1 + line.y2) / 2)).toEqual({
      kind: 'event',
      seq: line.seq,
    });
    const fold = scene.folds.at(-1)!;
    expect(at(fold.x + fold.width / 2, fold.y)).toEqual({ kind: 'fold', fold });
    expect(at(scene.range[0] + 1, scene.breadth - 2)).toBeNull();
  });
});

test('of ten thousand events no more is drawn than can be told apart, wherever the window stands', () => {
  const timeline = openTimeline(
    runOf(plainSetup(5, 3, { ...plainSetup(5, 3).options, heartbeatIntervalMs: 20 })),
  );
  playTo(timeline, 400);
  for (let turn = 0; annalsOf(timeline).last < 12_000; turn += 1) {
    give(timeline, { ...request, client: `c${turn % 2}` } as Command);
    playTo(timeline, timeline.world.time + 15);
  }
  const scene = whole(timeline);
  expect(scene.isGathered).toBe(true);
  expect(
    scene.lines.filter(({ kind }) => kind !== 'call' && kind !== 'answer').length,
  ).toBeLessThan(3001);
  const told = scene.lines.reduce((sum, { count }) => sum + count, 0);
  expect(told).toBeGreaterThan(8000);
  const span = timeline.world.time;
  const moved = whole(timeline, { from: span * 0.1, to: span * 1.1 });
  const still = new Set(scene.lines.map(({ seq }) => seq));
  const inner = moved.lines.filter(({ x2 }) => x2 > moved.range[0] + 40 && x2 < moved.end - 40);
  const same = inner.filter(({ seq }) => still.has(seq));
  expect(same.length / inner.length).toBeGreaterThan(0.95);
});

test('for ShiViz every event has a vector clock that says what it could know', () => {
  const timeline = played(300);
  const { first } = annalsOf(timeline);
  const last = lastBy(annalsOf(timeline), 300);
  const text = shivizText(
    annalsOf(timeline),
    [first, last],
    (lane) => `server ${lane}`,
    (seq) => `event ${seq}`,
  );
  const lines = text.trim().split('\n');
  const clocks = new Map<number, Record<string, number>>();
  for (let place = 0; place < lines.length; place += 2) {
    const [, host, clock] = /^(\S+) (\{.*\})$/.exec(lines[place]!)!;
    const seq = Number(lines[place + 1]!.replace('event ', ''));
    clocks.set(seq, JSON.parse(clock!));
    expect(host).toBe(`server_${annalOf(annalsOf(timeline), seq).server}`);
  }
  for (const [seq, clock] of clocks) {
    const { cause, server } = annalOf(annalsOf(timeline), seq);
    const sent = clocks.get(cause ?? 0);
    if (sent !== undefined)
      for (const [host, count] of Object.entries(sent))
        expect(clock[host]).toBeGreaterThanOrEqual(count);
    expect(clock[`server_${server}`]).toBeGreaterThan(0);
  }
});

/** A client whose commands and answers take 20 ms each way, asked at 400 ms. */
function slowClient(): Timeline {
  const setup = plainSetup(3, 1);
  const slow = { ...setup, options: { ...setup.options, clientLatencyMs: 20 } };
  const timeline = openTimeline(runOf(slow));
  playTo(timeline, 400);
  const { world } = timeline;
  const at = world.servers.find(({ role }) => role === 'leader')!.id;
  give(timeline, { ...request, at });
  playTo(timeline, 1000);
  return timeline;
}

describe('a client to whom the way takes time', () => {
  const called = (timeline: Timeline, what: string): number =>
    callsBetween(annalsOf(timeline).calls, 0, Infinity).find((call) => call.what === what)!.seq;

  test('sends, and its server hears it later: the line is a slant, and so is the one back', () => {
    const timeline = slowClient();
    const scene = whole(timeline, { from: 380, to: 540 });
    const scale = (scene.range[1] - scene.range[0]) / 160;
    const lines = scene.lines.filter(({ kind }) => kind === 'call' || kind === 'answer');
    expect(lines.map(({ kind }) => kind)).toEqual(['call', 'answer']);
    for (const { x1, x2 } of lines) expect(x2 - x1).toBeCloseTo(20 * scale, 6);
  });
  test('the command arrives on the lane of its server alone', () => {
    const timeline = slowClient();
    expect(lanesOf(annalsOf(timeline), called(timeline, 'sent'))).toEqual(['c1']);
    const [lane, ...others] = lanesOf(annalsOf(timeline), called(timeline, 'asked'));
    expect([typeof lane, others]).toEqual(['number', []]);
    expect(lanesOf(annalsOf(timeline), called(timeline, 'answered'))).toEqual(['c1']);
  });
  test('what it sent is in the past of its answer, by way of its server', () => {
    const timeline = slowClient();
    const cone = coneOf(annalsOf(timeline), called(timeline, 'answered'))!;
    expect(relationOf(cone, called(timeline, 'sent'))).toBe('past');
    expect(relationOf(cone, called(timeline, 'asked'))).toBe('past');
    const sent = coneOf(annalsOf(timeline), called(timeline, 'sent'))!;
    expect(relationOf(sent, called(timeline, 'answered'))).toBe('future');
    expect(neighbourOf(annalsOf(timeline), called(timeline, 'sent'), 'receiver')).toBe(
      called(timeline, 'asked'),
    );
  });
});

test('the stretch in view has its place on the score, by the clock and by the order of events', () => {
  const timeline = played(1000, [400, request]);
  const scene = score(timeline.chronicle, spanOf(timeline), {
    width: 800,
    height: 120,
    names: ['S1', 'S2', 'S3'],
  });
  const [left, right] = scene.strip.range;
  const scale = (right - left) / scene.strip.view[1];
  const window = { from: 250, to: 500 };
  const placed = onScore(timeline, window, 'physical', 800);
  expect(placed.x).toBeCloseTo(left + 250 * scale, 6);
  expect(placed.width).toBeCloseTo(250 * scale, 6);
  expect(placed.perPx * scale).toBeCloseTo(1, 6);
  const slots = fromRun(timeline, window, 'logical');
  const again = onScore(timeline, slots, 'logical', 800);
  const { from, to } = windowOn(timeline, slots, 'physical');
  expect([again.from, again.to]).toEqual([from, to]);
  expect(again.x).toBeCloseTo(left + from * scale, 6);
});
