/** The conditions of a run: how long things take, what gets lost, and which variants the servers play. */
import type { LogIndex, ServerId, VirtualMs } from '../base/index.ts';
import type { Expiry } from '../kv/index.ts';
import { obeying, type Settings, type Switch } from '../raft/index.ts';

/** Lowest and highest value, both included, in virtual ms. */
export type RangeMs = readonly [VirtualMs, VirtualMs];

/** The conditions of one link in one direction. */
export interface LinkConditions {
  /** One way, drawn evenly from the range for each message. */
  readonly latencyMs: RangeMs;
  /** Share of messages lost, 0 to 1. */
  readonly lossRate: number;
  /** Share of messages that arrive twice, 0 to 1. */
  readonly duplicateRate: number;
}

/** What one link has differently from the rest; what is absent is as everywhere. */
export type LinkOptions = Partial<LinkConditions>;

/** The variants of the protocol, as the core has them; the rest of its settings follows from other options. */
type Variants = Omit<Settings, 'isDiskSlow' | 'electionTimeoutMinMs' | 'obeys'>;

/** What servers have from their own process, and so each may have otherwise than the rest. */
interface OwnOptions extends Variants {
  readonly electionTimeoutMs: RangeMs;
  readonly heartbeatIntervalMs: VirtualMs;
  /** A server takes a snapshot once so many entries were applied since the last; null: never by itself. */
  readonly snapshotEvery: number | null;
  /** Virtual ms until a write is durable; a crash before loses it. */
  readonly diskLatencyMs: VirtualMs;
  /** Whether the state machine remembers what each client was answered, so that a retry takes effect once. */
  readonly sessions: boolean;
  /** So long a client waits for this server before it asks again. */
  readonly clientTimeoutMs: VirtualMs;
  /** One way between a client and this server. */
  readonly clientLatencyMs: VirtualMs;
}

/** What one server plays differently from the rest; what is absent is as everywhere. */
export type ServerOptions = Partial<OwnOptions>;

export interface Options extends OwnOptions, LinkConditions {
  /** How fast a server's clock runs, by server id; 1 where it is absent. */
  readonly clockRate: Readonly<Record<number, number>>;
  /**
   * Most sessions at a time, the least recently used expiring; null, or absent in runs of before: none ever does. It
   * belongs to the state machine, so it holds for all servers and for a whole run.
   */
  readonly sessionLimit: number | null;
  /** Exceptions by directed link, keyed by `linkKey`. */
  readonly links: Readonly<Record<string, LinkOptions>>;
  /** Exceptions by server id. */
  readonly servers: Readonly<Record<number, ServerOptions>>;
}

/** The key of a directed link in `links`. */
export const linkKey = (from: ServerId, to: ServerId): string => `${from}>${to}`;

/** The values of the paper (§9.3). */
export const paperOptions: Options = {
  electionTimeoutMs: [150, 300],
  heartbeatIntervalMs: 50,
  latencyMs: [5, 15],
  lossRate: 0,
  duplicateRate: 0,
  maxEntriesPerAppend: 100,
  noop: false,
  backtracking: 'decrement',
  retryRejectedAtOnce: true,
  preVote: false,
  checkQuorum: false,
  leaderStickiness: false,
  reads: 'log',
  membership: 'joint',
  snapshotEvery: null,
  diskLatencyMs: 0,
  clockRate: {},
  sessions: true,
  sessionLimit: null,
  clientTimeoutMs: 1000,
  clientLatencyMs: 0,
  links: {},
  servers: {},
};

/** Named sets of values; `seed` is the small cluster of the article that all this began from. */
export const profiles = {
  paper: paperOptions,
  seed: {
    ...paperOptions,
    heartbeatIntervalMs: 3000,
    electionTimeoutMs: [5000, 10000],
    latencyMs: [200, 400],
    clientTimeoutMs: 5000,
  },
  production: {
    ...paperOptions,
    noop: true,
    preVote: true,
    checkQuorum: true,
    leaderStickiness: true,
    reads: 'readIndex',
    backtracking: 'conflictTerm',
  },
} as const satisfies Record<string, Options>;

export type Profile = keyof typeof profiles;

/** The options, with these in place of some. */
export function optionsWith(options: Options, ...changes: readonly Partial<Options>[]): Options {
  // Field by field, so that all options have one shape: every message and every timer reads them.
  const copy: Options = {
    electionTimeoutMs: options.electionTimeoutMs,
    heartbeatIntervalMs: options.heartbeatIntervalMs,
    latencyMs: options.latencyMs,
    lossRate: options.lossRate,
    duplicateRate: options.duplicateRate,
    maxEntriesPerAppend: options.maxEntriesPerAppend,
    noop: options.noop,
    backtracking: options.backtracking,
    retryRejectedAtOnce: options.retryRejectedAtOnce,
    preVote: options.preVote,
    checkQuorum: options.checkQuorum,
    leaderStickiness: options.leaderStickiness,
    reads: options.reads,
    membership: options.membership,
    snapshotEvery: options.snapshotEvery,
    diskLatencyMs: options.diskLatencyMs,
    clockRate: options.clockRate,
    sessions: options.sessions,
    sessionLimit: options.sessionLimit,
    clientTimeoutMs: options.clientTimeoutMs,
    clientLatencyMs: options.clientLatencyMs,
    links: options.links,
    servers: options.servers,
  };
  return Object.assign(copy, ...changes);
}

/** The options as one server has them, its exceptions in place. */
export function optionsOf(options: Options, id: ServerId): Options {
  const exceptions = options.servers[id];
  return exceptions === undefined ? options : optionsWith(options, exceptions);
}

/** The options as a server of this world has them now. */
export const optionsAt = (
  { optionsAt }: { readonly optionsAt: readonly Options[] },
  id: ServerId,
): Options => optionsAt[id] as Options;

/** When sessions expire, as the entry at `index` is applied; null: never. */
export function expiryAt({ sessionLimit }: Options, index: LogIndex): Expiry | null {
  const limit = sessionLimit ?? null;
  return limit === null ? null : { limit, index };
}

/** Settings of one server under these options; `isWriting`: its disk was slow, and is until what it has under way is written. */
export function settingsOf(
  options: Options,
  rulesOff: readonly Switch[],
  id: ServerId,
  isWriting = false,
): Settings {
  const own = optionsOf(options, id);
  return {
    maxEntriesPerAppend: own.maxEntriesPerAppend,
    noop: own.noop,
    backtracking: own.backtracking,
    retryRejectedAtOnce: own.retryRejectedAtOnce,
    preVote: own.preVote,
    checkQuorum: own.checkQuorum,
    leaderStickiness: own.leaderStickiness,
    reads: own.reads,
    membership: own.membership,
    isDiskSlow: own.diskLatencyMs > 0 || isWriting,
    electionTimeoutMinMs: own.electionTimeoutMs[0],
    obeys: obeying(rulesOff),
  };
}

/** The conditions of a link without exceptions. */
export const anyLinkOf = ({ latencyMs, lossRate, duplicateRate }: Options): LinkConditions => ({
  latencyMs,
  lossRate,
  duplicateRate,
});

/** The conditions of a directed link under these options. */
export function linkOf(options: Options, from: ServerId, to: ServerId): LinkConditions {
  return Object.assign(anyLinkOf(options), options.links[linkKey(from, to)]);
}
