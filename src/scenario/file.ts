/** A valid file as it was written: servers by name, values as text. The schemas in `schema/` admit nothing else. */

import type { Backtracking, Membership, MessageType, Reads, Switch } from '../raft/index.ts';
import type { Lost, Profile } from '../sim/index.ts';
import type { FileWhy, Lesson, Question } from './fileLesson.ts';

export type Config =
  | readonly string[]
  | { readonly old: readonly string[]; readonly new: readonly string[] };
type OneKey<V> = Readonly<Record<string, V>>;

export interface FileOperation {
  readonly set?: OneKey<string>;
  readonly get?: string;
  readonly delete?: string;
  readonly cas?: OneKey<readonly [string, string]>;
  readonly incr?: string;
}

export interface FileEntry extends FileOperation {
  readonly term: number;
  readonly noop?: true | null;
  readonly config?: Config;
  readonly learners?: readonly string[];
}

export interface EntryPattern extends Partial<FileEntry> {
  readonly index?: number;
}

/** What a state machine remembers of each client. */
export type FileSessions = Readonly<
  Record<
    string,
    {
      readonly serial: number;
      readonly ok?: boolean;
      readonly value?: string | null;
      readonly expired?: true;
      readonly usedAt?: number;
    }
  >
>;

export interface FileData {
  readonly kv?: Readonly<Record<string, string>>;
  readonly sessions?: FileSessions;
}

export interface FileSnapshot extends FileData {
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly config?: Config;
  readonly learners?: readonly string[];
}

export interface FileLinkOptions {
  readonly latencyMs?: readonly [number, number];
  readonly lossRate?: number;
  readonly duplicateRate?: number;
}

/** What one server may play in its own way, and all may. */
export interface FileServerOptions extends FileLinkOptions {
  readonly electionTimeoutMs?: readonly [number, number];
  readonly heartbeatIntervalMs?: number;
  readonly maxEntriesPerAppend?: number;
  readonly noop?: boolean;
  readonly backtracking?: Backtracking;
  readonly retryRejectedAtOnce?: boolean;
  readonly preVote?: boolean;
  readonly checkQuorum?: boolean;
  readonly leaderStickiness?: boolean;
  readonly reads?: Reads;
  readonly membership?: Membership;
  readonly snapshotEvery?: number | null;
  readonly diskLatencyMs?: number;
  readonly sessions?: boolean;
  readonly clientTimeoutMs?: number;
  readonly clientLatencyMs?: number;
}

/** The options of one server alone. */
export interface FileOwnOptions extends FileServerOptions {
  readonly clockRate?: number;
}

export interface FileOptions extends FileServerOptions {
  readonly sessionLimit?: number | null;
  readonly links?: Readonly<Record<string, FileLinkOptions>>;
  readonly servers?: Readonly<Record<string, FileOwnOptions>>;
  readonly clockRate?: Readonly<Record<string, number>>;
}

export interface FileInitial {
  readonly role?: 'follower' | 'preCandidate' | 'candidate' | 'leader' | 'learner';
  readonly running?: boolean;
  readonly currentTerm?: number;
  readonly votedFor?: string | null;
  readonly log?: readonly (number | FileEntry)[];
  readonly commitIndex?: number;
  readonly lastApplied?: number;
  readonly leader?: string | null;
  readonly kv?: Readonly<Record<string, string>>;
  readonly config?: Config;
  readonly learners?: readonly string[];
  readonly snapshot?: FileSnapshot | null;
  readonly nextIndex?: Readonly<Record<string, number>>;
  readonly matchIndex?: Readonly<Record<string, number>>;
  readonly votesGranted?: readonly string[];
}

/** A number, or bounds for it. */
export type Wanted = number | { readonly atLeast?: number; readonly atMost?: number };

/** Fields of a message; those that name a server do it by name. */
export interface MessagePattern {
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly entries?: readonly (number | EntryPattern)[];
  readonly [field: string]: unknown;
}

export type Filter = MessagePattern & { readonly nth?: number; readonly count?: number | 'all' };

export interface ServerExpect {
  readonly role?: string;
  readonly running?: boolean;
  readonly currentTerm?: Wanted;
  readonly votedFor?: string | null;
  readonly log?: readonly (number | EntryPattern)[];
  readonly commitIndex?: Wanted;
  readonly lastApplied?: Wanted;
  readonly leader?: string | null;
  readonly kv?: Readonly<Record<string, string>>;
  readonly config?: Config;
  readonly snapshot?: Readonly<Record<string, unknown>> | null;
  readonly nextIndex?: Readonly<Record<string, Wanted>>;
  readonly matchIndex?: Readonly<Record<string, Wanted>>;
  readonly learners?: readonly string[];
  readonly votesGranted?: readonly string[];
  readonly durable?: Readonly<Record<string, unknown>>;
}

export interface CountExpect {
  readonly messages?: MessagePattern;
  readonly leaderChanges?: true;
  readonly is?: Wanted;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The parts of EXPECT that are not a server. */
export interface ExpectParts {
  readonly leader?: string | null;
  readonly leaders?: Readonly<Record<string, readonly string[]>>;
  readonly votes?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly inFlight?: readonly MessagePattern[];
  readonly replies?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly pending?: Readonly<Record<string, boolean>>;
  readonly count?: CountExpect | readonly CountExpect[];
  readonly violations?: readonly string[];
  readonly oneOf?: readonly Expect[];
  readonly not?: Expect;
}

/** Every other key is a server's name, with a `ServerExpect`. */
export type Expect = ExpectParts & { readonly [server: string]: unknown };

export interface FileMessage {
  readonly type: MessageType;
  readonly from: string;
  readonly to: string;
  readonly term: number;
  readonly candidateId?: string;
  readonly lastLogIndex?: number;
  readonly lastLogTerm?: number;
  readonly voteGranted?: boolean;
  readonly leaderId?: string;
  readonly prevLogIndex?: number;
  readonly prevLogTerm?: number;
  readonly entries?: readonly (number | FileEntry)[];
  readonly leaderCommit?: number;
  readonly success?: boolean;
  readonly matchIndex?: number;
  readonly conflictTerm?: number;
  readonly conflictIndex?: number;
  readonly round?: number;
  readonly leadershipTransfer?: boolean;
  readonly lastIncludedIndex?: number;
  readonly lastIncludedTerm?: number;
  readonly config?: Config;
  readonly learners?: readonly string[];
  readonly data?: FileData;
}

/** The verbs of the steps, each with what stands behind it. */
export interface Verbs extends FileOperation {
  readonly run: number;
  readonly runUntil: Expect;
  readonly settle: true | readonly string[];
  readonly deliver: Filter;
  readonly drop: Filter;
  readonly duplicate: Filter;
  readonly hold: Filter;
  readonly release: Filter;
  readonly inject: FileMessage;
  readonly timeout: string;
  readonly heartbeat: string;
  readonly set: OneKey<string>;
  readonly get: string;
  readonly delete: string;
  readonly cas: OneKey<readonly [string, string]>;
  readonly incr: string;
  readonly crash: string;
  readonly restart: string;
  readonly pause: string;
  readonly resume: string;
  readonly cut: readonly [string, string];
  readonly heal: true | readonly [string, string];
  readonly partition: readonly (readonly string[])[];
  readonly addServer: string;
  readonly removeServer: string;
  readonly reconfigure: readonly string[];
  readonly promote: string;
  readonly transferLeadership: string;
  readonly snapshot: string;
  readonly options: FileOptions;
  readonly rulesOff: readonly Switch[];
  readonly retry: string;
  readonly expect: Expect;
  readonly mark: string;
  readonly back: string;
  readonly note: string;
  readonly stop: string;
  readonly ask: Question;
}

/** What may stand beside a verb. */
export interface Qualifiers {
  readonly withinMs?: number;
  readonly at?: string;
  readonly client?: string;
  readonly loseReply?: boolean;
  readonly lose?: Lost | readonly Lost[];
  readonly oneWay?: boolean;
  readonly learner?: boolean;
  /** Of words: the sections they speak of, and what may be asked there. */
  readonly refs?: readonly string[];
  readonly why?: FileWhy;
}

/** One step: exactly one of the verbs is there. */
export type FileStep = Partial<Verbs> & Qualifiers;

/** What a run may have of its own. */
export interface Varied {
  readonly title?: string;
  readonly options?: FileOptions;
  readonly rulesOff?: readonly Switch[];
  readonly initial?: Readonly<Record<string, FileInitial>>;
  readonly steps?: readonly FileStep[];
}

export interface ScenarioFile extends Varied {
  readonly refs?: readonly string[];
  readonly profile?: Profile;
  readonly seed?: number;
  readonly servers?: number | readonly string[];
  readonly names?: readonly string[];
  readonly timers?: 'auto' | 'manual';
  readonly delivery?: 'auto' | 'manual';
  readonly lesson?: Lesson;
  readonly runs?: Readonly<Record<string, Varied>>;
}
