/** RequestVote RPC, receiver's side (Figure 2). */
import { lastIndex, lastTerm } from '../log.ts';
import type { RequestVoteRequest } from '../messages.ts';
import { rules } from '../paper.ts';
import type { Server } from '../server.ts';
import { adoptFromRequest, replyTerm } from '../term.ts';
import { obey, own, send, startElectionTimer, type Transition } from '../transition.ts';

export function onRequestVote(t: Transition, request: RequestVoteRequest): void {
  adoptFromRequest(t, request.term);
  // Fig. 2, Fol1: respond to RPCs from candidates and leaders.
  if (t.server.role === 'follower') obey(t, rules.Fol1);
  const voteGranted = mayGrant(t, request);
  if (voteGranted) {
    own(t).votedFor = request.candidateId;
    // Fig. 2, Fol2: granting a vote restarts the timer; refusing one does not.
    startElectionTimer(t);
  }
  send(t, {
    type: 'RequestVoteResponse',
    from: t.server.id,
    to: request.from,
    term: replyTerm(t, request.term),
    voteGranted,
  });
}

function mayGrant(t: Transition, request: RequestVoteRequest): boolean {
  // Fig. 2, RV1: reply false if term < currentTerm.
  obey(t, rules.RV1);
  if (request.term < t.server.currentTerm) return false;
  // Fig. 2, RV2: votedFor is null or candidateId, and the candidate's log is at least as up to date.
  obey(t, rules.RV2);
  return isVoteFree(t.server, request) && isUpToDate(t.server, request);
}

function isVoteFree({ votedFor, settings }: Server, { candidateId }: RequestVoteRequest): boolean {
  // §5.2: at most one vote a term, first come, first served.
  return votedFor === null || votedFor === candidateId || !settings.obeys['vote.onePerTerm'];
}

function isUpToDate({ log, settings }: Server, request: RequestVoteRequest): boolean {
  if (!settings.obeys['vote.upToDate']) return true;
  // §5.4.1: the log with the later last term is more up to date; with equal terms, the longer one.
  const ownTerm = lastTerm(log);
  return (
    request.lastLogTerm > ownTerm ||
    (request.lastLogTerm === ownTerm && request.lastLogIndex >= lastIndex(log))
  );
}
