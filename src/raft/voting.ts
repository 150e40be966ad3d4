/** Who deserves a vote (§5.2, §5.4.1). */
import { isVoter, wasEverVoter } from './configuration.ts';
import { lastIndex, lastTerm } from './log.ts';
import type { RequestVoteRequest, RequestVoteResponse } from './messages.ts';
import type { Candidate, PreCandidate, Server } from './server.ts';
import { type Own, own, type Transition } from './transition.ts';

/** What every request for a vote says. */
type Question = Pick<RequestVoteRequest, 'candidateId' | 'lastLogIndex' | 'lastLogTerm'>;

/** Whether this server leads, or heard a leader so lately that nobody should be standing. */
export function hearsLeader({ server, clock }: Transition): boolean {
  const { settings, role } = server;
  return role === 'leader' || clock.now - clock.leaderHeardAt < settings.electionTimeoutMinMs;
}

/** Whether this server may still vote for that candidate in its term. */
export function isVoteFree({ votedFor, settings }: Server, { candidateId }: Question): boolean {
  // §5.2: at most one vote a term, first come, first served.
  return votedFor === null || votedFor === candidateId || !settings.obeys['vote.onePerTerm'];
}

/** Whether the candidate's log is at least as up to date as this server's. */
export function isUpToDate({ log, settings }: Server, request: Question): boolean {
  if (!settings.obeys['vote.upToDate']) return true;
  // §5.4.1: the log with the later last term is more up to date; with equal terms, the longer one.
  const ownTerm = lastTerm(log);
  return (
    request.lastLogTerm > ownTerm ||
    (request.lastLogTerm === ownTerm && request.lastLogIndex >= lastIndex(log))
  );
}

/**
 * Gives the (pre-)candidate of this step one more answer; a doubled one counts once. A refusal may have answered an
 * older question: so a vote that comes after it counts, and a refusal takes no vote back.
 */
export function noteVote<Asking extends Candidate | PreCandidate>(
  t: Transition,
  asking: Asking,
  { from, voteGranted }: Pick<RequestVoteResponse, 'from' | 'voteGranted'>,
): Asking {
  const { votesGranted, votesRefused } = asking;
  if (votesGranted.includes(from)) return asking;
  const isKnown = votesRefused.includes(from);
  if (isKnown && !voteGranted) return asking;
  const changed = own(t) as Own<Candidate | PreCandidate>;
  if (isKnown) changed.votesRefused = votesRefused.filter((id) => id !== from);
  if (voteGranted) changed.votesGranted = [...votesGranted, from];
  else changed.votesRefused = [...votesRefused, from];
  return changed as Asking;
}

/** Whether a server stands when its timer runs out: it has a vote, or may still be needed as a candidate. */
export function mayStand(server: Server): boolean {
  const { configuration, configurationIndex, commitIndex, initialConfiguration, log, id } = server;
  if (isVoter(configuration, id)) return true;
  // Thesis §4.2.2: who was a voter stands after its removal too, for the others may need its log until C_new is committed.
  if (configurationIndex > 0 && configurationIndex <= commitIndex) return false;
  return !configuration.learners.includes(id) && wasEverVoter(log, initialConfiguration, id);
}
