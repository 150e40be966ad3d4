/** AppendEntries RPC, the leader's side: learning how far a follower agrees. */
import type { AppendEntriesResponse } from '../messages.ts';
import { noteRefusal, noteSuccess } from '../replication.ts';
import { adoptFromResponse } from '../term.ts';
import type { Transition } from '../transition.ts';

export function onAppendEntriesResponse(t: Transition, response: AppendEntriesResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'leader') return;
  const known = t.server.progress[response.from];
  if (known === null || known === undefined) return;
  if (response.success) noteSuccess(t, response.from, known, response.matchIndex);
  else noteRefusal(t, response, known);
}
