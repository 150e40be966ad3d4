/** The core under any input: it never throws, and its invariants hold whatever rules are off. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boot,
  configurationIn,
  defaultSettings,
  type Entry,
  type Input,
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
  ),
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
    },
    { requiredKeys: ['from', 'to', 'term', 'type', 'success', 'matchIndex'] },
  ),
);
const settings = fc.record({
  maxEntriesPerAppend: fc.constantFrom(1, 2, 100),
  noop: fc.boolean(),
  backtracking: fc.constantFrom('decrement', 'binarySearch', 'conflictTerm'),
  retryRejectedAtOnce: fc.boolean(),
  obeys: fc.subarray<Switch>([...switchNames]).map((off) => obeying(off)),
} as const);

/** The server as a value: the buffer of its log may have grown behind its end. */
const viewOf = (server: Server) => ({ ...server, log: logs.entriesOf(server.log) });

function holdsInvariants(server: Server): void {
  expect(server.configuration).toEqual(configurationIn(server.log, server.initialConfiguration));
  expect(server.lastApplied).toBeLessThanOrEqual(server.commitIndex);
  if (server.role !== 'leader') return;
  for (const known of server.progress)
    if (known !== null) expect(known.matchIndex).toBeLessThan(known.nextIndex);
}

test('whatever arrives, under whatever rules, a step gives a server that keeps its invariants', () => {
  fc.assert(
    fc.property(settings, fc.array(input, { minLength: 5, maxLength: 40 }), (playing, inputs) => {
      const all = votersOnly([0, 1, 2, 3]);
      const durable = { currentTerm: 0, votedFor: null, log: logs.emptyLog() };
      let server: Server = boot(0, playing, all, durable);
      for (const one of inputs) {
        const before = structuredClone(viewOf(server));
        const result = step(server, one);
        expect(viewOf(server)).toEqual(before);
        server = result.server;
        holdsInvariants(server);
      }
    }),
    { seed: 23, numRuns: 400 },
  );
});

test('the same input gives the same step', () => {
  const follower = boot(0, defaultSettings, votersOnly([0, 1, 2]), {
    currentTerm: 1,
    votedFor: null,
    log: logs.emptyLog(),
  });
  const once = step(follower, { type: 'electionTimeout' });
  expect(step(follower, { type: 'electionTimeout' })).toEqual(once);
  expect(once.rules.ids).toEqual(['Fol2', 'Can1']);
});

test('lists of rules exist once: obeying the same rules gives the same list', () => {
  const follower = boot(0, defaultSettings, votersOnly([0, 1, 2]), {
    currentTerm: 1,
    votedFor: null,
    log: logs.emptyLog(),
  });
  const once = step(follower, { type: 'electionTimeout' });
  expect(step(follower, { type: 'electionTimeout' }).rules).toBe(once.rules);
});
