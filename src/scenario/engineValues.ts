/** Values of a file as the servers know them: names become ids, verbs become operations. */
import { type ServerId, sortedMap } from '../base/index.ts';
import type { Machine, Outcome, Session } from '../kv/index.ts';
import type { Configuration, Entry, Message, Operation, Payload } from '../raft/index.ts';
import { defined } from './defined.ts';
import type {
  Config,
  FileData,
  FileEntry,
  FileMessage,
  FileOperation,
  FileSessions,
} from './file.ts';

const only = <V>(map: Readonly<Record<string, V>>): [string, V] =>
  Object.entries(map)[0] as [string, V];

/** The operation of a step or an entry that holds one. */
export function operationFrom({ set, get, delete: gone, cas, incr }: FileOperation): Operation {
  if (set !== undefined) {
    const [key, value] = only(set);
    return { type: 'set', key, value };
  }
  if (cas !== undefined) {
    const [key, [expected, value]] = only(cas);
    return { type: 'cas', key, expected, value };
  }
  if (get !== undefined) return { type: 'get', key: get };
  return gone !== undefined ? { type: 'delete', key: gone } : { type: 'incr', key: incr as string };
}

/** The ids of named servers, in rising order. */
export const idsOf = (list: readonly string[], names: readonly string[]): readonly ServerId[] =>
  list.map((name) => names.indexOf(name)).sort((a, b) => a - b);

/** A configuration by ids; without `learners` it has none. */
export function configurationFrom(
  config: Config,
  learners: readonly string[] | undefined,
  names: readonly string[],
): Configuration {
  const isJoint = 'old' in config;
  return {
    voters: idsOf(isJoint ? config.new : config, names),
    outgoing: isJoint ? idsOf(config.old, names) : null,
    learners: idsOf(learners ?? [], names),
  };
}

/** A state machine as a file gives it. */
const machineFrom = ({ kv, sessions }: FileData): Machine => ({
  data: sortedMap.fromRecord(kv ?? {}),
  sessions: sortedMap.fromRecord(sessionsFrom(sessions ?? {})),
});

/** What a state machine remembers of each client, by its name. */
export const sessionsFrom = (sessions: FileSessions): Readonly<Record<string, Session>> =>
  Object.fromEntries(
    Object.entries(sessions).map(([client, { serial, usedAt, expired, value, ...rest }]) => [
      client,
      defined<Session>({
        serial,
        outcome: defined<Outcome>({ ok: rest.ok ?? expired !== true, value, expired }),
        usedAt,
      }),
    ]),
  );

/** A log entry; a bare number is a no-op of that term. */
export function entryFrom(entry: number | FileEntry, names: readonly string[]): Entry {
  if (typeof entry === 'number') return { term: entry, payload: { type: 'noop' } };
  return { term: entry.term, payload: payloadFrom(entry, names) };
}

function payloadFrom(entry: FileEntry, names: readonly string[]): Payload {
  if (entry.noop !== undefined) return { type: 'noop' };
  if (entry.config !== undefined)
    return {
      type: 'config',
      configuration: configurationFrom(entry.config, entry.learners, names),
    };
  return {
    type: 'command',
    command: { operation: operationFrom(entry), clientId: null, serial: 0 },
  };
}

type From = (
  message: FileMessage,
  idOf: (name: string) => ServerId,
  names: readonly string[],
) => object;

const question: From = ({ candidateId, from, lastLogIndex, lastLogTerm }, idOf) => ({
  candidateId: idOf(candidateId ?? from),
  lastLogIndex,
  lastLogTerm,
});
const vote: From = ({ voteGranted }) => ({ voteGranted });
const ofLeader: From = ({ leaderId, from }, idOf) => ({ leaderId: idOf(leaderId ?? from) });

const fields: Readonly<Record<FileMessage['type'], From>> = {
  RequestVoteRequest: (message, idOf, names) => ({
    ...question(message, idOf, names),
    leadershipTransfer: message.leadershipTransfer || undefined,
  }),
  RequestVoteResponse: vote,
  PreVoteRequest: question,
  PreVoteResponse: vote,
  AppendEntriesRequest: (message, idOf, names) => ({
    ...ofLeader(message, idOf, names),
    prevLogIndex: message.prevLogIndex,
    prevLogTerm: message.prevLogTerm,
    entries: (message.entries ?? []).map((entry) => entryFrom(entry, names)),
    leaderCommit: message.leaderCommit ?? 0,
    round: message.round,
  }),
  AppendEntriesResponse: (message) => ({
    success: message.success,
    matchIndex: message.matchIndex ?? 0,
    prevLogIndex: message.prevLogIndex,
    conflictTerm: message.conflictTerm,
    conflictIndex: message.conflictIndex,
    round: message.round,
  }),
  InstallSnapshotRequest: (message, idOf, names) => ({
    ...ofLeader(message, idOf, names),
    lastIncludedIndex: message.lastIncludedIndex,
    lastIncludedTerm: message.lastIncludedTerm,
    configuration: configurationFrom(message.config ?? names, message.learners, names),
    data: machineFrom(message.data ?? {}),
  }),
  InstallSnapshotResponse: ({ lastIncludedIndex }) => ({ lastIncludedIndex }),
  TimeoutNowRequest: ofLeader,
};

/** A forged message. */
export function messageFrom(message: FileMessage, names: readonly string[]): Message {
  const idOf = (name: string): ServerId => names.indexOf(name);
  const { type, term, from, to } = message;
  return defined({
    type,
    from: idOf(from),
    to: idOf(to),
    term,
    ...fields[type](message, idOf, names),
  }) as Message;
}
