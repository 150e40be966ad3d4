/** Every line of the catalogue, and that none goes untold: a new rule without an act does not compile. */
import { describe, expect, test } from 'vitest';
import { type RuleId, ruleIds, rules, switches, switchNames } from '../../../src/raft/index.ts';
import { profiles } from '../../../src/sim/index.ts';
import { alike, fresh, led } from '../../support/clusters.ts';
import { accepted, appendEntries, refused, requestVote } from '../../support/logs.ts';
import { type Cluster, running, world } from '../../support/world.ts';
import { extensionLines, type Line } from './extension-lines.ts';

const lines = {
  ...extensionLines,
  AE1: {
    says: 'reply false if term < currentTerm',
    act: () => world({ S1: { currentTerm: 2 }, S2: {} }).receive('S2>S1', appendEntries(1, 1)),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ success: false, term: 2 }]),
  },
  AE2: {
    says: 'reply false if the log has no entry at prevLogIndex whose term matches prevLogTerm',
    act: () => world({ S1: { log: [1] }, S2: {} }).receive('S2>S1', appendEntries(2, 1, [1, 2])),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ success: false }]),
  },
  AE3: {
    says: 'delete an existing entry that conflicts with a new one, and all that follow it',
    act: () =>
      world({ S1: { log: [1, 1, 1] }, S2: {} }).receive('S2>S1', appendEntries(2, 1, [1, 1], [2])),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([1, 2]),
  },
  AE4: {
    says: 'append any new entries not already in the log',
    act: () =>
      world({ S1: { log: [1] }, S2: {} }).receive('S2>S1', appendEntries(1, 1, [0, 0], [1, 1])),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([1, 1]),
  },
  AE5: {
    says: 'set commitIndex = min(leaderCommit, index of last new entry)',
    act: () =>
      world({ S1: { log: [1, 1] }, S2: {} }).receive('S2>S1', appendEntries(1, 1, [1, 1], [], 2)),
    shows: (cluster) => expect(cluster.server('S1').commitIndex).toBe(1),
  },
  RV1: {
    says: 'reply false if term < currentTerm',
    act: () => world({ S1: { currentTerm: 2 }, S2: {} }).receive('S2>S1', requestVote(1, 1)),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ voteGranted: false, term: 2 }]),
  },
  RV2: {
    says: 'grant if votedFor is null or candidateId, and its log is at least as up to date',
    act: () => fresh(3).receive('S2>S1', requestVote(1, 1)),
    shows: (cluster) => expect(cluster.votedFor('S1')).toBe('S2'),
  },
  All1: {
    says: 'while commitIndex > lastApplied, apply log[lastApplied]',
    act: () => world({ S1: { log: [1, 1], commitIndex: 2, lastApplied: 0 } }),
    shows: (cluster) => expect(cluster.server('S1').lastApplied).toBe(2),
  },
  All2: {
    says: 'a term above currentTerm is adopted, and makes a follower',
    act: () => led(3).receive('S2>S1', accepted(9, 0)),
    shows: (cluster) =>
      expect(cluster.server('S1')).toMatchObject({ role: 'follower', currentTerm: 9 }),
  },
  Fol1: {
    says: 'respond to RPCs from candidates and leaders',
    act: () => fresh(2).receive('S2>S1', appendEntries(1, 1)),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ success: true }]),
  },
  Fol2: {
    says: 'convert to candidate when nothing was heard for an election timeout',
    act: () => fresh(3).timeout('S1'),
    shows: (cluster) => expect(cluster.role('S1')).toBe('candidate'),
  },
  Can1: {
    says: 'increment currentTerm, vote for self, ask all other servers',
    act: () => fresh(3).timeout('S1'),
    shows: (cluster) => {
      expect(cluster.server('S1')).toMatchObject({ currentTerm: 1, votedFor: 0 });
      expect(cluster.sent).toHaveLength(2);
    },
  },
  Can2: {
    says: 'become leader with votes from a majority of servers',
    act: () => fresh(3).timeout('S1').deliver('S1>S2').deliver('S2>S1'),
    shows: (cluster) => expect(cluster.role('S1')).toBe('leader'),
  },
  Can3: {
    says: 'become follower when AppendEntries comes from the new leader',
    act: () => fresh(3).timeout('S1').receive('S2>S1', appendEntries(1, 1)),
    shows: (cluster) =>
      expect(cluster.server('S1')).toMatchObject({ role: 'follower', leaderId: 1 }),
  },
  Can4: {
    says: 'start a new election when the timeout elapses',
    act: () => fresh(3).timeout('S1').timeout('S1'),
    shows: (cluster) => expect(cluster.term('S1')).toBe(2),
  },
  Ldr1: {
    says: 'send heartbeats upon election, and repeat them during idle periods',
    act: () => led(3).heartbeat('S1'),
    shows: (cluster) => expect(cluster.sent).toHaveLength(2),
  },
  Ldr2: {
    says: 'append a client’s command to the log, respond after it is applied',
    act: () => led(3).set('A', '1'),
    shows: (cluster) => expect(cluster.log('S1')).toEqual([1]),
  },
  Ldr3: {
    says: 'send what follows nextIndex; on a refusal decrement it and retry',
    act: () =>
      world({ S1: { role: 'leader', log: [1, 1] }, S2: {} }).receive('S2>S1', refused(1, 2)),
    shows: (cluster) => expect(cluster.sent).toMatchObject([{ prevLogIndex: 1 }]),
  },
  Ldr4: {
    says: 'commit what a majority holds, if its term is the current one',
    act: () => led(3).set('A', '1').deliver('S1>S2').deliver('S2>S1'),
    shows: (cluster) => expect(cluster.server('S1').commitIndex).toBe(1),
  },
} as const satisfies Record<RuleId, Line>;

const lineOf = (id: RuleId): Line => lines[id];

for (const id of ruleIds) {
  test(`§${rules[id].section} ${id}: ${lineOf(id).says}`, () => {
    const cluster = lineOf(id).act();
    expect(obeyedIn(cluster)).toContain(id);
    lineOf(id).shows(cluster);
  });
}

/** Leaders cut off one after the other, so that logs conflict and terms grow. */
function troubled(): Cluster {
  const cluster = running(alike(5, {}), { seed: 8, options: { lossRate: 0.25 } });
  for (let round = 0; round < 12; round += 1) {
    const leader = cluster.runUntil((c) => c.leader() !== null).leader()!;
    const others = ['S1', 'S2', 'S3', 'S4', 'S5'].filter((name) => name !== leader);
    // What a leader appends alone conflicts with what the next one appends meanwhile.
    cluster
      .partition([leader], others)
      .incr('n', { client: `c${round}`, at: leader })
      .run(900);
    cluster
      .incr('n', { client: `d${round}` })
      .run(500)
      .heal()
      .run(900);
  }
  return cluster;
}

/** A fleet as it is run in earnest, with a change of crew, a transfer, snapshots, slow disks, leases. */
function wellRun(): Cluster {
  const options = { ...profiles.production, diskLatencyMs: 2, snapshotEvery: 4 } as const;
  const cluster = running(alike(5, {}), { seed: 3, spares: 1, options }).run(1000);
  for (let round = 0; round < 4; round += 1) {
    cluster.incr('n').get('n').run(300).transfer('S2').run(600);
    cluster.options({ ...options, reads: 'lease', membership: round % 2 ? 'single' : 'joint' });
    cluster
      .change(round % 2 ? 'remove' : 'add', 'S5')
      .run(400)
      .get('n')
      .run(300);
    cluster.crash('S3').incr('n').incr('n').incr('n').incr('n').incr('n').run(600).restart('S3');
    cluster
      .run(600)
      .change('remove', cluster.leader() ?? 'S1')
      .run(900)
      .change('add', 'S1');
    // The target lacks the entry that went out a moment before.
    cluster.run(600).change('add', 'S2').run(300).incr('n').transfer('S4').run(300);
  }
  return cluster.crash('S1').crash('S4').run(1500);
}

test('every line was obeyed by one of these acts and by a run left to itself', () => {
  const byActs = new Set(ruleIds.flatMap((id) => obeyedIn(lineOf(id).act())));
  const byRun = new Set([...obeyedIn(troubled()), ...obeyedIn(wellRun())]);
  expect(
    ruleIds.filter((id) => !byActs.has(id)),
    'obeyed by no act',
  ).toEqual([]);
  expect(
    ruleIds.filter((id) => !byRun.has(id)),
    'obeyed by no run',
  ).toEqual([]);
});

const obeyedIn = (cluster: Cluster): RuleId[] =>
  cluster.events.flatMap(({ rules: { ids } }) => ids);

describe('the catalogue', () => {
  test('has the nineteen lines of Figure 2 first, each in its place', () => {
    const extended = Object.keys(extensionLines);
    expect(ruleIds.slice(0, 19).filter((id) => extended.includes(id))).toEqual([]);
    expect(ruleIds.slice(19)).toEqual(extended);
    ruleIds.forEach((id, order) => {
      expect(rules[id]).toMatchObject({ id, order });
    });
  });
  test('every switch names a line of the catalogue or none, and a section', () => {
    for (const name of switchNames) {
      const { rule, section } = switches[name];
      if (rule !== null) expect(ruleIds).toContain(rule);
      expect(section).toMatch(/^(Thesis )?\d+(\.\d+)*$/);
    }
  });
});
