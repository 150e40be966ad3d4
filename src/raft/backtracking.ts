/** Finding the last index a follower shares with the leader, after it refused (§5.3). */
import type { LogIndex } from '../base/index.ts';
import { lastIndexOfTerm } from './log.ts';
import type { AppendEntriesResponse } from './messages.ts';
import { rules } from './paper.ts';
import { halfway, sendTo, setProgress } from './replication.ts';
import type { Leader, Progress } from './server.ts';
import { obey, type Transition } from './transition.ts';

/** A follower refused the consistency check: nextIndex moves back, by the chosen strategy. */
export function noteRefusal(t: Transition, response: AppendEntriesResponse, known: Progress): void {
  const leader = t.server as Leader;
  const refused = response.prevLogIndex ?? known.nextIndex - 1;
  // A late or doubled refusal speaks of an index that is behind us.
  if (refused !== known.nextIndex - 1 || refused <= known.matchIndex) return;
  // Fig. 2, Ldr3: if AppendEntries fails because of log inconsistency, decrement nextIndex and retry.
  obey(t, rules.Ldr3);
  const changed = stepBack[leader.settings.backtracking](leader, known, response);
  setProgress(t, response.from, changed);
  if (leader.settings.retryRejectedAtOnce) sendTo(t, response.from);
}

type StepBack = (leader: Leader, known: Progress, response: AppendEntriesResponse) => Progress;

const backTo = (
  known: Progress,
  nextIndex: LogIndex,
  searchHigh: LogIndex | null = null,
): Progress => ({
  nextIndex: Math.max(known.matchIndex + 1, Math.min(nextIndex, known.nextIndex - 1)),
  matchIndex: known.matchIndex,
  inFlight: 0,
  searchHigh,
});

const decrement: StepBack = (_leader, known) => backTo(known, known.nextIndex - 1);

const stepBack: Readonly<Record<Leader['settings']['backtracking'], StepBack>> = {
  // §5.3: one step at a time is enough; failures are infrequent.
  decrement,
  // Departure: the match point is found by halving what lies between the last known match and the refusal.
  binarySearch: (_leader, known) => {
    const high = known.nextIndex - 2;
    const low = known.matchIndex;
    if (low >= high) return backTo(known, low + 1);
    return backTo(known, halfway(low, high) + 1, high);
  },
  // §5.3, end: the refusal names the term in conflict and the first index it holds for it.
  conflictTerm: (leader, known, response) => {
    const { conflictTerm, conflictIndex } = response;
    if (conflictIndex === undefined) return decrement(leader, known, response);
    const shared =
      conflictTerm === undefined
        ? 0
        : lastIndexOfTerm(leader.log, conflictTerm, known.nextIndex - 2);
    return backTo(known, shared > 0 ? shared + 1 : conflictIndex);
  },
};
