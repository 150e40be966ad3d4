/** How a run begins: plain data, from which, with the commands, every event follows. */
import type { LogIndex, Seed, ServerId, Term } from '../base/index.ts';
import type { Session } from '../kv/index.ts';
import type { Configuration, Entry, Role, Switch } from '../raft/index.ts';
import { type Options, paperOptions } from './options.ts';

/** State that a server starts with; what is absent follows from the rest (see `worldOf`). */
export interface InitialServer {
  readonly role?: Role;
  readonly running?: boolean;
  readonly currentTerm?: Term;
  readonly votedFor?: ServerId | null;
  /** Whom it would send a client to; a leader sends it to itself. */
  readonly leaderId?: ServerId | null;
  readonly log?: readonly Entry[];
  readonly commitIndex?: LogIndex;
  readonly lastApplied?: LogIndex;
  /** The configuration before the log. */
  readonly config?: Configuration;
  readonly nextIndex?: Readonly<Record<number, LogIndex>>;
  readonly matchIndex?: Readonly<Record<number, LogIndex>>;
  readonly votesGranted?: readonly ServerId[];
  readonly kv?: Readonly<Record<string, string>>;
  readonly snapshot?: InitialSnapshot;
}

/** What a server had compacted before the run began; its log starts after it. */
export interface InitialSnapshot {
  readonly lastIndex: LogIndex;
  readonly lastTerm: Term;
  readonly config?: Configuration;
  readonly kv?: Readonly<Record<string, string>>;
  readonly sessions?: Readonly<Record<string, Session>>;
}

/** A run holds at most so many servers, those included that join later (SCENARIO.md). */
export const mostServers = 101;

export interface Setup {
  /** Invariant: distinct, 1 to `mostServers` of them; a server's id is its place here. */
  readonly names: readonly string[];
  /** So many at the end of `names` hold no configuration and wait to be added; 0 where it is absent. */
  readonly spares?: number;
  readonly seed: Seed;
  readonly options: Options;
  readonly rulesOff: readonly Switch[];
  /** `manual`: no timer fires unless a command fires it. */
  readonly timers: 'auto' | 'manual';
  /** `manual`: nothing arrives unless a command delivers it. */
  readonly delivery: 'auto' | 'manual';
  /** By server id. */
  readonly initial: Readonly<Record<number, InitialServer>>;
}

/** S1 to Sn under the values of the paper. */
export function plainSetup(servers: number, seed: Seed, options: Options = paperOptions): Setup {
  return {
    names: Array.from({ length: servers }, (_, index) => `S${index + 1}`),
    seed,
    options,
    rulesOff: [],
    timers: 'auto',
    delivery: 'auto',
    initial: {},
  };
}
