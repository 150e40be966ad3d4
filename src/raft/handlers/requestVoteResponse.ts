/** RequestVote RPC, the candidate's side: gathering votes. */
import { countVotes } from '../election.ts';
import type { RequestVoteResponse } from '../messages.ts';
import { adoptFromResponse } from '../term.ts';
import type { Transition } from '../transition.ts';
import { noteVote } from '../voting.ts';

export function onRequestVoteResponse(t: Transition, response: RequestVoteResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'candidate') return;
  countVotes(t, noteVote(t, t.server, response));
}
