/** Terms: the logical clock by which a server knows that what it hears is newer, or stale (§5.1). */
import type { Term } from '../base/index.ts';
import { rules } from './paper.ts';
import { obey, ownFollower, startElectionTimer, type Transition } from './transition.ts';

// Fig. 2, All2: a term above currentTerm makes any server a follower of that term.
function adopt(t: Transition, term: Term): void {
  obey(t, rules.All2);
  const wasLeader = t.server.role === 'leader';
  const follower = ownFollower(t);
  follower.currentTerm = term;
  follower.votedFor = null;
  follower.leaderId = null;
  // A leader had no election timer running; a candidate's goes on.
  if (wasLeader) startElectionTimer(t);
}

/** Adopts the term of a request, where it is higher. */
export function adoptFromRequest(t: Transition, term: Term): void {
  if (term > t.server.currentTerm && t.server.settings.obeys['term.adoptHigher']) adopt(t, term);
}

/** Adopts the term of a response, where it is higher; tells whether the response may still count. */
export function adoptFromResponse(t: Transition, term: Term): boolean {
  const { currentTerm, settings } = t.server;
  if (term > currentTerm) {
    if (settings.obeys['term.stepDownOnReply']) adopt(t, term);
    return false;
  }
  // §5.1: a response of an older term answers a question that nobody asks any more.
  return term === currentTerm || !settings.obeys['reply.sameTerm'];
}

/** The term a reply carries: the server's own, unless it was kept from adopting the request's. */
export function replyTerm(t: Transition, requestTerm: Term): Term {
  const { currentTerm, settings } = t.server;
  return settings.obeys['term.adoptHigher'] ? currentTerm : Math.max(currentTerm, requestTerm);
}
