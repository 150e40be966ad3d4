/** Reads that leave no entry in the log: the leader makes sure that it still leads (Thesis §6.4). */
import type { ServerId, VirtualMs } from '../base/index.ts';
import { type Command, termAt } from './log.ts';
import { rules } from './paper.ts';
import { isReplicated } from './quorum.ts';
import { broadcast } from './replication.ts';
import type { Leader, PendingRead, ReadRounds } from './server.ts';
import { ask, obey, ownLeader, type Transition } from './transition.ts';

const noRounds: ReadRounds = { round: 0, sentAt: [], answered: [], pending: [] };

// Field by field, here and below: a spread is slow to make, and of another shape.
const withPending = (
  { round, sentAt, answered }: ReadRounds,
  pending: readonly PendingRead[],
): ReadRounds => ({ round, sentAt, answered, pending });

/** Whether this leader numbers its rounds. */
const countsRounds = ({ settings }: Leader): boolean =>
  settings.reads === 'readIndex' || settings.reads === 'lease';

/** A new round of AppendEntries is about to go out. */
export function beginRound(t: Transition): void {
  const leader = t.server as Leader;
  if (!countsRounds(leader)) return;
  const reads = leader.reads ?? noRounds;
  const round = reads.round + 1;
  const { now } = t.clock;
  // A round older than a lease can start none.
  const sentAt = reads.sentAt.filter(({ at }) => now - at < leader.settings.electionTimeoutMinMs);
  sentAt.push({ round, at: now });
  const { answered, pending } = reads;
  ownLeader(t).reads = { round, sentAt, answered, pending };
}

/** A client asks this leader to read. */
export function takeRead(t: Transition, command: Command): void {
  const leader = t.server as Leader;
  // Thesis §6.4, step 2: the read shows at least what is committed now.
  obey(t, rules.RD1);
  const { commitIndex, settings } = leader;
  const isConfirmed = !settings.obeys['read.confirmLeadership'] || hasLease(t);
  const round = isConfirmed ? 0 : (leader.reads?.round ?? 0) + 1;
  const read: PendingRead = { command, readIndex: commitIndex, round };
  const reads = leader.reads ?? noRounds;
  ownLeader(t).reads = withPending(reads, [...reads.pending, read]);
  if (!isConfirmed) {
    beginRound(t);
    broadcast(t, 'heartbeat');
  }
  releaseReads(t);
}

/** A server has answered a round: it still took this one for its leader. */
export function noteRound(t: Transition, from: ServerId, round: number): void {
  const leader = t.server as Leader;
  const { reads } = leader;
  if (reads === null || (reads.answered[from] ?? 0) >= round) return;
  const answered = reads.answered.slice();
  for (let id = 0; id < from; id += 1) answered[id] ??= 0;
  answered[from] = round;
  const { sentAt, pending } = reads;
  ownLeader(t).reads = { round: reads.round, sentAt, answered, pending };
  releaseReads(t);
}

/** Answers the reads that wait for nothing any more. */
export function releaseReads(t: Transition): void {
  const leader = t.server;
  if (leader.role !== 'leader' || leader.reads === null || leader.reads.pending.length === 0)
    return;
  const { pending } = leader.reads;
  const ready = pending.filter((read) => isReady(t, leader, read));
  if (ready.length === 0) return;
  const waiting = pending.filter((read) => !ready.includes(read));
  ownLeader(t).reads = withPending(leader.reads, waiting);
  for (const { command } of ready) ask(t, { type: 'answerRead', command });
}

function isReady(t: Transition, leader: Leader, { readIndex, round }: PendingRead): boolean {
  const { log, commitIndex, currentTerm, lastApplied, settings } = leader;
  if (settings.obeys['read.confirmLeadership']) {
    // Thesis §6.4, step 1: a new leader knows what is committed only once an entry of its own term is.
    if (termAt(log, commitIndex) !== currentTerm || lastApplied < commitIndex) return false;
    // Thesis §6.4, step 3: a majority has answered a round that was sent after the read came.
    obey(t, rules.RD2);
    if (!isRoundAnswered(leader, round)) return false;
  }
  // Thesis §6.4, step 4: the state machine has caught up with the read.
  obey(t, rules.RD3);
  return lastApplied >= readIndex;
}

const isRoundAnswered = (leader: Leader, round: number): boolean =>
  isReplicated(leader.configuration, round, (id) =>
    id === leader.id ? Infinity : (leader.reads?.answered[id] ?? 0),
  );

// Thesis §6.4.1: for a least election timeout from the sending of an answered round nobody else can have been elected.
function hasLease(t: Transition): boolean {
  const leader = t.server as Leader;
  if (leader.settings.reads !== 'lease') return false;
  obey(t, rules.RD4);
  return t.clock.now < leaseEnd(leader);
}

/** When the lease of this leader ends, by its own clock; -Infinity: it has none, Infinity: it needs nobody's answer. */
export function leaseEnd(leader: Leader): VirtualMs {
  const { reads, settings } = leader;
  // Thesis §6.4.1: leadership can be taken from it at any time once it has asked somebody to stand.
  if (settings.reads !== 'lease' || leader.transfer !== null || leader.hasAskedToStand)
    return -Infinity;
  if (isRoundAnswered(leader, Infinity)) return Infinity;
  const from = reads?.sentAt.findLast(({ round }) => isRoundAnswered(leader, round))?.at;
  return from === undefined ? -Infinity : from + settings.electionTimeoutMinMs;
}
