/** The core under any input: it never throws, and its invariants hold whatever rules are off. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boot,
  type Clock,
  defaultSettings,
  type Entry,
  type Input,
  latestConfiguration,
  log as logs,
  obeying,
  type Server,
  type Switch,
  step,
  switchNames,
  votersOnly,
} from '../../src/raft/index.ts';

const term = fc.nat(4);
const index = fc.nat(6);
const id = fc.nat(3);
const entry: fc.Arbitrary<Entry> = fc.oneof(
  term.map((of): Entry => ({ term: of, payload: logs.noop })),
  fc.tuple(term, fc.subarray([0, 1, 2, 3], { minLength: 1 })).map(
    ([of, voters]): Entry => ({
      term: of,
      payload: { type: 'config', configuration: votersOnly(voters) },
    }),
  ),
);
const crew = fc.subarray([0, 1, 2, 3]);
const ends = { from: id.filter((one) => one !== 0), to: fc.constant(0), term };
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.constantFrom<Input>(
    { type: 'electionTimeout' },
    { type: 'heartbeat' },
    { type: 'applyCommitted' },
    {
      type: 'clientRequest',
      command: { operation: { type: 'incr', key: 'n' }, clientId: 'c1', serial: 1 },
    },
    {
      type: 'clientRequest',
      command: { operation: { type: 'get', key: 'n' }, clientId: 'c1', serial: 2 },
    },
    { type: 'takeSnapshot', data: {} },
  ),
  fc.record({ type: fc.constant('persisted' as const), currentTerm: term, lastIndex: index }),
  fc.record({ type: fc.constant('transferLeadership' as const), target: id }),
  fc.record({ type: fc.constant('changeConfiguration' as const), voters: crew, learners: crew }),
  fc.record({
    ...ends,
    type: fc.constant('PreVoteRequest' as const),
    candidateId: id,
    lastLogIndex: index,
    lastLogTerm: term,
  }),
  fc.record({ ...ends, type: fc.constant('PreVoteResponse' as const), voteGranted: fc.boolean() }),
  fc.record({ ...ends, type: fc.constant('TimeoutNowRequest' as const), leaderId: id }),
  fc.record({
    ...ends,
    type: fc.constant('InstallSnapshotRequest' as const),
    leaderId: id,
    lastIncludedIndex: index,
    lastIncludedTerm: term,
    configuration: crew.map(votersOnly),
    data: fc.constant({}),
  }),
  fc.record({
    ...ends,
    type: fc.constant('InstallSnapshotResponse' as const),
    lastIncludedIndex: index,
  }),
  fc.record({
    ...ends,
    type: fc.constant('RequestVoteRequest' as const),
    candidateId: id,
    lastLogIndex: index,
    lastLogTerm: term,
  }),
  fc.record({
    ...ends,
    type: fc.constant('RequestVoteResponse' as const),
    voteGranted: fc.boolean(),
  }),
  fc.record({
    ...ends,
    type: fc.constant('AppendEntriesRequest' as const),
    leaderId: id,
    prevLogIndex: index,
    prevLogTerm: term,
    entries: fc.array(entry, { maxLength: 3 }),
    leaderCommit: index,
  }),
  fc.record(
    {
      ...ends,
      type: fc.constant('AppendEntriesResponse' as const),
      success: fc.boolean(),
      matchIndex: index,
      prevLogIndex: index,
      conflictTerm: term,
      conflictIndex: index,
      round: fc.nat(3),
    },
    { requiredKeys: ['from', 'to', 'term', 'type', 'success', 'matchIndex'] },
  ),
);
const settings = fc.record({
  maxEntriesPerAppend: fc.constantFrom(1, 2, 100),
  noop: fc.boolean(),
  backtracking: fc.constantFrom('decrement', 'binarySearch', 'conflictTerm'),
  retryRejectedAtOnce: fc.boolean(),
  preVote: fc.boolean(),
  checkQuorum: fc.boolean(),
  leaderStickiness: fc.boolean(),
  reads: fc.constantFrom('log', 'readIndex', 'lease', 'local'),
  membership: fc.constantFrom('joint', 'single'),
  isDiskSlow: fc.boolean(),
  electionTimeoutMinMs: fc.constant(150),
  obeys: fc.subarray<Switch>([...switchNames]).map((off) => obeying(off)),
} as const);

const own = fc.nat(400);
const clock: fc.Arbitrary<Clock> = fc.record({
  now: own,
  leaderHeardAt: fc.oneof(own, fc.constant(-Infinity)),
  heardAt: fc.array(own, { maxLength: 4 }),
  answeredAt: fc.array(own, { maxLength: 4 }),
});

/** The server as a value: the buffer of its log may have grown behind its end. */
const viewOf = (server: Server) => ({ ...server, log: logs.entriesOf(server.log) });

function holdsInvariants(server: Server): void {
  expect(server).toMatchObject(latestConfiguration(server.log, server.initialConfiguration));
  expect(server.snapshot?.lastIncludedIndex ?? 0).toBe(server.log.snapshotIndex);
  expect(server.lastApplied).toBeLessThanOrEqual(server.commitIndex);
  if (server.role !== 'leader') return;
  for (const known of server.progress)
    if (known !== null) expect(known.matchIndex).toBeLessThan(known.nextIndex);
}

const moment = fc.tuple(input, clock);

test('whatever arrives, under whatever rules, a step gives a server that keeps its invariants', () => {
  fc.assert(
    fc.property(settings, fc.array(moment, { minLength: 5, maxLength: 40 }), (playing, moments) => {
      const all = votersOnly([0, 1, 2, 3]);
      const durable = { currentTerm: 0, votedFor: null, log: logs.emptyLog(), snapshot: null };
      let server: Server = boot(0, playing, all, durable);
      for (const [one, now] of moments) {
        const before = structuredClone(viewOf(server));
        const result = step(server, one, now);
        expect(viewOf(server)).toEqual(before);
        server = result.server;
        holdsInvariants(server);
      }
    }),
    { seed: 23, numRuns: 2000 },
  );
});

const follower = boot(0, defaultSettings, votersOnly([0, 1, 2]), {
  currentTerm: 1,
  votedFor: null,
  log: logs.emptyLog(),
  snapshot: null,
});

test('the same input gives the same step', () => {
  const once = step(follower, { type: 'electionTimeout' });
  expect(step(follower, { type: 'electionTimeout' })).toEqual(once);
  expect(once.rules.ids).toEqual(['Fol2', 'Can1']);
});

test('lists of rules exist once: obeying the same rules gives the same list', () => {
  const once = step(follower, { type: 'electionTimeout' });
  expect(step(follower, { type: 'electionTimeout' }).rules).toBe(once.rules);
});
