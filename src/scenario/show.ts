/** Engine values in the words and names of files: what traces print, and what EXPECT is compared with. */
import { type ServerId, sortedMap } from '../base/index.ts';
import type { Machine } from '../kv/index.ts';
import {
  type Configuration,
  type Entry,
  log as logs,
  type Message,
  type Operation,
  type RequestVoteRequest,
  type Server,
  type SnapshotData,
} from '../raft/index.ts';
import {
  type Answer,
  conditionOf,
  type Envelope,
  isRedirect,
  serverAt,
  type World,
} from '../sim/index.ts';

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type JsonMap = { readonly [key: string]: Json };

type Names = readonly string[];

const named = (names: Names, id: ServerId | null): string | null =>
  id === null ? null : (names[id] as string);
const all = (names: Names, ids: readonly ServerId[]): readonly string[] =>
  ids.map((id) => names[id] as string);

/** A map with one key, own even where it is called `__proto__`. */
const oneKey = (key: string, value: Json): JsonMap => Object.fromEntries([[key, value]]);

export function showOperation(operation: Operation): JsonMap {
  switch (operation.type) {
    case 'set':
      return { set: oneKey(operation.key, operation.value) };
    case 'cas':
      return { cas: oneKey(operation.key, [operation.expected, operation.value]) };
    case 'get':
    case 'delete':
    case 'incr':
      return { [operation.type]: operation.key };
  }
}

const showConfiguration = ({ voters, outgoing }: Configuration, names: Names): Json =>
  outgoing === null ? all(names, voters) : { old: all(names, outgoing), new: all(names, voters) };

const showLearners = ({ learners }: Configuration, names: Names): JsonMap =>
  learners.length === 0 ? {} : { learners: all(names, learners) };

/** An entry's keys are its content, the same on all servers. */
function showEntry({ term, payload }: Entry, names: Names): JsonMap {
  switch (payload.type) {
    case 'noop':
      return { term, noop: true };
    case 'command':
      return { term, ...showOperation(payload.command.operation) };
    case 'config': {
      const { configuration } = payload;
      const config = showConfiguration(configuration, names);
      return { term, config, ...showLearners(configuration, names) };
    }
  }
}

const showEntries = (entries: readonly Entry[], first: number, names: Names): Json =>
  entries.map((entry, place) => ({ index: first + place, ...showEntry(entry, names) }));

/** The state machine inside a snapshot. */
function showSnapshotData(data: SnapshotData): JsonMap {
  const { data: kv, sessions } = data as Machine;
  const shown = sortedMap
    .entries(sessions)
    .map(([client, { serial, outcome }]): [string, Json] => [client, { serial, ...outcome }]);
  return {
    kv: Object.fromEntries(sortedMap.entries(kv)),
    sessions: Object.fromEntries(shown),
  };
}

type Question = Pick<RequestVoteRequest, 'candidateId' | 'lastLogIndex' | 'lastLogTerm'>;

const showQuestion = (
  { candidateId, lastLogIndex, lastLogTerm }: Question,
  names: Names,
): JsonMap => ({ candidateId: named(names, candidateId), lastLogIndex, lastLogTerm });

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
  TimeoutNowRequest: ({ leaderId }, names) => ({ leaderId: named(names, leaderId) }),
  InstallSnapshotRequest: (message, names) => ({
    leaderId: named(names, message.leaderId),
    lastIncludedIndex: message.lastIncludedIndex,
    lastIncludedTerm: message.lastIncludedTerm,
    config: showConfiguration(message.configuration, names),
    ...showLearners(message.configuration, names),
    data: showSnapshotData(message.data),
  }),
  InstallSnapshotResponse: ({ lastIncludedIndex }) => ({ lastIncludedIndex }),
  AppendEntriesRequest: (
    { leaderId, prevLogIndex, prevLogTerm, entries, leaderCommit },
    names,
  ) => ({
    leaderId: named(names, leaderId),
    prevLogIndex,
    prevLogTerm,
    entries: showEntries(entries, prevLogIndex + 1, names),
    leaderCommit,
  }),
  AppendEntriesResponse: ({ success, matchIndex, prevLogIndex, conflictTerm, conflictIndex }) => ({
    success,
    matchIndex,
    ...(prevLogIndex === undefined ? {} : { prevLogIndex }),
    ...(conflictTerm === undefined ? {} : { conflictTerm }),
    ...(conflictIndex === undefined ? {} : { conflictIndex }),
  }),
};

/** A message in flight, with its identity on the bus. */
export function showMessage({ id, message, inReplyTo, copyOf }: Envelope, names: Names): JsonMap {
  const body = bodies[message.type] as (message: Message, names: Names) => JsonMap;
  return {
    id,
    type: message.type,
    from: named(names, message.from),
    to: named(names, message.to),
    term: message.term,
    ...body(message, names),
    ...(inReplyTo === null ? {} : { inReplyTo }),
    ...(copyOf === null ? {} : { copyOf }),
  };
}

export function showAnswer(answer: Answer, names: Names): JsonMap {
  if (isRedirect(answer)) return { ok: false, redirect: named(names, answer.redirect) };
  return { ok: answer.ok, ...(answer.value === undefined ? {} : { value: answer.value }) };
}

type Show = (world: World, server: Server, names: Names) => Json | undefined;

const progressOf =
  (field: 'nextIndex' | 'matchIndex'): Show =>
  (_world, server, names) =>
    server.role === 'leader'
      ? Object.fromEntries(
          server.progress.flatMap((known, id) =>
            known === null ? [] : [[names[id] as string, known[field]]],
          ),
        )
      : undefined;

/** One server's state by the names of EXPECT; undefined where its role has no such field. */
const fields = {
  role: (_world, { role }) => role,
  running: (world, { id }) => conditionOf(world, id) !== 'crashed',
  currentTerm: (_world, { currentTerm }) => currentTerm,
  votedFor: (_world, { votedFor }, names) => named(names, votedFor),
  leader: (_world, { leaderId }, names) => named(names, leaderId),
  commitIndex: (_world, { commitIndex }) => commitIndex,
  lastApplied: (_world, { lastApplied }) => lastApplied,
  log: (_world, { log }, names) => showEntries(logs.entriesOf(log), log.snapshotIndex + 1, names),
  config: (_world, { configuration }, names) => showConfiguration(configuration, names),
  learners: (_world, { configuration }, names) => all(names, configuration.learners),
  kv: (world, { id }) => Object.fromEntries(sortedMap.entries(world.machines[id]?.data ?? null)),
  nextIndex: progressOf('nextIndex'),
  matchIndex: progressOf('matchIndex'),
  votesGranted: (_world, server, names) =>
    server.role === 'candidate' ? all(names, server.votesGranted) : undefined,
} as const satisfies Readonly<Record<string, Show>>;

export type StateField = keyof typeof fields;
const fieldNames = Object.keys(fields) as StateField[];

/** One field of a server's state. */
export const showField = (world: World, id: ServerId, field: StateField): Json | undefined =>
  (fields[field] as Show)(world, serverAt(world, id), world.setup.names);

/** A server's whole state; `learners` only where there are any. */
export function showServer(world: World, id: ServerId): JsonMap {
  const state: Record<string, Json> = {};
  for (const field of fieldNames) {
    const value = showField(world, id, field);
    if (value === undefined || (field === 'learners' && (value as Json[]).length === 0)) continue;
    state[field] = value;
  }
  return state;
}
