/** What is committed: counted by the leader, and what follows from it for the configuration (§5.3, §5.4.2). */
import type { LogIndex, ServerId } from '../base/index.ts';
import { lastIndex, termAt } from './log.ts';
import { completeChange } from './membership.ts';
import { rules } from './paper.ts';
import { countedConfiguration, isReplicated } from './quorum.ts';
import { type Leader, matchIndexOf } from './server.ts';
import { obey, own, type Transition } from './transition.ts';

/** Commits what a majority holds, as far as a leader may count it. */
export function advanceCommitIndex(t: Transition): void {
  const leader = t.server;
  if (leader.role !== 'leader') return;
  const index = highestReplicated(t, leader);
  if (index <= leader.commitIndex) return;
  // §5.4.2: only entries of the leader's own term are committed by counting replicas; older ones follow with them.
  if (
    termAt(leader.log, index) !== leader.currentTerm &&
    leader.settings.obeys['commit.currentTerm']
  )
    return;
  // Fig. 2, Ldr4: N > commitIndex, a majority of matchIndex[i] >= N, log[N].term == currentTerm: commitIndex = N.
  obey(t, rules.Ldr4);
  own(t).commitIndex = index;
  // §6: C_new may ask for fewer servers, and so commit what stands in the log already: no answer would come to say so.
  if (completeChange(t)) advanceCommitIndex(t);
}

function highestReplicated(t: Transition, leader: Leader): LogIndex {
  const counted = countedConfiguration(t);
  const matchOf = (id: ServerId): LogIndex => matchIndexOf(leader, id);
  let index = lastIndex(leader.log);
  while (index > leader.commitIndex && !isReplicated(counted, index, matchOf)) {
    index = nextLower(leader, index);
  }
  return index;
}

// The next index worth asking about: the highest match below the one that too few hold, the leader's own included.
function nextLower(leader: Leader, index: LogIndex): LogIndex {
  const self = matchIndexOf(leader, leader.id);
  let lower = self < index ? self : 0;
  for (const progress of leader.progress) {
    if (progress !== null && progress.matchIndex < index)
      lower = Math.max(lower, progress.matchIndex);
  }
  return lower;
}
