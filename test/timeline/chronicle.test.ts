import { expect, test } from 'vitest';
import { draw } from '../../src/base/index.ts';
import { stormOptions } from '../../src/explore/storm/conditions.ts';
import { nextAct } from '../../src/explore/storm/weather.ts';
import { type Command, plainSetup } from '../../src/sim/index.ts';
import {
  fingerprint,
  give,
  judgeFromStart,
  landmarksBetween,
  loadJudge,
  momentOf,
  nextEvent,
  openTimeline,
  openUnder,
  playTo,
  type Run,
  runOf,
  seekTime,
  type Timeline,
} from '../../src/timeline/index.ts';

const open = (): Timeline => openTimeline(runOf(plainSetup(3, 1)));

function played(): Timeline {
  const timeline = open();
  const commands: [number, Command][] = [
    [600, { type: 'request', client: 'c1', operation: { type: 'incr', key: 'n' } }],
    [700, { type: 'pause', server: 0 }],
    [800, { type: 'resume', server: 0 }],
    [900, { type: 'cut', links: [[0, 1]] }],
    [950, { type: 'heal', links: null }],
    [1000, { type: 'crash', server: 1 }],
    [1500, { type: 'restart', server: 1 }],
  ];
  for (const [time, command] of commands) {
    playTo(timeline, time);
    expect(give(timeline, command).ok).toBe(true);
  }
  playTo(timeline, 2500);
  return timeline;
}

test('landmarks: elections, commits, faults and commands, each with its server', () => {
  const { chronicle } = played();
  const landmarks = landmarksBetween(chronicle);
  const kinds = landmarks
    .filter(({ kind }) => kind !== 'elected' && kind !== 'term')
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['client', 'commit', 'pause', 'resume', 'cut', 'heal', 'crash', 'restart']);
  const elected = landmarks.filter(({ kind }) => kind === 'elected');
  expect(elected.length).toBeGreaterThanOrEqual(1);
  expect(elected.every(({ server }) => server !== null)).toBe(true);
  // Two of three win; who answers later is not counted.
  for (const { server, seq } of elected) {
    const change = chronicle.lanes[server as number]?.find((one) => one.seq === seq);
    expect(new Set(change?.votes).size).toBe(2);
    expect(change?.votes).toContain(server);
  }
  expect(landmarks.find(({ kind }) => kind === 'crash')).toMatchObject({ server: 1, time: 1000 });
  expect(landmarks.find(({ kind }) => kind === 'cut')).toMatchObject({ server: null, time: 900 });
});

test('a lane tells when term, role or condition of a server changed, and nothing else', () => {
  const lane = played().chronicle.lanes[1]!;
  expect(lane[0]).toMatchObject({
    seq: 4,
    time: 0,
    term: 0,
    role: 'follower',
    condition: 'running',
  });
  const told = lane.map(({ term, role, condition }) => `${term} ${role} ${condition}`);
  for (const [place, one] of told.entries()) if (place > 0) expect(one).not.toBe(told[place - 1]);
  const crash = lane.findIndex(({ condition }) => condition === 'crashed');
  expect(lane[crash]).toMatchObject({ time: 1000, role: 'follower' });
  expect(lane[crash + 1]).toMatchObject({ time: 1500, condition: 'running' });
});

test('a stretch that is played again is told once', () => {
  const timeline = played();
  const before = structuredClone(timeline.chronicle);
  seekTime(timeline, 300);
  playTo(timeline, 2500);
  expect(timeline.chronicle).toEqual(before);
});

test('another future forgets the old one, and keeps what came before', () => {
  const timeline = played();
  const kept = landmarksBetween(timeline.chronicle).filter(({ time }) => time <= 850);
  seekTime(timeline, 850);
  give(timeline, { type: 'crash', server: 2 });
  const { lanes, seq } = timeline.chronicle;
  expect(landmarksBetween(timeline.chronicle)).toEqual([
    ...kept,
    { seq, time: 850, kind: 'crash', server: 2 },
  ]);
  expect(lanes[1]!.every(({ time }) => time <= 850)).toBe(true);
  expect(lanes[2]!.at(-1)).toMatchObject({ time: 850, condition: 'crashed' });
});

/** A run that breaks a property without anybody doing anything. */
function lawless(): Run {
  const log = [{ term: 1, payload: { type: 'noop' } as const }];
  const initial = { 0: { log }, 1: { log }, 2: { log } };
  return runOf({ ...plainSetup(3, 1), rulesOff: ['leader.appendOnly'], initial });
}

test('the last of each lane is what its server is, after every event', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 11, stormOptions)));
  let count = 0;
  const chance = (): number => draw(11, 0x7000_0008, count++);
  for (let event = 0; event < 3000; event += 1) {
    const command = event % 20 === 0 ? nextAct(timeline.world, chance) : null;
    if (command === null) nextEvent(timeline);
    else give(timeline, command);
    const { world, chronicle } = timeline;
    const said = chronicle.lanes.map((lane) => lane.at(-1));
    expect(said).toMatchObject(
      world.servers.map(({ id, currentTerm, role }) => ({
        term: currentTerm,
        role,
        condition: world.conditions[id],
      })),
    );
  }
});

test('a broken property is a landmark', () => {
  const timeline = openTimeline(lawless());
  const { broken } = playTo(timeline, 10_000);
  expect(landmarksBetween(timeline.chronicle).at(-1)).toMatchObject({
    kind: 'violation',
    seq: broken?.seq,
  });
});

test('a judge who comes later finds all that was broken, beyond the cursor too', async () => {
  const [late, judged] = [openUnder(null, lawless()), openTimeline(lawless())];
  for (const timeline of [late, judged]) {
    while (playTo(timeline, 2000).broken !== null);
    seekTime(timeline, 100);
  }
  const { end } = structuredClone({ end: late.end });
  judgeFromStart(late, await loadJudge());
  expect(landmarksBetween(late.chronicle)).toEqual(landmarksBetween(judged.chronicle));
  expect(landmarksBetween(late.chronicle).some(({ kind }) => kind === 'violation')).toBe(true);
  expect([momentOf(late), late.end]).toEqual([momentOf(judged), end]);
  expect(fingerprint(late.world)).toBe(fingerprint(judged.world));
});

test('what is noted while nobody judges is what is noted under a judge', () => {
  const run = runOf(plainSetup(5, 8, stormOptions));
  const [alone, judged] = [openUnder(null, run), openTimeline(run)];
  for (const timeline of [alone, judged]) {
    let count = 0;
    const chance = (): number => draw(8, 0x7000_0006, count++);
    for (let act = 0; act < 100; act += 1) {
      const command = nextAct(timeline.world, chance);
      if (command !== null) give(timeline, command);
      for (let left = 20; left > 0; left -= 1) nextEvent(timeline);
    }
  }
  expect(judged.chronicle).toEqual(alone.chronicle);
  expect(new Set(landmarksBetween(judged.chronicle).map(({ kind }) => kind)).size).toBeGreaterThan(
    7,
  );
});
