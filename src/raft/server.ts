/** One server's state, in the words of Figure 2, as a value; its role decides which fields there are. */
import type { LogIndex, ServerId, Term } from '../base/index.ts';
import { type Configuration, configurationIn } from './configuration.ts';
import type { Log } from './log.ts';
import type { Settings } from './settings.ts';

/**
 * Invariants, whatever rules are off: (1) `configuration` is the latest in `log`, else `initialConfiguration`;
 * (2) lastApplied <= commitIndex.
 */
interface Common {
  readonly id: ServerId;
  readonly settings: Settings;
  readonly initialConfiguration: Configuration;
  readonly configuration: Configuration;
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly log: Log;
  readonly commitIndex: LogIndex;
  readonly lastApplied: LogIndex;
  /** Whom it would send a client to; null: it knows of no leader in its term. */
  readonly leaderId: ServerId | null;
}

export interface Follower extends Common {
  readonly role: 'follower';
}

export interface Candidate extends Common {
  readonly role: 'candidate';
  /** Who granted, in the order the answers came, itself first. */
  readonly votesGranted: readonly ServerId[];
  readonly votesRefused: readonly ServerId[];
}

/** What a leader knows of one other server. Invariant: matchIndex < nextIndex. */
export interface Progress {
  readonly nextIndex: LogIndex;
  readonly matchIndex: LogIndex;
  /** Last index of the entries under way and not yet acknowledged; 0: none. */
  readonly inFlight: LogIndex;
  /** Upper bound of a binary search for the match point; null: not searching. */
  readonly searchHigh: LogIndex | null;
}

export interface Leader extends Common {
  readonly role: 'leader';
  /** By server id; the leader's own place is null. */
  readonly progress: readonly (Progress | null)[];
}

export type Server = Follower | Candidate | Leader;
export type Role = Server['role'];

/** What survives a crash (Figure 2, "Persistent state on all servers"). */
export interface Durable {
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly log: Log;
}

/** A server that starts with nothing but what is durable. */
export function boot(
  id: ServerId,
  settings: Settings,
  initialConfiguration: Configuration,
  durable: Durable,
): Follower {
  return {
    role: 'follower',
    id,
    settings,
    initialConfiguration,
    configuration: configurationIn(durable.log, initialConfiguration),
    currentTerm: durable.currentTerm,
    votedFor: durable.votedFor,
    log: durable.log,
    commitIndex: durable.log.snapshotIndex,
    lastApplied: durable.log.snapshotIndex,
    leaderId: null,
  };
}

/** A copy as a follower: what a candidate or leader knew of the others is gone. */
export const followerFrom = (server: Common): Follower => ({
  role: 'follower',
  id: server.id,
  settings: server.settings,
  initialConfiguration: server.initialConfiguration,
  configuration: server.configuration,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  log: server.log,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  leaderId: server.leaderId,
});

/** A copy as a candidate that has these answers. */
export const candidateFrom = (
  server: Common,
  votesGranted: readonly ServerId[],
  votesRefused: readonly ServerId[],
): Candidate => ({
  role: 'candidate',
  id: server.id,
  settings: server.settings,
  initialConfiguration: server.initialConfiguration,
  configuration: server.configuration,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  log: server.log,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  leaderId: server.leaderId,
  votesGranted,
  votesRefused,
});

/** A copy as a leader that knows this of the others. */
export const leaderFrom = (server: Common, progress: readonly (Progress | null)[]): Leader => ({
  role: 'leader',
  id: server.id,
  settings: server.settings,
  initialConfiguration: server.initialConfiguration,
  configuration: server.configuration,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  log: server.log,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  leaderId: server.leaderId,
  progress,
});

/** The same server once more. Every step begins so, and fields by name copy ten times as fast as a spread. */
export function copyOf(server: Server): Server {
  if (server.role === 'follower') return followerFrom(server);
  if (server.role === 'leader') return leaderFrom(server, server.progress);
  return candidateFrom(server, server.votesGranted, server.votesRefused);
}

/** The highest index known to stand on `id`, as this leader knows it. */
export function matchIndexOf(leader: Leader, id: ServerId): LogIndex {
  if (id === leader.id) return leader.log.snapshotIndex + leader.log.length;
  return leader.progress[id]?.matchIndex ?? 0;
}
