/** PreVote (Thesis §9.6): would you vote for me? Nobody adopts a term or gives a vote away. */
import { countPreVotes } from '../election.ts';
import type { PreVoteRequest, PreVoteResponse } from '../messages.ts';
import { rules } from '../paper.ts';
import { adoptFromResponse } from '../term.ts';
import { obey, send, type Transition } from '../transition.ts';
import { hearsLeader, isUpToDate, isVoteFree, noteVote } from '../voting.ts';

export function onPreVote(t: Transition, request: PreVoteRequest): void {
  const { id, currentTerm } = t.server;
  const voteGranted = wouldGrant(t, request);
  send(t, { type: 'PreVoteResponse', from: id, to: request.from, term: currentTerm, voteGranted });
}

function wouldGrant(t: Transition, request: PreVoteRequest): boolean {
  const { server } = t;
  // Thesis §9.6: what RequestVote would say in that term.
  obey(t, rules.PV2);
  if (request.term < server.currentTerm) return false;
  if (request.term === server.currentTerm && !isVoteFree(server, request)) return false;
  if (!isUpToDate(server, request)) return false;
  // Thesis §9.6: and no leader was heard within the least election timeout.
  obey(t, rules.PV3);
  return !hearsLeader(t);
}

export function onPreVoteResponse(t: Transition, response: PreVoteResponse): void {
  // The term is the voter's own, which may well be behind; only a higher one says something.
  if (response.term > t.server.currentTerm) {
    adoptFromResponse(t, response.term);
    return;
  }
  if (t.server.role !== 'preCandidate') return;
  countPreVotes(t, noteVote(t, t.server, response));
}
