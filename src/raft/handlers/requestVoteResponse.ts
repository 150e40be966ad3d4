/** RequestVote RPC, the candidate's side: gathering votes. */
import { countVotes } from '../election.ts';
import type { RequestVoteResponse } from '../messages.ts';
import type { Candidate } from '../server.ts';
import { adoptFromResponse } from '../term.ts';
import { type Own, own, type Transition } from '../transition.ts';

export function onRequestVoteResponse(t: Transition, response: RequestVoteResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'candidate') return;
  const { votesGranted, votesRefused } = t.server;
  // A doubled answer counts once.
  if (!votesGranted.includes(response.from) && !votesRefused.includes(response.from))
    noteVote(own(t) as Own<Candidate>, response);
  countVotes(t, t.server);
}

function noteVote(candidate: Own<Candidate>, { from, voteGranted }: RequestVoteResponse): void {
  if (voteGranted) candidate.votesGranted = [...candidate.votesGranted, from];
  else candidate.votesRefused = [...candidate.votesRefused, from];
}
