/** TimeoutNow: the leader asks this server to stand at once (Thesis §3.10). */
import { isVoter } from '../configuration.ts';
import { stand } from '../election.ts';
import type { TimeoutNowRequest } from '../messages.ts';
import { rules } from '../paper.ts';
import { adoptFromRequest } from '../term.ts';
import { obey, type Transition } from '../transition.ts';

export function onTimeoutNow(t: Transition, request: TimeoutNowRequest): void {
  adoptFromRequest(t, request.term);
  const { currentTerm, role, configuration, id } = t.server;
  if (request.term < currentTerm || role === 'leader' || !isVoter(configuration, id)) return;
  // Thesis §3.10: it stands without waiting for its timer; the others hear that the leader wished it.
  obey(t, rules.LT4);
  stand(t, true);
}
