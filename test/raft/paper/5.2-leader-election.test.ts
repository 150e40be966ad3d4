import { describe, expect, test } from 'vitest';
import { voteOutcome, votersOnly } from '../../../src/raft/index.ts';
import { alike, fresh, led } from '../../support/clusters.ts';
import { accepted, appendEntries, requestVote, vote } from '../../support/logs.ts';
import { type Cluster, running, world } from '../../support/world.ts';

const dueOf = (cluster: Cluster, name: string): number =>
  cluster.world.timers.dueAt[cluster.id(name)]!;

test('§5.2 when servers start up, they begin as followers', () => {
  const cluster = running({ S1: {}, S2: {}, S3: {} });
  expect(['S1', 'S2', 'S3'].map(cluster.role)).toEqual(['follower', 'follower', 'follower']);
});

test('§5.2 a server remains follower as long as it receives valid RPCs from a leader (Fol2)', () => {
  const cluster = running({
    ...alike(5, { currentTerm: 1 }),
    S1: { role: 'leader', currentTerm: 1 },
  });
  cluster.run(10_000);
  expect(cluster.events.filter(({ kind }) => kind === 'electionTimeout')).toEqual([]);
});

test('§5.2 leaders send periodic heartbeats, AppendEntries that carry no entries, to all followers (Ldr1)', () => {
  const cluster = led(5).heartbeat('S1');
  expect(cluster.rules).toEqual(['Ldr1']);
  expect(cluster.sent.map(({ to }) => cluster.name(to))).toEqual(['S2', 'S3', 'S4', 'S5']);
  for (const message of cluster.sent)
    expect(message).toMatchObject({ type: 'AppendEntriesRequest', entries: [], term: 1 });
});

test('§5.2 a follower that hears nothing over the election timeout begins an election (Fol2)', () => {
  const first = running({ S1: {}, S2: {}, S3: {} }).next();
  expect(first).toMatchObject({ kind: 'electionTimeout', after: { role: 'candidate' } });
  expect(first?.rules.ids).toEqual(['Fol2', 'Can1']);
  expect(first?.time).toBeGreaterThanOrEqual(150);
  expect(first?.time).toBeLessThanOrEqual(300);
});

test('§5.2 to begin an election it increments its term, votes for itself and asks all others at once (Can1)', () => {
  const cluster = world({ S1: { currentTerm: 3, log: [1, 3] }, S2: {}, S3: {} }).timeout('S1');
  expect(cluster.rules).toContain('Can1');
  expect(cluster.server('S1')).toMatchObject({
    role: 'candidate',
    currentTerm: 4,
    votedFor: 0,
    votesGranted: [0],
  });
  const body = { type: 'RequestVoteRequest', from: 0, term: 4, candidateId: 0 };
  const end = { lastLogIndex: 2, lastLogTerm: 3 };
  expect(cluster.sent).toEqual([
    { ...body, ...end, to: 1 },
    { ...body, ...end, to: 2 },
  ]);
});

test('§5.2 each candidate restarts its randomized timeout at the start of an election', () => {
  const cluster = running({ S1: {}, S2: {}, S3: {} });
  const stood = cluster.next()!;
  const name = cluster.name(stood.server)!;
  expect(dueOf(cluster, name)).toBeGreaterThanOrEqual(stood.time + 150);
});

describe('§5.2 a candidate wins with votes from a majority of the servers in the full cluster (Can2)', () => {
  for (const [servers, needed] of [
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 2],
    [5, 2],
    [6, 3],
    [7, 3],
    [8, 4],
    [9, 4],
  ] as const) {
    test(`of ${servers} servers it needs ${needed} votes besides its own`, () => {
      const cluster = fresh(servers).timeout('S1');
      for (let granted = 0; granted < needed; granted += 1) {
        expect(cluster.role('S1')).toBe('candidate');
        cluster.receive(`S${granted + 2}>S1`, vote(1));
      }
      expect(cluster.role('S1')).toBe('leader');
      expect(cluster.rules).toEqual(expect.arrayContaining(['Can2', 'Ldr1']));
    });
  }
});

test('§5.2 a vote that arrives twice counts once', () => {
  const cluster = fresh(5).timeout('S1').receive('S2>S1', vote(1)).receive('S2>S1', vote(1));
  expect(cluster.role('S1')).toBe('candidate');
});

test('§5.2 refusals of a majority lose the vote, and the candidate stays candidate until it times out', () => {
  const cluster = fresh(3).timeout('S1');
  cluster.receive('S2>S1', vote(1, false)).receive('S3>S1', vote(1, false));
  expect(cluster.server('S1')).toMatchObject({ role: 'candidate', votesRefused: [1, 2] });
});

test('§5.2 each server votes for at most one candidate in a term, first come, first served (RV2)', () => {
  const cluster = fresh(3).receive('S2>S1', requestVote(1, 1));
  expect(cluster.sent).toMatchObject([{ voteGranted: true, term: 1 }]);
  cluster.receive('S3>S1', requestVote(1, 2));
  expect(cluster.rules).toContain('RV2');
  expect(cluster.sent).toMatchObject([{ voteGranted: false, term: 1 }]);
  expect(cluster.votedFor('S1')).toBe('S2');
});

test('§5.2 it votes again for the same candidate, whose first answer may be lost', () => {
  const cluster = fresh(3).receive('S2>S1', requestVote(1, 1)).receive('S2>S1', requestVote(1, 1));
  expect(cluster.sent).toMatchObject([{ voteGranted: true }]);
});

test('§5.2 a candidate and a leader give their vote of the term to nobody else', () => {
  const cluster = fresh(3).timeout('S1').receive('S2>S1', requestVote(1, 1));
  expect(cluster.sent).toMatchObject([{ voteGranted: false }]);
  expect(led(3).receive('S2>S1', requestVote(1, 1)).sent).toMatchObject([{ voteGranted: false }]);
});

test('§5.2 the majority rule ensures that at most one candidate wins a term: two majorities share a voter', () => {
  for (let count = 1; count <= 9; count += 1) {
    const ids = Array.from({ length: count }, (_, id) => id);
    const outcome = (granted: number[]) => voteOutcome(votersOnly(ids), granted, []);
    for (let granted = 0; granted <= count; granted += 1) {
      const both = [outcome(ids.slice(0, granted)), outcome(ids.slice(granted))];
      expect(both.filter((one) => one === 'won').length).toBeLessThanOrEqual(1);
    }
  }
});

test('§5.2 once elected it sends heartbeats to all others to establish its authority (Ldr1)', () => {
  const cluster = fresh(3).timeout('S1').deliver('S1>S2').deliver('S2>S1');
  expect(cluster.rules).toEqual(['Can2', 'Ldr1']);
  expect(cluster.sent).toMatchObject([
    { type: 'AppendEntriesRequest', to: 1, term: 1, entries: [] },
    { type: 'AppendEntriesRequest', to: 2, term: 1, entries: [] },
  ]);
  cluster.deliver('S1>S3', { type: 'AppendEntriesRequest' });
  expect(cluster.server('S3')).toMatchObject({ leaderId: 0, currentTerm: 1 });
});

for (const term of [3, 4]) {
  test(`§5.2 a candidate of term 3 recognizes a leader of term ${term} and returns to follower (Can3)`, () => {
    const cluster = world({ S1: { currentTerm: 2 }, S2: {}, S3: {} }).timeout('S1');
    cluster.receive('S2>S1', appendEntries(term, 1));
    expect(cluster.rules).toContain(term === 3 ? 'Can3' : 'All2');
    expect(cluster.server('S1')).toMatchObject({
      role: 'follower',
      currentTerm: term,
      leaderId: 1,
    });
  });
}

test('§5.2 with a smaller term the candidate rejects the RPC and continues in candidate state', () => {
  const cluster = world({ S1: { currentTerm: 2 }, S2: {}, S3: {} }).timeout('S1');
  cluster.receive('S2>S1', appendEntries(2, 1));
  expect(cluster.role('S1')).toBe('candidate');
  expect(cluster.sent).toMatchObject([{ success: false, term: 3 }]);
});

test('§5.2 with a split vote each candidate times out and starts a new election of the next term (Can4)', () => {
  const cluster = fresh(4).timeout('S1').timeout('S4').deliver('S1>S2').deliver('S4>S3').settle();
  cluster.timeout('S1');
  expect(cluster.rules).toEqual(['Can4', 'Can1']);
  expect(cluster.server('S1')).toMatchObject({
    role: 'candidate',
    currentTerm: 2,
    votesGranted: [0],
  });
  expect(cluster.settle().leader()).toBe('S1');
});

test('§5.2 election timeouts are chosen randomly from a fixed interval, and spread out', () => {
  const due = new Set<number>();
  for (let seed = 1; seed <= 20; seed += 1) {
    const cluster = running(alike(5, {}), { seed });
    for (const at of cluster.world.timers.dueAt) {
      expect(at).toBeGreaterThanOrEqual(150);
      expect(at).toBeLessThanOrEqual(300);
      due.add(at);
    }
  }
  expect(due.size).toBeGreaterThan(90);
  expect(Math.min(...due)).toBeLessThan(160);
  expect(Math.max(...due)).toBeGreaterThan(290);
});

describe('Fig. 2 Fol2: the election timer starts afresh', () => {
  const startedAt = (act: (cluster: Cluster) => Cluster): number => {
    const start = { currentTerm: 2, log: [2] };
    const cluster = running({ S1: start, S2: start, S3: start }).run(50);
    return act(cluster).world.timers.startedAt[0]!;
  };
  test('when AppendEntries comes from the current leader', () => {
    expect(startedAt((c) => c.receive('S2>S1', appendEntries(2, 1, [1, 2])))).toBe(50);
  });
  test('also where the entries do not fit', () => {
    expect(startedAt((c) => c.receive('S2>S1', appendEntries(2, 1, [9, 2])))).toBe(50);
  });
  test('when it grants a vote', () => {
    expect(startedAt((c) => c.receive('S2>S1', requestVote(3, 1, [1, 2])))).toBe(50);
  });
  test('not when it refuses one', () => {
    expect(startedAt((c) => c.receive('S2>S1', requestVote(3, 1, [0, 0])))).toBe(0);
  });
  test('not when a leader of an older term speaks', () => {
    expect(startedAt((c) => c.receive('S2>S1', appendEntries(1, 1, [1, 2])))).toBe(0);
  });
  test('not when a reply comes', () => {
    expect(startedAt((c) => c.receive('S2>S1', accepted(2, 1)))).toBe(0);
  });
});

test('a leader has no election timer: firing it changes nothing', () => {
  const cluster = led(3).timeout('S1');
  expect(cluster.server('S1')).toMatchObject({ role: 'leader', currentTerm: 1 });
  expect(cluster.sent).toEqual([]);
});

test('a leader that steps down waits a whole election timeout before it stands', () => {
  const cluster = running({ S1: { role: 'leader', currentTerm: 1 }, S2: {}, S3: {} }).run(40);
  cluster.receive('S2>S1', accepted(2, 0));
  expect(dueOf(cluster, 'S1')).toBeGreaterThanOrEqual(190);
});

test('Fig. 2 votedFor is persistent: after a crash the vote is not given again', () => {
  const cluster = fresh(3).receive('S2>S1', requestVote(1, 1)).crash('S1').restart('S1');
  expect(cluster.receive('S3>S1', requestVote(1, 2)).sent).toMatchObject([{ voteGranted: false }]);
});

test('a server without a vote does not stand', () => {
  const config = { voters: [1, 2], outgoing: null, learners: [0] };
  const cluster = world({ S1: { config }, S2: { config }, S3: { config } }).timeout('S1');
  expect(cluster.server('S1')).toMatchObject({ role: 'follower', currentTerm: 0 });
});
