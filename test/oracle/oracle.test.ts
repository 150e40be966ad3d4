/** Every run of the core passes through the oracle without a difference, and what is wrong it names. */
import { describe, expect, test } from 'vitest';
import { log as logs, type Server, switchNames } from '../../src/raft/index.ts';
import { headlessRuns } from '../../src/scenario/index.ts';
import { type Event, execute, plainSetup, worldOf } from '../../src/sim/index.ts';
import { lessonPaths, load, scenarioPaths, textOf } from '../scenario/files.ts';
import { judged, observe, openOracle, unjudged } from './oracle.ts';
import { passRandom, passScenario, type Seen } from './passing.ts';

const seeds = (count: number, from = 1) => Array.from({ length: count }, (_, seed) => from + seed);

describe('random runs pass, and nothing that is judged is left out', () => {
  const seen: Seen = new Map();
  test.each([1, 41, 81, 121, 161])('forty seeds from %i', (from) => {
    expect(seeds(40, from).flatMap((seed) => passRandom(seed, [], seen))).toEqual([]);
  });
  test('everything that is judged was met', () => {
    expect(judged.filter((name) => (seen.get(name) ?? 0) < 20)).toEqual([]);
  });
});

test.each(switchNames)('random runs without %s pass', (rule) => {
  expect(seeds(4, 1000).flatMap((seed) => passRandom(seed, [rule]))).toEqual([]);
});

test.each([...scenarioPaths, ...lessonPaths])('%s passes', (path) => {
  expect(headlessRuns(load(textOf(path), path)).flatMap(passScenario)).toEqual([]);
});

test.each(Object.entries(unjudged))('not judged, %s: %s', (name) => {
  expect(judged).not.toContain(name);
});

describe('a wrong transition is named, with its server and its event', () => {
  /** The first election of three servers, with one thing in it falsified. */
  function forged(change: (after: Server, event: Event) => Partial<Event>): readonly string[] {
    const world = worldOf({ ...plainSetup(3, 1), timers: 'manual', delivery: 'manual' });
    const oracle = openOracle(world);
    const result = execute(world, { type: 'timeout', server: 0 });
    if (!result.ok) throw new Error('refused');
    const event = result.value;
    const wrong = { ...event, ...change(event.after as Server, event) };
    world.servers[0] = wrong.after as Server;
    return observe(oracle, world, wrong);
  }

  test('nothing is wrong with the true one', () => {
    expect(forged(() => ({}))).toEqual([]);
  });
  test('a vote for somebody else', () => {
    expect(forged((after) => ({ after: { ...after, votedFor: 1 } }))).toEqual([
      'S1 at event 5: votedFor is 1, and should be 0',
    ]);
  });
  test('an entry from nowhere', () => {
    const log = logs.logOf([{ term: 1, payload: logs.noop }]);
    expect(forged((after) => ({ after: { ...after, log } }))).toEqual([
      'S1 at event 5: its log ends at 1, and should at 0',
    ]);
  });
  test('a question not asked', () => {
    expect(forged((_, { sent }) => ({ sent: sent.slice(1) }))).toEqual([
      expect.stringMatching(/^S1 at event 5: did not send .*RequestVoteRequest/),
    ]);
  });
  test('a commit out of nothing', () => {
    expect(forged((after) => ({ after: { ...after, commitIndex: 1 } }))).toEqual([
      'S1 at event 5: commitIndex is 1, and should be 0',
    ]);
  });
});
