/** What several questions want to know of requests for votes. */
import type { ServerId, Term } from '../../base/index.ts';
import type { PreVoteRequest, RequestVoteRequest } from '../../raft/index.ts';
import type { Event } from '../../sim/index.ts';

export type VoteRequest = RequestVoteRequest | PreVoteRequest;

/** The request for a vote that an event is the arrival of; null: it is another event. */
export function requestIn({ kind, envelope }: Event): VoteRequest | null {
  const message = envelope?.message;
  if (kind !== 'receive' || message === undefined) return null;
  return message.type === 'RequestVoteRequest' || message.type === 'PreVoteRequest'
    ? message
    : null;
}

/** Whether the event answered a request for a vote with yes. An answer may still wait for a slow disk. */
export function isGrant(event: Event): boolean {
  const request = requestIn(event);
  if (request === null) return false;
  const answer = event.sent[0]?.message;
  if (answer !== undefined) return 'voteGranted' in answer && answer.voteGranted;
  const { after } = event;
  return after?.votedFor === request.candidateId && after.currentTerm === request.term;
}

/** §5.4.1: the later last term, or with equal terms the longer log. */
export const isLogNewer = (
  { lastLogTerm, lastLogIndex }: VoteRequest,
  own: { readonly index: number; readonly term: Term },
): boolean => lastLogTerm > own.term || (lastLogTerm === own.term && lastLogIndex > own.index);

/** Whether `voter` votes for `candidate` by an event: in `term`, or whatever the request. */
export const grantsTo =
  (voter: ServerId, candidate: ServerId, term?: Term) =>
  (_world: unknown, event: Event | null): boolean => {
    if (event === null || event.server !== voter || !isGrant(event)) return false;
    const request = requestIn(event);
    return request?.candidateId === candidate && (term ?? request.term) === request.term;
  };
