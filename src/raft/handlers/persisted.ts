/** What a server wrote has become durable: now its own vote and its own copies count (Thesis §10.2.1). */
import type { LogIndex, Term } from '../../base/index.ts';
import { advanceCommitIndex } from '../commit.ts';
import { countVotes } from '../election.ts';
import { rules } from '../paper.ts';
import { obey, ownLeader, type Transition } from '../transition.ts';

export interface Persisted {
  readonly type: 'persisted';
  /** What is durable now. */
  readonly currentTerm: Term;
  readonly lastIndex: LogIndex;
}

export function onPersisted(t: Transition, { currentTerm, lastIndex }: Persisted): void {
  const { server } = t;
  if (currentTerm !== server.currentTerm) return;
  // Thesis §10.2.1: what a server has not written yet, it does not count either.
  if (server.role === 'candidate') {
    obey(t, rules.DK1);
    countVotes(t, server);
  }
  if (server.role !== 'leader' || server.durableIndex === null || lastIndex <= server.durableIndex)
    return;
  obey(t, rules.DK1);
  ownLeader(t).durableIndex = lastIndex;
  advanceCommitIndex(t);
}
