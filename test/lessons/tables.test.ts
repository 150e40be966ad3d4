/** The numbers in the tables of the course come out of the run. */
import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/raft/index.ts';
import { runScenario } from '../../src/scenario/index.ts';
import type { Setup } from '../../src/sim/index.ts';
import { advance, advanceTo, execute, leaderOf, worldOf } from '../../src/sim/index.ts';
import { Cluster } from '../support/world.ts';
import { brokenIn, commonPrefix, lessonOf, obeying, pair } from './lab.ts';

/** Every message of a type that was sent. */
const sentIn = ({ events }: Cluster, type: Message['type']): readonly Message[] =>
  events
    .flatMap(({ sent }) => sent.map(({ message }) => message))
    .filter((one) => one.type === type);

const repeat = (count: number, term: number): readonly number[] =>
  Array.from({ length: count }, () => term);

describe('lesson 6: how many may die', () => {
  const counts = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'];
  test.each(counts.map((name, at) => [name, at + 1] as const))('of %s', (name, servers) => {
    const { steps } = lessonOf(6, `${name} ${servers === 1 ? 'server' : 'servers'}`);
    const types = steps.map(({ action }) =>
      action.type === 'command' ? action.command.type : action.type,
    );
    const survived = types.slice(0, types.indexOf('request')).filter((type) => type === 'crash');
    expect(survived.length).toBe(Math.ceil(servers / 2) - 1);
  });
});

/** From the crash of the leader to its successor; null: there is none within a minute. */
function outageMs(setup: Setup, seed: number): number | null {
  const world = worldOf({ ...setup, seed });
  const crashAt = 500 + (seed % 50);
  while (advance(world, crashAt) !== null);
  advanceTo(world, crashAt);
  execute(world, { type: 'crash', server: 0 });
  while (leaderOf(world) === null) if (advance(world, crashAt + 60_000) === null) return null;
  return world.time - crashAt;
}

/** The middle of them, those without an end being the longest. */
function median(outages: readonly (number | null)[]): number | null {
  const sorted = outages.map((ms) => ms ?? Infinity).toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Infinity;
  return middle === Infinity ? null : middle;
}

describe('lesson 7: from crash to new leader', () => {
  const { setup } = lessonOf(7, '150 to 300 ms');
  const spread = (most: number): Setup => ({
    ...setup,
    options: { ...setup.options, electionTimeoutMs: [150, most] },
  });
  const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

  test.each([
    [155, 2800],
    [175, 340],
    [300, 210],
  ])('150 to %i ms: about %i ms', (most, aboutMs) => {
    const outages = seeds(300).map((seed) => outageMs(spread(most), seed));
    const middle = median(outages) ?? Infinity;
    expect(middle).toBeGreaterThan(aboutMs * 0.75);
    expect(middle).toBeLessThan(aboutMs * 1.25);
  });

  test('150 to 150 ms: none within a minute', () => {
    expect(median(seeds(7).map((seed) => outageMs(spread(150), seed)))).toBe(null);
  });
});

describe('lesson 11: Figure 7', () => {
  const { setup } = lessonOf(11);

  // Four votes of seven are needed; `requests` is until leader and follower agree, one step back a refusal.
  const table = {
    a: { votes: ['a', 'b', 'e', 'f'], requests: 2 },
    b: { votes: ['b', 'f'], requests: 7 },
    c: { votes: ['a', 'b', 'c', 'e', 'f'], requests: 1 },
    d: { votes: ['a', 'b', 'c', 'd', 'e', 'f'], requests: 1 },
    e: { votes: ['b', 'e', 'f'], requests: 6 },
    f: { votes: ['f'], requests: 8 },
  };

  test.each(Object.entries(table))('%s stands, and is repaired', (name, { votes, requests }) => {
    const election = new Cluster(setup).crash('S1').timeout(name).settle();
    const granted = sentIn(election, 'RequestVoteResponse').flatMap((message) =>
      'voteGranted' in message && message.voteGranted ? [election.name(message.from)] : [],
    );
    expect([name, ...granted].toSorted()).toEqual(votes);
    expect(election.role(name)).toBe(votes.length >= 4 ? 'leader' : 'candidate');
    const repair = new Cluster(setup).heartbeat('S1').settle();
    const asked = sentIn(repair, 'AppendEntriesRequest').filter(
      ({ to }) => repair.name(to) === name,
    );
    expect(asked.length).toBe(requests);
  });

  test('25 requests in all', () => {
    const repair = new Cluster(setup).heartbeat('S1').settle();
    expect(sentIn(repair, 'AppendEntriesRequest').length).toBe(25);
  });

  /** Terms never fall along a log, and where two logs agree on an entry they agree on all before it. */
  const canStandBeside = (leader: readonly number[], log: readonly number[]): boolean =>
    log.every((term, at) => at === 0 || term >= (log[at - 1] ?? 0)) &&
    log.every((term, at) => term !== leader[at] || commonPrefix(log.slice(0, at), leader) === at);

  test('which logs there can be, as the lesson says', () => {
    const asked = lessonOf(11).steps.flatMap(({ action }) =>
      action.type === 'words' && action.words.ask !== undefined ? [action.words.ask] : [],
    );
    const [alone, beside] = asked;
    const verdicts = (options: typeof alone, leader: readonly number[]) =>
      options?.options?.map(({ text, correct = false }) => [
        text,
        correct,
        canStandBeside(leader, (text.match(/\d+/g) ?? []).map(Number)),
      ]);
    // The first asks for what can not be, the second for what can.
    for (const [text, correct, can] of verdicts(alone, []) ?? [])
      expect([text, can]).toEqual([text, !correct]);
    for (const [text, correct, can] of verdicts(beside, [1, 1, 3, 3, 3, 5]) ?? [])
      expect([text, can]).toEqual([text, correct]);
  });
});

const figure7 = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
const odd = Array.from({ length: 32 }, (_, at) => 2 * Math.max(0, at - 15) + 1);
const even = odd.map((term, at) => (at < 16 ? term : term + 1));

describe('lesson 12: requests until the logs agree', () => {
  test.each([
    ['an empty follower, three entries', [1, 1, 1], [], [4, 3, 2]],
    ['Figure 7, a', figure7, [1, 1, 1, 4, 4, 5, 5, 6, 6], [2, 6, 2]],
    ['Figure 7, b', figure7, [1, 1, 1, 4], [7, 6, 2]],
    ['Figure 7, e', figure7, [1, 1, 1, 4, 4, 4, 4], [6, 5, 3]],
    ['Figure 7, f', figure7, [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3], [8, 6, 3]],
    [
      '64 entries, the last 32 of one bad term',
      [...repeat(32, 1), ...repeat(32, 3)],
      [...repeat(32, 1), ...repeat(32, 2)],
      [33, 8, 2],
    ],
    ['32 entries, the last 16 odd against even', odd, even, [17, 7, 17]],
    ['an empty follower, 1000 entries', repeat(1000, 1), [], [1001, 11, 2]],
  ] as const)('%s', (_case, leader, follower, requests) => {
    const counted = (['decrement', 'binarySearch', 'conflictTerm'] as const).map((strategy) => {
      const cluster = pair(leader, follower, strategy).heartbeat('L').settle();
      expect(cluster.log('F')).toEqual(leader);
      return sentIn(cluster, 'AppendEntriesRequest').length;
    });
    expect(counted).toEqual(requests);
  });

  test.each(['decrement', 'binarySearch', 'conflictTerm'] as const)(
    '%s never takes the match point to lie beyond what the logs share',
    (strategy) => {
      for (const follower of [[], [1, 1, 1, 4], [1, 1, 1, 2, 2, 2, 3, 3], [...figure7, 7, 7]]) {
        const cluster = pair(figure7, follower, strategy).heartbeat('L');
        while (cluster.messages().length > 0) {
          cluster.deliver('>');
          const shared = commonPrefix(cluster.log('L'), cluster.log('F'));
          expect(cluster.progress('L', 'F').matchIndex).toBeLessThanOrEqual(shared);
        }
        expect(cluster.progress('L', 'F').matchIndex).toBe(figure7.length);
      }
    },
  );
});

/** Who granted whom, by term and candidate, in the branch that was left standing; servers by name. */
function votesIn(number: number, run: string | null = null) {
  const { play } = runScenario(lessonOf(number, run));
  const { names } = play.world.setup;
  const named = (ids: Iterable<number>) => [...ids].map((id) => names[id] as string).toSorted();
  return Object.fromEntries(
    [...play.tallies.votes].map(([term, candidates]) => [
      term,
      Object.fromEntries([...candidates].map(([id, voters]) => [names[id], named(voters)])),
    ]),
  );
}

describe('lesson 13: Figure 8', () => {
  test('the rule on: S5 stands three times and gets two votes at most', () => {
    const votes = votesIn(13);
    expect([4, 5, 6].map((term) => votes[term]?.S5)).toEqual([['S5'], ['S4', 'S5'], ['S4', 'S5']]);
    expect(brokenIn(lessonOf(13))).toEqual([]);
  });

  test('the rule off: Leader Completeness, then State Machine Safety', () => {
    expect(brokenIn(lessonOf(13, 'with the rule off'))).toEqual([
      'LeaderCompleteness',
      'StateMachineSafety',
    ]);
  });
});

describe('lesson 23: the bug of 2015', () => {
  test('the rule off: two majorities that share nobody', () => {
    const votes = votesIn(23);
    expect(votes[3]).toEqual({ S1: ['S1', 'S4', 'S5'] });
    expect(votes[2]?.S1).toEqual(['S1', 'S5']);
    const committers = ['S2', 'S3'];
    expect(committers.filter((name) => votes[3]?.S1?.includes(name))).toEqual([]);
    expect(brokenIn(lessonOf(23))).toEqual(['LeaderCompleteness', 'StateMachineSafety']);
  });

  test('the rule on: S1 has S5 alone, however often it stands', () => {
    const votes = votesIn(23, 'with the fix');
    expect([2, 3, 4].map((term) => votes[term]?.S1)).toEqual(repeat(3, 0).map(() => ['S1', 'S5']));
    expect(brokenIn(lessonOf(23, 'with the fix'))).toEqual([]);
  });
});

describe('lesson 25: what breaks without which rule, in order', () => {
  const lost = ['LeaderCompleteness', 'StateMachineSafety'];
  const rows: readonly (readonly [string | null, string, readonly string[]])[] = [
    [null, 'vote.upToDate', lost],
    ['commits of earlier terms count', 'commit.currentTerm', lost],
    ['the vote is not on disk', 'persist.votedFor', ['ElectionSafety']],
    ['the log is not on disk', 'persist.log', lost],
    ['heartbeats are not checked', 'append.consistencyCheck', lost],
    ['every message cuts the log', 'append.truncateOnlyOnConflict', lost],
    ['a majority of those one hears', 'commit.majorityOfAll', lost],
    ['commitIndex beyond the last new entry', 'append.commitBound', ['StateMachineSafety']],
    ['more than one vote a term', 'vote.onePerTerm', ['ElectionSafety']],
    ['answers of older terms count', 'reply.sameTerm', ['ElectionSafety']],
    ['a higher term is not adopted', 'term.adoptHigher', lost],
    ['a refusal does not depose', 'term.stepDownOnReply', []],
    ["a configuration before an entry of one's term", 'config.ownTermFirst', lost],
    ['three to five in one jump', 'config.joint', ['ElectionSafety']],
    ['a new leader tidies up', 'leader.appendOnly', ['LeaderAppendOnly', 'LeaderCompleteness']],
  ];

  test.each(rows)('%s', (run, rule, properties) => {
    const scenario = lessonOf(25, run);
    expect(scenario.setup.rulesOff).toEqual([rule]);
    expect(brokenIn(scenario)).toEqual(properties);
    expect(brokenIn(obeying(scenario))).toEqual([]);
  });

  test('every run of the lesson is a row', () => {
    expect(lessonOf(25).runs.map(({ run }) => run)).toEqual(rows.slice(1).map(([run]) => run));
  });
});
