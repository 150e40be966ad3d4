/** Messages in the words of files, with Figure 2's fields. */
import type { Message, RequestVoteRequest } from '../raft/index.ts';
import type { Envelope } from '../sim/index.ts';
import {
  type JsonMap,
  type Names,
  nameAt,
  showConfiguration,
  showEntries,
  showLearners,
  showSnapshotData,
} from './show.ts';

type Question = Pick<RequestVoteRequest, 'candidateId' | 'lastLogIndex' | 'lastLogTerm'>;

const showQuestion = (
  { candidateId, lastLogIndex, lastLogTerm }: Question,
  names: Names,
): JsonMap => ({ candidateId: nameAt(names, candidateId), lastLogIndex, lastLogTerm });

// The round of reads that a message belongs to, where there are such rounds.
const showRound = (round: number | undefined): JsonMap => (round === undefined ? {} : { round });

type ShowMessage = {
  readonly [T in Message['type']]: (
    message: Extract<Message, { type: T }>,
    names: Names,
  ) => JsonMap;
};

const bodies: ShowMessage = {
  RequestVoteRequest: (message, names) => ({
    ...showQuestion(message, names),
    ...(message.leadershipTransfer === undefined ? {} : { leadershipTransfer: true }),
  }),
  RequestVoteResponse: ({ voteGranted }) => ({ voteGranted }),
  PreVoteRequest: showQuestion,
  PreVoteResponse: ({ voteGranted }) => ({ voteGranted }),
  TimeoutNowRequest: ({ leaderId }, names) => ({ leaderId: nameAt(names, leaderId) }),
  InstallSnapshotRequest: (message, names) => ({
    leaderId: nameAt(names, message.leaderId),
    lastIncludedIndex: message.lastIncludedIndex,
    lastIncludedTerm: message.lastIncludedTerm,
    config: showConfiguration(message.configuration, names),
    ...showLearners(message.configuration, names),
    data: showSnapshotData(message.data),
  }),
  InstallSnapshotResponse: ({ lastIncludedIndex }) => ({ lastIncludedIndex }),
  AppendEntriesRequest: (
    { leaderId, prevLogIndex, prevLogTerm, entries, leaderCommit, round },
    names,
  ) => ({
    leaderId: nameAt(names, leaderId),
    prevLogIndex,
    prevLogTerm,
    entries: showEntries(entries, prevLogIndex + 1, names),
    leaderCommit,
    ...showRound(round),
  }),
  AppendEntriesResponse: (message) => ({
    success: message.success,
    matchIndex: message.matchIndex,
    ...(message.prevLogIndex === undefined ? {} : { prevLogIndex: message.prevLogIndex }),
    ...(message.conflictTerm === undefined ? {} : { conflictTerm: message.conflictTerm }),
    ...(message.conflictIndex === undefined ? {} : { conflictIndex: message.conflictIndex }),
    ...showRound(message.round),
  }),
};

/** A message in flight, with its identity on the bus. */
export function showMessage({ id, message, inReplyTo, copyOf }: Envelope, names: Names): JsonMap {
  const body = bodies[message.type] as (message: Message, names: Names) => JsonMap;
  return {
    id,
    type: message.type,
    from: nameAt(names, message.from),
    to: nameAt(names, message.to),
    term: message.term,
    ...body(message, names),
    ...(inReplyTo === null ? {} : { inReplyTo }),
    ...(copyOf === null ? {} : { copyOf }),
  };
}
