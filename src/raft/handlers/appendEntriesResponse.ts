/** AppendEntries RPC, the leader's side: learning how far a follower agrees. */
import { noteRefusal } from '../backtracking.ts';
import { advanceCommitIndex } from '../commit.ts';
import type { AppendEntriesResponse } from '../messages.ts';
import { noteRound } from '../reads.ts';
import { noteSuccess, sendTo } from '../replication.ts';
import { adoptFromResponse } from '../term.ts';
import { goOnWithTransfer } from '../transfer.ts';
import type { Transition } from '../transition.ts';

export function onAppendEntriesResponse(t: Transition, response: AppendEntriesResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'leader') return;
  const { from, success, matchIndex, round } = response;
  const known = t.server.progress[from];
  if (known === null || known === undefined) return;
  if (round !== undefined) noteRound(t, from, round);
  if (!success) {
    noteRefusal(t, response, known);
    return;
  }
  const hasMore = noteSuccess(t, from, known, matchIndex);
  if (matchIndex > t.server.commitIndex) advanceCommitIndex(t);
  // Committing its own removal ends an office.
  if (t.server.role !== 'leader') return;
  // The second half of a joint change may have been sent to it just now, with all that it lacks.
  if (hasMore && t.server.progress[from]?.inFlight === 0) sendTo(t, from);
  goOnWithTransfer(t, from);
}
