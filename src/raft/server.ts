/** One server's state, in the words of Figure 2, as a value; its role decides which fields there are. */
import type { LogIndex, ServerId, Term, VirtualMs } from '../base/index.ts';
import { type Configuration, latestConfiguration } from './configuration.ts';
import { type Command, type Log, lastIndex } from './log.ts';
import type { Settings } from './settings.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Invariants, whatever rules are off: (1) `configuration` is the latest in `log`, else `initialConfiguration`;
 * (2) lastApplied <= commitIndex.
 */
interface Common {
  readonly id: ServerId;
  readonly settings: Settings;
  /** The configuration before the log: that of the snapshot, where there is one. */
  readonly initialConfiguration: Configuration;
  readonly configuration: Configuration;
  /** Where in the log `configuration` stands; 0: before the log. */
  readonly configurationIndex: LogIndex;
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly log: Log;
  readonly snapshot: Snapshot | null;
  readonly commitIndex: LogIndex;
  readonly lastApplied: LogIndex;
  /** Whom it would send a client to; null: it knows of no leader in its term. */
  readonly leaderId: ServerId | null;
}

export interface Follower extends Common {
  readonly role: 'follower';
}

/** Asks whether it could win, in the term it has (Thesis §9.6). */
export interface PreCandidate extends Common {
  readonly role: 'preCandidate';
  readonly votesGranted: readonly ServerId[];
  readonly votesRefused: readonly ServerId[];
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
  /** A transfer of leadership under way (Thesis §3.10). */
  readonly transfer: Transfer | null;
  /** Whether a TimeoutNow went out in this term. It may still arrive, so no lease may count on nobody's standing. */
  readonly hasAskedToStand: boolean;
  readonly reads: ReadRounds | null;
  /** Last index of its own log known to be durable; null: whatever it appends is durable at once. */
  readonly durableIndex: LogIndex | null;
}

export interface Transfer {
  readonly target: ServerId;
  /** By the leader's own clock. */
  readonly startedAt: VirtualMs;
  /** Whether the target was asked to stand. */
  readonly isAsked: boolean;
}

/** A read that waits for its round to be answered and its index to be applied. */
export interface PendingRead {
  readonly command: Command;
  readonly readIndex: LogIndex;
  readonly round: number;
}

/** Rounds of AppendEntries, by which a leader knows that it still led when a read came (Thesis §6.4). */
export interface ReadRounds {
  /** Number of the last round sent. */
  readonly round: number;
  /** When the latest rounds were sent, by the leader's own clock; older ones can start no lease. */
  readonly sentAt: readonly { readonly round: number; readonly at: VirtualMs }[];
  /** The last round each server has answered, by id. */
  readonly answered: readonly number[];
  readonly pending: readonly PendingRead[];
}

export type Server = Follower | PreCandidate | Candidate | Leader;
export type Role = Server['role'];

/** What survives a crash (Figure 2, "Persistent state on all servers"). */
export interface Durable {
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly log: Log;
  readonly snapshot: Snapshot | null;
}

/** A server that starts with nothing but what is durable. */
export function boot(
  id: ServerId,
  settings: Settings,
  initialConfiguration: Configuration,
  durable: Durable,
): Follower {
  const { currentTerm, votedFor, log, snapshot } = durable;
  const before = snapshot?.configuration ?? initialConfiguration;
  const latest = latestConfiguration(log, before);
  return {
    role: 'follower',
    id,
    settings,
    initialConfiguration: before,
    configuration: latest.configuration,
    configurationIndex: latest.configurationIndex,
    currentTerm,
    votedFor,
    log,
    snapshot,
    commitIndex: log.snapshotIndex,
    lastApplied: log.snapshotIndex,
    leaderId: null,
  };
}

/** What a leader knows besides what every server knows. */
type Office = Pick<Leader, 'progress' | 'transfer' | 'hasAskedToStand' | 'reads' | 'durableIndex'>;

/** A copy as a follower: what a candidate or leader knew of the others is gone. */
export const followerFrom = (server: Common): Follower => ({
  role: 'follower',
  id: server.id,
  settings: server.settings,
  initialConfiguration: server.initialConfiguration,
  configuration: server.configuration,
  configurationIndex: server.configurationIndex,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  log: server.log,
  snapshot: server.snapshot,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  leaderId: server.leaderId,
});

/** A copy as one that asks for votes, or for pre-votes, and has these answers. */
export const askingFrom = <Asking extends Candidate | PreCandidate>(
  server: Common,
  role: Asking['role'],
  votesGranted: readonly ServerId[],
  votesRefused: readonly ServerId[],
): Asking =>
  ({
    role,
    id: server.id,
    settings: server.settings,
    initialConfiguration: server.initialConfiguration,
    configuration: server.configuration,
    configurationIndex: server.configurationIndex,
    currentTerm: server.currentTerm,
    votedFor: server.votedFor,
    log: server.log,
    snapshot: server.snapshot,
    commitIndex: server.commitIndex,
    lastApplied: server.lastApplied,
    leaderId: server.leaderId,
    votesGranted,
    votesRefused,
  }) as Asking;

/** A copy as a leader that knows this of the others. */
export const leaderFrom = (server: Common, office: Office): Leader => ({
  role: 'leader',
  id: server.id,
  settings: server.settings,
  initialConfiguration: server.initialConfiguration,
  configuration: server.configuration,
  configurationIndex: server.configurationIndex,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  log: server.log,
  snapshot: server.snapshot,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  leaderId: server.leaderId,
  progress: office.progress,
  transfer: office.transfer,
  hasAskedToStand: office.hasAskedToStand,
  reads: office.reads,
  durableIndex: office.durableIndex,
});

/** A copy of the server. Every step begins with one; field by field it takes a tenth of what a spread takes. */
export function copyOf(server: Server): Server {
  if (server.role === 'follower') return followerFrom(server);
  if (server.role === 'leader') return leaderFrom(server, server);
  return askingFrom(server, server.role, server.votesGranted, server.votesRefused);
}

/** The highest index known to stand on `id`, as this leader knows it. */
export function matchIndexOf(leader: Leader, id: ServerId): LogIndex {
  if (id === leader.id) return leader.durableIndex ?? lastIndex(leader.log);
  return leader.progress[id]?.matchIndex ?? 0;
}
