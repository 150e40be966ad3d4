/** What servers say to each other, in the fields of Figure 2; the bus adds an identity and the times. */
import type { LogIndex, ServerId, Term } from '../base/index.ts';
import type { Configuration } from './configuration.ts';
import type { Entry } from './log.ts';
import type { SnapshotData } from './snapshot.ts';

interface Addressed {
  readonly from: ServerId;
  readonly to: ServerId;
  readonly term: Term;
}

export interface RequestVoteRequest extends Addressed {
  readonly type: 'RequestVoteRequest';
  readonly candidateId: ServerId;
  readonly lastLogIndex: LogIndex;
  readonly lastLogTerm: Term;
  /** The leader itself asked the candidate to stand (Thesis §3.10). */
  readonly leadershipTransfer?: true;
}

export interface RequestVoteResponse extends Addressed {
  readonly type: 'RequestVoteResponse';
  readonly voteGranted: boolean;
}

/** Asks whether a vote would be granted; `term` is the one the server would stand in, and nobody adopts it. */
export interface PreVoteRequest extends Addressed {
  readonly type: 'PreVoteRequest';
  readonly candidateId: ServerId;
  readonly lastLogIndex: LogIndex;
  readonly lastLogTerm: Term;
}

/** `term` is the voter's own. */
export interface PreVoteResponse extends Addressed {
  readonly type: 'PreVoteResponse';
  readonly voteGranted: boolean;
}

/** The leader asks a follower to stand at once (Thesis §3.10). */
export interface TimeoutNowRequest extends Addressed {
  readonly type: 'TimeoutNowRequest';
  readonly leaderId: ServerId;
}

export interface AppendEntriesRequest extends Addressed {
  readonly type: 'AppendEntriesRequest';
  readonly leaderId: ServerId;
  readonly prevLogIndex: LogIndex;
  readonly prevLogTerm: Term;
  readonly entries: readonly Entry[];
  readonly leaderCommit: LogIndex;
  /** Number of the round it belongs to, where reads need to know which round was answered (Thesis §6.4). */
  readonly round?: number;
}

/**
 * Invariants: (1) on success `matchIndex` is the last index the request proved equal; (2) on refusal it is 0, and
 * `prevLogIndex` repeats the refused index, so that a late or doubled refusal moves no leader twice; (3) the two
 * hints come with a refusal of the consistency check, under the conflict-term strategy only (§5.3, end).
 */
export interface AppendEntriesResponse extends Addressed {
  readonly type: 'AppendEntriesResponse';
  readonly success: boolean;
  readonly matchIndex: LogIndex;
  readonly prevLogIndex?: LogIndex;
  readonly conflictTerm?: Term;
  readonly conflictIndex?: LogIndex;
  readonly round?: number;
}

/** Puts the number of its round on a message that is new and nobody else's yet. */
export function numberRound(
  made: AppendEntriesRequest | AppendEntriesResponse,
  round: number,
): void {
  // In place: a spread would be of another shape, and whatever reads messages slower.
  (made as { round?: number }).round = round;
}

/** Everything a follower needs to go on from `lastIncludedIndex` (Figure 13; one message, no chunks). */
export interface InstallSnapshotRequest extends Addressed {
  readonly type: 'InstallSnapshotRequest';
  readonly leaderId: ServerId;
  readonly lastIncludedIndex: LogIndex;
  readonly lastIncludedTerm: Term;
  readonly configuration: Configuration;
  readonly data: SnapshotData;
}

export interface InstallSnapshotResponse extends Addressed {
  readonly type: 'InstallSnapshotResponse';
  readonly lastIncludedIndex: LogIndex;
}

export type Message =
  | RequestVoteRequest
  | RequestVoteResponse
  | AppendEntriesRequest
  | AppendEntriesResponse
  | PreVoteRequest
  | PreVoteResponse
  | TimeoutNowRequest
  | InstallSnapshotRequest
  | InstallSnapshotResponse;
export type MessageType = Message['type'];

/** Whether a message answers another one. By branches, for a table is looked up several times as slowly. */
export function isResponse(type: MessageType): boolean {
  switch (type) {
    case 'AppendEntriesResponse':
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
    case 'InstallSnapshotResponse':
      return true;
    case 'AppendEntriesRequest':
    case 'RequestVoteRequest':
    case 'PreVoteRequest':
    case 'InstallSnapshotRequest':
    case 'TimeoutNowRequest':
      return false;
  }
}
