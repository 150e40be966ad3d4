/** Logs and messages in short. */
import { emptyMachine, type Machine } from '../../src/kv/index.ts';
import {
  type AppendEntriesRequest,
  type AppendEntriesResponse,
  type Entry,
  type InstallSnapshotRequest,
  log as logs,
  type Operation,
  type RequestVoteRequest,
  votersOnly,
} from '../../src/raft/index.ts';

/** A bare number is a no-op of that term. */
export type LogShort = readonly (number | Entry)[];

export const entriesOf = (short: LogShort): Entry[] =>
  short.map((one) => (typeof one === 'number' ? { term: one, payload: logs.noop } : one));

/** An entry with a command that nobody waits for. */
export const entry = (term: number, operation: Operation): Entry => ({
  term,
  payload: { type: 'command', command: { operation, clientId: null, serial: 0 } },
});

export const setEntry = (term: number, key: string, value: string): Entry =>
  entry(term, { type: 'set', key, value });

type Ends = 'from' | 'to' | 'type';
type Draft<T> = Omit<T, Ends>;

/** RequestVote of the candidate with this id, whose log ends at `last` (index and term). */
export const requestVote = (
  term: number,
  candidateId: number,
  [lastLogIndex, lastLogTerm]: readonly [number, number] = [0, 0],
): Draft<RequestVoteRequest> & { type: 'RequestVoteRequest' } => ({
  type: 'RequestVoteRequest',
  term,
  candidateId,
  lastLogIndex,
  lastLogTerm,
});

export const vote = (term: number, voteGranted = true) =>
  ({ type: 'RequestVoteResponse', term, voteGranted }) as const;

/** AppendEntries of the leader with this id, building on `prev` (index and term). */
export const appendEntries = (
  term: number,
  leaderId: number,
  [prevLogIndex, prevLogTerm]: readonly [number, number] = [0, 0],
  entries: LogShort = [],
  leaderCommit = 0,
): Draft<AppendEntriesRequest> & { type: 'AppendEntriesRequest' } => ({
  type: 'AppendEntriesRequest',
  term,
  leaderId,
  prevLogIndex,
  prevLogTerm,
  entries: entriesOf(entries),
  leaderCommit,
});

/** A snapshot of nothing but its place, by S2, of whatever term. */
export const snapshotOf = (
  lastIncludedIndex: number,
  term = 1,
  data: Machine = emptyMachine,
): Draft<InstallSnapshotRequest> & { type: 'InstallSnapshotRequest' } => ({
  type: 'InstallSnapshotRequest',
  term,
  leaderId: 1,
  lastIncludedIndex,
  lastIncludedTerm: 1,
  configuration: votersOnly([0, 1, 2]),
  data,
});

export const accepted = (
  term: number,
  matchIndex: number,
): Draft<AppendEntriesResponse> & { type: 'AppendEntriesResponse' } => ({
  type: 'AppendEntriesResponse',
  term,
  success: true,
  matchIndex,
});

export const refused = (
  term: number,
  prevLogIndex: number,
): Draft<AppendEntriesResponse> & { type: 'AppendEntriesResponse' } => ({
  type: 'AppendEntriesResponse',
  term,
  success: false,
  matchIndex: 0,
  prevLogIndex,
});
