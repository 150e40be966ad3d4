/**
 * Whether data from outside can be played: a kept run, a link, a pasted text. Scenario files are judged by their schema;
 * this is the same judgement over the engine's own form, without a sentence for each fault.
 */
import { type Message, type Switch, switchNames } from '../raft/index.ts';
import type { Command } from './commands.ts';
import { grainMs } from './grain.ts';
import type { LinkOptions, Options, ServerOptions } from './options.ts';
import { type InitialServer, mostServers, type Setup } from './setup.ts';

type Is = (value: unknown) => boolean;
type Fields<T> = { readonly [Key in keyof Required<T>]: Is };

const longestMs = 1e9;
/** No number of the engine needs more, and sums of it stay exact. */
const most = 2 ** 40;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Is = (value) => typeof value === 'string' && value.length <= 10_000;
const isName: Is = (value) => typeof value === 'string' && value.length > 0 && value.length <= 100;
const isFlag: Is = (value) => typeof value === 'boolean';
const between =
  (least: number, highest: number): Is =>
  (value) =>
    Number.isFinite(value) && (value as number) >= least && (value as number) <= highest;
const whole =
  (least: number, highest = most): Is =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= highest;
const oneOf =
  (...values: readonly unknown[]): Is =>
  (value) =>
    values.includes(value);
const orNull =
  (is: Is): Is =>
  (value) =>
    value === null || is(value);
const absentOr =
  (is: Is): Is =>
  (value) =>
    value === undefined || is(value);
const listOf =
  (is: Is, longest = 100_000): Is =>
  (value) =>
    Array.isArray(value) && value.length <= longest && value.every(is);
const pairOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.length === 2 && value.every(is);
const mapOf =
  (is: Is): Is =>
  (value) =>
    isRecord(value) && Object.values(value).every(is);
/** Fields that are all judged; a field that nobody knows is a fault. */
const shaped =
  (fields: Readonly<Record<string, Is>>): Is =>
  (value) =>
    isRecord(value) &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, is]) => is(value[key]));
const partly = (fields: Readonly<Record<string, Is>>): Is =>
  shaped(Object.fromEntries(Object.entries(fields).map(([key, is]) => [key, absentOr(is)])));

const isMs = between(0, longestMs);
// An interval of nothing would happen for ever at one moment.
const isInterval = between(grainMs, longestMs);
const isRate = between(0, 1);
const inOrder = ([least, highest]: readonly [number, number]): boolean => least <= highest;
const isRange =
  (is: Is): Is =>
  (value) =>
    pairOf(is)(value) && inOrder(value as readonly [number, number]);

const linkFields = {
  latencyMs: isRange(isMs),
  lossRate: isRate,
  duplicateRate: isRate,
} as const satisfies Fields<LinkOptions>;

const serverFields = {
  electionTimeoutMs: isRange(isInterval),
  heartbeatIntervalMs: isInterval,
  maxEntriesPerAppend: whole(1),
  noop: isFlag,
  backtracking: oneOf('decrement', 'binarySearch', 'conflictTerm'),
  retryRejectedAtOnce: isFlag,
  preVote: isFlag,
  checkQuorum: isFlag,
  leaderStickiness: isFlag,
  reads: oneOf('log', 'readIndex', 'lease', 'local'),
  membership: oneOf('joint', 'single'),
  snapshotEvery: orNull(whole(1)),
  diskLatencyMs: isMs,
  sessions: isFlag,
  clientTimeoutMs: isInterval,
  clientLatencyMs: isMs,
} as const satisfies Fields<ServerOptions>;

const optionFields = {
  ...serverFields,
  sessionLimit: absentOr(orNull(whole(1))),
  ...linkFields,
  clockRate: mapOf(between(0.001, 1000)),
  links: mapOf(partly(linkFields)),
  servers: mapOf(partly(serverFields)),
} as const satisfies Fields<Options>;

const isOptions = shaped(optionFields);
const isRules = listOf(oneOf(...switchNames) as (value: unknown) => value is Switch, 100);

const isOperation: Is = (value) =>
  isRecord(value) &&
  oneOf('set', 'get', 'delete', 'cas', 'incr')(value.type) &&
  shaped({
    type: isText,
    key: isText,
    value: value.type === 'set' || value.type === 'cas' ? isText : absentOr(isText),
    expected: value.type === 'cas' ? isText : absentOr(isText),
  })(value);

/** Judgements that depend on how many servers there are. */
function aboutServers(count: number) {
  const isServer = whole(0, count - 1);
  const isServers = listOf(isServer, count);
  const isConfiguration = shaped({
    voters: isServers,
    outgoing: orNull(isServers),
    learners: isServers,
  });
  const isPayload: Is = (value) =>
    isRecord(value) &&
    (value.type === 'noop' ||
      (value.type === 'config' && isConfiguration(value.configuration)) ||
      (value.type === 'command' && isCommandOfClient(value.command)));
  const isEntry = shaped({ term: whole(0), payload: isPayload });
  const isIndex = whole(0);
  const isSnapshot = shaped({
    lastIndex: isIndex,
    lastTerm: whole(0),
    config: absentOr(isConfiguration),
    kv: absentOr(mapOf(isText)),
    sessions: absentOr(mapOf(isRecord)),
  });
  const isInitial = partly({
    role: oneOf('follower', 'preCandidate', 'candidate', 'leader'),
    running: isFlag,
    currentTerm: whole(0),
    votedFor: orNull(isServer),
    leaderId: orNull(isServer),
    log: listOf(isEntry),
    commitIndex: isIndex,
    lastApplied: isIndex,
    config: isConfiguration,
    nextIndex: mapOf(isIndex),
    matchIndex: mapOf(isIndex),
    votesGranted: isServers,
    kv: mapOf(isText),
    snapshot: isSnapshot,
  } satisfies Fields<InitialServer>);
  return { isServer, isServers, isConfiguration, isEntry, isInitial, isIndex };
}

const isCommandOfClient = shaped({
  operation: isOperation,
  clientId: orNull(isName),
  serial: whole(0),
});

type MessageFields = {
  readonly [Type in Message['type']]: Readonly<
    Record<Exclude<keyof Extract<Message, { type: Type }>, 'type' | 'from' | 'to' | 'term'>, Is>
  >;
};

/** Of a forged message only its form is judged; what it says may be a lie. */
function messageJudge(count: number): Is {
  const { isServer, isEntry, isConfiguration, isIndex } = aboutServers(count);
  const addressed = { type: isText, from: isServer, to: isServer, term: whole(0) };
  const asking = { candidateId: isServer, lastLogIndex: isIndex, lastLogTerm: isIndex };
  const voting = { voteGranted: isFlag };
  const known: MessageFields = {
    RequestVoteRequest: { ...asking, leadershipTransfer: absentOr(oneOf(true)) },
    RequestVoteResponse: voting,
    PreVoteRequest: asking,
    PreVoteResponse: voting,
    TimeoutNowRequest: { leaderId: isServer },
    AppendEntriesRequest: {
      leaderId: isServer,
      prevLogIndex: isIndex,
      prevLogTerm: isIndex,
      entries: listOf(isEntry),
      leaderCommit: isIndex,
      round: absentOr(isIndex),
    },
    AppendEntriesResponse: {
      success: isFlag,
      matchIndex: isIndex,
      prevLogIndex: absentOr(isIndex),
      conflictTerm: absentOr(isIndex),
      conflictIndex: absentOr(isIndex),
      round: absentOr(isIndex),
    },
    InstallSnapshotRequest: {
      leaderId: isServer,
      lastIncludedIndex: isIndex,
      lastIncludedTerm: isIndex,
      configuration: isConfiguration,
      data: isRecord,
    },
    InstallSnapshotResponse: { lastIncludedIndex: isIndex },
  };
  return (value) =>
    isRecord(value) &&
    Object.hasOwn(known, String(value.type)) &&
    shaped({ ...addressed, ...known[value.type as Message['type']] })(value);
}

type CommandFields = {
  readonly [Type in Command['type']]: Readonly<
    Record<Exclude<keyof Extract<Command, { type: Type }>, 'type'>, Is>
  >;
};

function commandFields(count: number): CommandFields {
  const { isServer, isServers } = aboutServers(count);
  const ofServer = { server: isServer };
  const ofMessage = { message: whole(1) };
  const isLink = pairOf(isServer);
  const isChange: Is = (value) =>
    shaped({ kind: oneOf('add', 'addLearner', 'remove', 'promote'), server: isServer })(value) ||
    shaped({ kind: oneOf('set'), voters: isServers })(value);
  return {
    crash: ofServer,
    restart: {
      ...ofServer,
      lose: absentOr(listOf(oneOf('votedFor', 'currentTerm', 'log', 'all'), 4)),
    },
    pause: ofServer,
    resume: ofServer,
    timeout: ofServer,
    heartbeat: ofServer,
    request: {
      client: isName,
      operation: isOperation,
      at: absentOr(isServer),
      loseReply: absentOr(isFlag),
    },
    retry: { client: isName, at: absentOr(isServer) },
    cut: { links: listOf(isLink, 20_000) },
    heal: { links: orNull(listOf(isLink, 20_000)) },
    deliver: ofMessage,
    drop: ofMessage,
    duplicate: ofMessage,
    hold: ofMessage,
    release: ofMessage,
    delay: { ...ofMessage, untilMs: isMs },
    inject: { message: messageJudge(count) },
    snapshot: ofServer,
    persist: ofServer,
    transfer: { target: isServer, at: absentOr(isServer) },
    reconfigure: { change: isChange, at: absentOr(isServer) },
    delivery: { delivery: oneOf('auto', 'manual') },
    options: { options: isOptions, rulesOff: isRules },
  };
}

/** Whether `value` is a setup that the engine can play. */
export function isSetup(value: unknown): value is Setup {
  if (!isRecord(value) || !listOf(isName, mostServers)(value.names)) return false;
  const names = value.names as readonly string[];
  if (names.length === 0 || new Set(names).size < names.length) return false;
  return shaped({
    names: listOf(isName),
    spares: absentOr(whole(0, names.length - 1)),
    seed: between(-most, most),
    options: isOptions,
    rulesOff: isRules,
    timers: oneOf('auto', 'manual'),
    delivery: oneOf('auto', 'manual'),
    initial: mapOf(aboutServers(names.length).isInitial),
  } satisfies Fields<Setup>)(value);
}

/** The judge of commands for that many servers. */
export function commandJudge(count: number): (value: unknown) => value is Command {
  const known = commandFields(count);
  return (value): value is Command => {
    if (!isRecord(value) || !Object.hasOwn(known, String(value.type))) return false;
    const { type, ...fields } = value;
    return shaped(known[type as Command['type']])(fields);
  };
}
