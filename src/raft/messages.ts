/** What servers say to each other, in the fields of Figure 2; the bus adds an identity and the times. */
import type { LogIndex, ServerId, Term } from '../base/index.ts';
import type { Entry } from './log.ts';

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
}

export interface RequestVoteResponse extends Addressed {
  readonly type: 'RequestVoteResponse';
  readonly voteGranted: boolean;
}

export interface AppendEntriesRequest extends Addressed {
  readonly type: 'AppendEntriesRequest';
  readonly leaderId: ServerId;
  readonly prevLogIndex: LogIndex;
  readonly prevLogTerm: Term;
  readonly entries: readonly Entry[];
  readonly leaderCommit: LogIndex;
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
}

export type Message =
  | RequestVoteRequest
  | RequestVoteResponse
  | AppendEntriesRequest
  | AppendEntriesResponse;
export type MessageType = Message['type'];

/** Which messages answer another one. */
export const isResponse = {
  RequestVoteRequest: false,
  RequestVoteResponse: true,
  AppendEntriesRequest: false,
  AppendEntriesResponse: true,
} as const satisfies Record<MessageType, boolean>;
