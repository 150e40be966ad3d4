/** RequestVote RPC, the candidate's side: gathering votes. */
import { countVotes } from '../election.ts';
import type { RequestVoteResponse } from '../messages.ts';
import type { Candidate } from '../server.ts';
import { adoptFromResponse } from '../term.ts';
import type { Transition } from '../transition.ts';

export function onRequestVoteResponse(t: Transition, response: RequestVoteResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'candidate') return;
  const candidate = noteVote(t.server, response);
  t.server = candidate;
  countVotes(t, candidate);
}

function noteVote(candidate: Candidate, { from, voteGranted }: RequestVoteResponse): Candidate {
  const { votesGranted, votesRefused } = candidate;
  // A doubled answer counts once.
  if (votesGranted.includes(from) || votesRefused.includes(from)) return candidate;
  return voteGranted
    ? { ...candidate, votesGranted: [...votesGranted, from] }
    : { ...candidate, votesRefused: [...votesRefused, from] };
}
