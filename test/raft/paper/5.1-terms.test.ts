import { expect, test } from 'vitest';
import type { Message, Role } from '../../../src/raft/index.ts';
import { fresh, led } from '../../support/clusters.ts';
import { accepted, appendEntries, requestVote, snapshotOf, vote } from '../../support/logs.ts';
import { running, world } from '../../support/world.ts';

const messages = {
  RequestVoteRequest: (term: number) => requestVote(term, 1),
  RequestVoteResponse: (term: number) => vote(term, false),
  AppendEntriesRequest: (term: number) => appendEntries(term, 1),
  AppendEntriesResponse: (term: number) => accepted(term, 0),
  PreVoteRequest: (term: number) => ({ ...requestVote(term, 1), type: 'PreVoteRequest' as const }),
  PreVoteResponse: (term: number) => ({ ...vote(term, false), type: 'PreVoteResponse' as const }),
  TimeoutNowRequest: (term: number) => ({ type: 'TimeoutNowRequest', term, leaderId: 1 }) as const,
  InstallSnapshotRequest: (term: number) => snapshotOf(1, term),
  InstallSnapshotResponse: (term: number) =>
    ({ type: 'InstallSnapshotResponse', term, lastIncludedIndex: 0 }) as const,
} as const satisfies Record<Message['type'], unknown>;
const types = Object.keys(messages) as Message['type'][];
const ofFigure2 = types.filter((type) => /^(RequestVote|AppendEntries)/.test(type));
const roles = [
  'follower',
  'preCandidate',
  'candidate',
  'leader',
] as const satisfies readonly Role[];
/** Nobody adopts the term somebody only thinks of (PreVote); who is asked to stand goes beyond the term it adopts. */
const adopted = types.filter((type) => !['PreVoteRequest', 'TimeoutNowRequest'].includes(type));

test('§5.1 each term begins with an election: who stands begins the next term', () => {
  const cluster = fresh(3).timeout('S1').timeout('S1');
  expect(cluster.term('S1')).toBe(2);
});

test('§5.1 in some situations an election ends in a split vote, and the term ends with no leader', () => {
  const cluster = fresh(4).timeout('S1').timeout('S4').deliver('S1>S2').deliver('S4>S3').settle();
  expect(cluster.term('S2')).toBe(1);
  expect(cluster.leader()).toBeNull();
});

test('§5.1 current terms are exchanged whenever servers communicate: every message carries one', () => {
  const cluster = running({ S1: {}, S2: {}, S3: {} }).run(2000);
  const sent = cluster.events.flatMap((event) =>
    event.sent.map(({ message }) => ({ event, message })),
  );
  expect(new Set(sent.map(({ message }) => message.type))).toEqual(new Set(ofFigure2));
  for (const { event, message } of sent) expect(message.term).toBe(event.after?.currentTerm);
});

for (const type of adopted) {
  for (const role of roles) {
    test(`§5.1 a smaller term is updated to the larger one, and a ${role} is a follower then: ${type}`, () => {
      const cluster = world({ S1: { role, currentTerm: 2, votedFor: 'S1' }, S2: {}, S3: {} });
      cluster.receive('S2>S1', messages[type](5));
      expect(cluster.rules).toContain('All2');
      expect(cluster.term('S1')).toBe(5);
      expect(cluster.role('S1')).toBe('follower');
    });
  }
}

for (const type of types) {
  test(`§5.1 the term never falls: ${type} of an older one changes nothing`, () => {
    // The term of a PreVoteResponse is the voter's own, which may well be behind: it counts all the same.
    for (const role of roles.filter((one) => `${one}${type}` !== 'preCandidatePreVoteResponse')) {
      const cluster = world({ S1: { role, currentTerm: 5, log: [5] }, S2: {}, S3: {} });
      const before = cluster.server('S1');
      cluster.receive('S2>S1', messages[type](2));
      expect(cluster.server('S1')).toEqual(before);
      expect(cluster.rules).not.toContain('All2');
    }
  });
}

test('§5.1 a new term comes with a new vote: the old one is forgotten', () => {
  const cluster = world({ S1: { currentTerm: 2, votedFor: 'S1' }, S2: {}, S3: {} });
  cluster.receive('S2>S1', appendEntries(3, 1));
  expect(cluster.votedFor('S1')).toBeNull();
});

test('§5.1 a request with a stale term is rejected: RequestVote (RV1)', () => {
  const cluster = world({ S1: { currentTerm: 3 }, S2: {} }).receive('S2>S1', requestVote(2, 1));
  expect(cluster.rules).toContain('RV1');
  expect(cluster.sent).toMatchObject([
    { type: 'RequestVoteResponse', term: 3, voteGranted: false },
  ]);
  expect(cluster.votedFor('S1')).toBeNull();
});

test('§5.1 a request with a stale term is rejected: AppendEntries (AE1)', () => {
  const cluster = world({ S1: { currentTerm: 3 }, S2: {} });
  cluster.receive('S2>S1', appendEntries(2, 1, [0, 0], [2], 1));
  expect(cluster.rules).toContain('AE1');
  expect(cluster.sent).toMatchObject([{ type: 'AppendEntriesResponse', term: 3, success: false }]);
  expect(cluster.log('S1')).toEqual([]);
  expect(cluster.server('S1')).toMatchObject({ commitIndex: 0, leaderId: null });
});

test('§5.1 a stale leader learns from the rejection that its term is over', () => {
  const cluster = led(3).crash('S3').heartbeat('S1').drop('S1>S3');
  cluster.receive('S3>S2', requestVote(2, 2)).dropAll('S2>S3').deliver('S1>S2').deliver('S2>S1');
  expect(cluster.rules).toContain('All2');
  expect(cluster.server('S1')).toMatchObject({ role: 'follower', currentTerm: 2 });
});

test('§5.1 a reply of an older term counts no vote', () => {
  const cluster = fresh(3).timeout('S1').timeout('S1').receive('S2>S1', vote(1));
  expect(cluster.role('S1')).toBe('candidate');
});

test('§5.1 a reply of an older term moves no matchIndex', () => {
  const cluster = world({ S1: { role: 'leader', currentTerm: 3, log: [1, 2] }, S2: {}, S3: {} });
  cluster.receive('S2>S1', accepted(2, 2));
  expect(cluster.progress('S1', 'S2').matchIndex).toBe(0);
});

test('Fig. 2 currentTerm is persistent: it is there after a crash', () => {
  expect(fresh(3).timeout('S1').crash('S1').restart('S1').term('S1')).toBe(1);
});

test('off, term.adoptHigher: a request of a higher term is handled without adopting it', () => {
  const off = { rulesOff: ['term.adoptHigher'] } as const;
  const cluster = world({ S1: { currentTerm: 2 }, S2: {} }, off);
  cluster.receive('S2>S1', requestVote(7, 1));
  expect(cluster.term('S1')).toBe(2);
  expect(cluster.sent).toMatchObject([{ term: 7, voteGranted: true }]);
});

test('off, term.stepDownOnReply: a leader stays leader whatever it hears in a reply', () => {
  const deposed = (rulesOff: readonly 'term.stepDownOnReply'[]) =>
    led(3, { rulesOff }).receive('S2>S1', accepted(2, 0));
  expect(deposed([]).role('S1')).toBe('follower');
  expect(deposed(['term.stepDownOnReply']).server('S1')).toMatchObject({
    role: 'leader',
    currentTerm: 1,
  });
});

test('off, reply.sameTerm: votes of an older term win an election', () => {
  const cluster = fresh(3, { rulesOff: ['reply.sameTerm'] });
  cluster.timeout('S1').timeout('S1').receive('S2>S1', vote(1));
  expect(cluster.role('S1')).toBe('leader');
});

test('off, persist.currentTerm: the term is 0 after a crash', () => {
  const cluster = fresh(3, { rulesOff: ['persist.currentTerm'] })
    .timeout('S1')
    .timeout('S1');
  expect(cluster.crash('S1').restart('S1').term('S1')).toBe(0);
});
