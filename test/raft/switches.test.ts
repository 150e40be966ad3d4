/**
 * Rules that can be switched off: a run that breaks what it protects, and does so only with the rule off. Every switch
 * has a scenario file too, `test/scenarios/off`; those of the extensions have only that.
 */
import { describe, expect, test } from 'vitest';
import { type Switch, switches } from '../../src/raft/index.ts';
import { alike, fresh, led } from '../support/clusters.ts';
import { figure8 } from '../support/figure8.ts';
import { appendEntries, requestVote, setEntry } from '../support/logs.ts';
import { type Cluster, running, world } from '../support/world.ts';

type Off = readonly Switch[];
type Protecting = {
  [Name in Switch]: (typeof switches)[Name]['protects'] extends null ? never : Name;
}[Switch];

/** S1 and S2 both ask S3 in term 1, which crashes in between. */
function twoAskOne(rulesOff: Off): Cluster {
  const cluster = fresh(3, { rulesOff }).timeout('S1').timeout('S2').drop('S1>S2').drop('S2>S1');
  cluster.deliver('S1>S3').deliver('S3>S1').dropAll('S1>').crash('S3').restart('S3');
  return cluster.deliver('S2>S3').deliver('S3>S2').settle();
}

const runs: Partial<Record<Protecting, (rulesOff: Off) => Cluster>> = {
  'vote.upToDate': (rulesOff) => {
    const held = { log: [1, 1], currentTerm: 1, commitIndex: 2 };
    const missing = { log: [1], currentTerm: 1 };
    return world({ S1: held, S2: held, S3: missing }, { rulesOff }).timeout('S3').settle();
  },
  'vote.onePerTerm': (rulesOff) => {
    const cluster = fresh(3, { rulesOff }).timeout('S1').timeout('S2');
    return cluster.deliver('S1>S3').deliver('S2>S3').deliver('S3>S1').deliver('S3>S2').settle();
  },
  'persist.votedFor': twoAskOne,
  'persist.currentTerm': twoAskOne,
  'persist.log': (rulesOff) => {
    const cluster = led(3, { rulesOff }).set('A', '1').drop('S1>S3').settle().crash('S1');
    return cluster.crash('S2').restart('S2').timeout('S3').settle();
  },
  'commit.currentTerm': (rulesOff) => figure8('d', rulesOff),
  'append.consistencyCheck': (rulesOff) =>
    world(
      { S1: { role: 'leader', currentTerm: 3, log: [1, 3] }, S2: { log: [2] }, S3: {} },
      { rulesOff },
    )
      .heartbeat('S1')
      .settle(),
  'append.truncateOnlyOnConflict': (rulesOff) => {
    const cluster = led(3, { rulesOff }).set('A', '1').drop('S1>S3').duplicate('S1>S2');
    cluster.deliver('S1>S2').deliver('S2>S1').set('B', '2');
    cluster.deliver('S1>S2', { prevLogIndex: 1 }).deliver('S2>S1');
    // The first request comes again, late: entry 2, which is committed, must stay.
    cluster.deliver('S1>S2', { prevLogIndex: 0 }).dropAll('S2>').crash('S1');
    return cluster.timeout('S2').settle();
  },
  'append.commitBound': (rulesOff) => {
    const leader = {
      role: 'leader',
      currentTerm: 3,
      log: [1, 3, 3, 3, 3],
      commitIndex: 5,
    } as const;
    const other = { currentTerm: 3, log: [1, 2, 2, 2, 2] };
    // A search by halves sends probes without entries, behind which the logs may still differ.
    const options = { backtracking: 'binarySearch' } as const;
    const starts = { S1: leader, S2: other, S3: { log: [1, 3, 3, 3, 3] } };
    return world(starts, { rulesOff, options }).heartbeat('S1').settle();
  },
  'leader.appendOnly': (rulesOff) =>
    world(alike(3, { log: [1, 1] }), { rulesOff })
      .timeout('S1')
      .settle(),
  'session.deduplicate': (rulesOff) =>
    led(3, { rulesOff }).incr('n', { loseReply: true }).settle().retry('c1').settle(),
};

for (const [name, run] of Object.entries(runs) as [Protecting, (rulesOff: Off) => Cluster][]) {
  const { protects, section } = switches[name];
  test(`§${section} without ${name}, ${protects} breaks; with it the same run breaks nothing`, () => {
    expect(run([]).broken).toEqual([]);
    expect(run([name]).broken).toContain(protects);
  });
}

/** What changes without a rule that guards progress only. */
const changes: Record<Exclude<Switch, Protecting>, (rulesOff: Off) => unknown> = {
  'term.stepDownOnReply': (rulesOff) =>
    led(3, { rulesOff })
      .receive('S2>S1', { type: 'RequestVoteResponse', term: 5, voteGranted: false })
      .role('S1'),
  'timeout.randomized': (rulesOff) =>
    running(alike(5, {}), { rulesOff, options: { latencyMs: [10, 10] } })
      .run(10_000)
      .leader() !== null,
  'timeout.resetOnlyWhenDue': (rulesOff) => {
    const cluster = running({ S1: { log: [1] }, S2: {}, S3: {} }, { rulesOff }).run(50);
    return cluster.receive('S2>S1', requestVote(2, 1)).world.timers.startedAt[0];
  },
  'candidate.retry': (rulesOff) => fresh(3, { rulesOff }).timeout('S1').timeout('S1').term('S1'),
};

describe('without a rule that guards progress', () => {
  test.each([
    ['term.stepDownOnReply', 'follower', 'leader'],
    ['timeout.randomized', true, false],
    ['timeout.resetOnlyWhenDue', 0, 50],
    ['candidate.retry', 2, 1],
  ] as const)('%s', (name, withRule, withoutRule) => {
    expect(changes[name]([])).toEqual(withRule);
    expect(changes[name]([name])).toEqual(withoutRule);
  });
});

describe('what off means, to the letter', () => {
  test('append.consistencyCheck: an index beyond the end is still refused', () => {
    const cluster = world({ S1: { log: [1] }, S2: {} }, { rulesOff: ['append.consistencyCheck'] });
    cluster.receive('S2>S1', appendEntries(2, 1, [2, 1], [2]));
    expect(cluster.sent).toMatchObject([{ success: false }]);
  });
  test('append.truncateOnlyOnConflict: even a heartbeat cuts what follows prevLogIndex', () => {
    const start = { S1: { log: [1, 1, 1] }, S2: {} };
    const cluster = world(start, { rulesOff: ['append.truncateOnlyOnConflict'] });
    expect(cluster.receive('S2>S1', appendEntries(1, 1, [1, 1])).log('S1')).toEqual([1]);
  });
  test('append.commitBound: commitIndex goes as far as the log', () => {
    const log = [setEntry(1, 'A', '1'), setEntry(1, 'B', '2')];
    const cluster = world({ S1: { log }, S2: {} }, { rulesOff: ['append.commitBound'] });
    cluster.receive('S2>S1', appendEntries(1, 1, [1, 1], [], 9));
    expect(cluster.server('S1').commitIndex).toBe(2);
  });
  test('persist.*: that field is lost in a crash, and shows at once', () => {
    const start = { S1: { currentTerm: 4, votedFor: 'S2', log: [1] }, S2: {} };
    const crashed = (rulesOff: Off) => world(start, { rulesOff }).crash('S1').server('S1');
    expect(crashed([])).toMatchObject({ currentTerm: 4, votedFor: 1, log: { length: 1 } });
    expect(crashed(['persist.votedFor'])).toMatchObject({ currentTerm: 4, votedFor: null });
    expect(crashed(['persist.currentTerm'])).toMatchObject({ currentTerm: 0, votedFor: 1 });
    expect(crashed(['persist.log'])).toMatchObject({ currentTerm: 4, log: { length: 0 } });
  });
  test('timeout.randomized: always the shortest of the range', () => {
    const cluster = running(alike(5, {}), { rulesOff: ['timeout.randomized'] });
    expect(cluster.world.timers.dueAt).toEqual([150, 150, 150, 150, 150]);
  });
  test('candidate.retry: a candidate’s timer does not fire again', () => {
    const cluster = running(alike(3, {}), { rulesOff: ['candidate.retry'] });
    const stood = cluster.next()!;
    expect(cluster.world.timers.dueAt[stood.server!]).toBe(Infinity);
  });
});
