/** The same faults under other conditions: acts of one branch come at the same times on another, and nothing else does. */
import { describe, expect, test } from 'vitest';
import { bothWays, type Command, inFlight, plainSetup } from '../../src/sim/index.ts';
import {
  countRepeatable,
  fingerprint,
  give,
  momentOf,
  openTimeline,
  playTo,
  repeatActs,
  runOf,
  seekStart,
  seekTime,
  type Timeline,
  treeOf,
  undo,
} from '../../src/timeline/index.ts';

const crash = (server: number): Command => ({ type: 'crash', server });
const change = ({ world }: Timeline, options: object): Command => ({
  type: 'options',
  options: { ...world.options, ...options },
  rulesOff: world.rulesOff,
});
const doneOn = ({ run }: Timeline): readonly (readonly [number, string])[] =>
  run.commands.map(({ time, command }) => [time, command.type]);

/** Faults from 600 ms on, a change of the network among them, played to 3 s. */
function faulty(): Timeline {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  const at = (time: number, command: Command): void => {
    playTo(timeline, time);
    expect(give(timeline, command).ok).toBe(true);
  };
  at(600, crash(0));
  at(800, { type: 'cut', links: bothWays(1, 2) });
  playTo(timeline, 1000);
  at(1000, change(timeline, { lossRate: 0.2 }));
  at(1500, { type: 'restart', server: 0 });
  playTo(timeline, 3000);
  return timeline;
}

/** Back at 100 ms the run goes on under other conditions. */
function otherwise(options: object): Timeline {
  const timeline = faulty();
  seekTime(timeline, 100);
  give(timeline, change(timeline, options));
  return timeline;
}

const faults = [
  [600, 'crash'],
  [800, 'cut'],
  [1000, 'options'],
  [1500, 'restart'],
];

describe('the same faults with PreVote', () => {
  test('come at the same times, and leave PreVote on', () => {
    const timeline = otherwise({ preVote: true });
    expect(countRepeatable(timeline, 1)).toBe(4);
    expect(repeatActs(timeline, 1, 'again')).toEqual({ given: 4, left: 0 });
    expect(doneOn(timeline)).toEqual([[100, 'options'], ...faults]);
    expect(treeOf(timeline).branches.map(({ name }) => name)).toEqual([null, null, 'again']);
    playTo(timeline, 3000);
    expect(timeline.world.options).toMatchObject({ preVote: true, lossRate: 0.2 });
    expect(timeline.world.conditions).toEqual(Array(5).fill('running'));
  });

  test('leave one where one was, and one undo takes all of them back', () => {
    const timeline = otherwise({ preVote: true });
    const before = [momentOf(timeline), fingerprint(timeline.world), doneOn(timeline)];
    repeatActs(timeline, 1, 'again');
    expect(momentOf(timeline)).toEqual(before[0]);
    undo(timeline);
    expect([momentOf(timeline), fingerprint(timeline.world), doneOn(timeline)]).toEqual(before);
    expect(treeOf(timeline).branches).toHaveLength(2);
  });

  test('are repeated once', () => {
    const timeline = otherwise({ preVote: true });
    repeatActs(timeline, 1, 'again');
    expect(countRepeatable(timeline, 1)).toBe(0);
    expect(repeatActs(timeline, 1, 'and again')).toEqual({ given: 0, left: 0 });
    expect(treeOf(timeline).branches).toHaveLength(3);
  });
});

test('with nothing changed all comes out as it did', () => {
  const timeline = otherwise({});
  repeatActs(timeline, 1, 'again');
  playTo(timeline, 3000);
  const first = faulty();
  expect(JSON.stringify(timeline.world.servers)).toBe(JSON.stringify(first.world.servers));
});

test('a rule that one branch switched off stays off, and what the other switched is switched too', () => {
  const timeline = faulty();
  const { options } = timeline.world;
  give(timeline, { type: 'options', options, rulesOff: ['commit.currentTerm'] });
  playTo(timeline, 3500);
  seekTime(timeline, 100);
  give(timeline, { ...change(timeline, {}), rulesOff: ['vote.upToDate'] } as Command);
  repeatActs(timeline, 1, 'again');
  playTo(timeline, 3500);
  expect(timeline.world.rulesOff).toEqual(['vote.upToDate', 'commit.currentTerm']);
});

test('what was done on the branch in hand comes among them, in its turn', () => {
  const timeline = otherwise({ preVote: true });
  playTo(timeline, 900);
  give(timeline, crash(3));
  playTo(timeline, 2000);
  repeatActs(timeline, 1, 'again');
  expect(doneOn(timeline).map(([time]) => time)).toEqual([100, 600, 800, 900, 1000, 1500]);
  expect(momentOf(timeline).time).toBe(2000);
  expect(timeline.world.conditions[3]).toBe('crashed');
});

test('an act on one message is none on another, and one that is refused is counted', () => {
  const timeline = openTimeline(runOf(plainSetup(5, 7)));
  while (inFlight(timeline.world).length === 0) playTo(timeline, timeline.world.time + 1);
  give(timeline, { type: 'drop', message: inFlight(timeline.world)[0]?.id ?? 0 });
  playTo(timeline, 500);
  give(timeline, crash(1));
  playTo(timeline, 800);
  give(timeline, crash(2));
  seekTime(timeline, 100);
  give(timeline, crash(2));
  expect(countRepeatable(timeline, 1)).toBe(2);
  expect(repeatActs(timeline, 1, 'again')).toEqual({ given: 1, left: 2 });
});

test('where all of a run happens at one time there is no same time', () => {
  const setup = { ...plainSetup(3, 1), timers: 'manual', delivery: 'manual' } as const;
  const timeline = openTimeline(runOf(setup));
  give(timeline, { type: 'timeout', server: 0 });
  seekStart(timeline);
  give(timeline, crash(1));
  expect(treeOf(timeline).branches).toHaveLength(2);
  expect(countRepeatable(timeline, 1)).toBe(0);
});
