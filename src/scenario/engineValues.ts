/** Values of a file as the servers know them: names become ids, verbs become operations. */
import type { ServerId } from '../base/index.ts';
import {
  type Configuration,
  type Entry,
  type Message,
  type Operation,
  type Payload,
  votersOnly,
} from '../raft/index.ts';
import { defined } from './defined.ts';
import type { Config, FileEntry, FileMessage, FileOperation } from './file.ts';

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

export function configurationFrom(config: Config, names: readonly string[]): Configuration {
  const ids = (list: readonly string[]): ServerId[] =>
    list.map((name) => names.indexOf(name)).sort((a, b) => a - b);
  if (!('old' in config)) return votersOnly(ids(config));
  return { voters: ids(config.new), outgoing: ids(config.old), learners: [] };
}

/** A log entry; a bare number is a no-op of that term. */
export function entryFrom(entry: number | FileEntry, names: readonly string[]): Entry {
  if (typeof entry === 'number') return { term: entry, payload: { type: 'noop' } };
  return { term: entry.term, payload: payloadFrom(entry, names) };
}

function payloadFrom(entry: FileEntry, names: readonly string[]): Payload {
  if (entry.noop !== undefined) return { type: 'noop' };
  if (entry.config !== undefined)
    return { type: 'config', configuration: configurationFrom(entry.config, names) };
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

const fields: Readonly<Record<FileMessage['type'], From>> = {
  RequestVoteRequest: ({ candidateId, from, lastLogIndex, lastLogTerm }, idOf) => ({
    candidateId: idOf(candidateId ?? from),
    lastLogIndex,
    lastLogTerm,
  }),
  RequestVoteResponse: ({ voteGranted }) => ({ voteGranted }),
  AppendEntriesRequest: (message, idOf, names) => ({
    leaderId: idOf(message.leaderId ?? message.from),
    prevLogIndex: message.prevLogIndex,
    prevLogTerm: message.prevLogTerm,
    entries: (message.entries ?? []).map((entry) => entryFrom(entry, names)),
    leaderCommit: message.leaderCommit ?? 0,
  }),
  AppendEntriesResponse: ({ success, matchIndex, prevLogIndex, conflictTerm, conflictIndex }) => ({
    success,
    matchIndex: matchIndex ?? 0,
    prevLogIndex,
    conflictTerm,
    conflictIndex,
  }),
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
