/** RequestVote RPC, receiver's side (Figure 2). */
import type { RequestVoteRequest } from '../messages.ts';
import { rules } from '../paper.ts';
import { adoptFromRequest, replyTerm } from '../term.ts';
import { obey, own, send, startElectionTimer, type Transition } from '../transition.ts';
import { hearsLeader, isUpToDate, isVoteFree } from '../voting.ts';

export function onRequestVote(t: Transition, request: RequestVoteRequest): void {
  if (t.server.settings.leaderStickiness && request.leadershipTransfer !== true) {
    // Thesis §4.2.3: within the least election timeout of a leader's word, no reply and no change of term.
    obey(t, rules.MC7);
    if (hearsLeader(t)) return;
  }
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
