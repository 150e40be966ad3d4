/**
 * Leader Completeness: an entry committed in a term is in the logs of the leaders of all higher terms (Figure 3,
 * §5.4). Asked at each election for the commits known, and at each commit for leaders of higher terms elected before.
 */
import type { LogIndex } from '../base/index.ts';
import { log as logs } from '../raft/index.ts';
import { type Committed, committedAt, type Elected } from './facts.ts';
import { hasTakenOffice } from './office.ts';
import type { Check, Collision, Sight } from './violation.ts';

export const leaderCompleteness: Check = (sight) => atElection(sight) ?? atCommit(sight);

function atElection({ before, after, facts }: Sight): Collision | null {
  if (!hasTakenOffice(before, after)) return null;
  const elected: Elected = { server: after.id, term: after.currentTerm, log: after.log };
  for (let index = 1; index <= facts.committed.length; index += 1) {
    const missing = missingAt(elected, index, committedAt(facts, index));
    if (missing !== null) return missing;
  }
  return null;
}

function atCommit({ before, after, facts }: Sight): Collision | null {
  if (after.commitIndex <= before.commitIndex || facts.highestTerm <= after.currentTerm)
    return null;
  for (let index = before.commitIndex + 1; index <= after.commitIndex; index += 1) {
    const entry = logs.entryAt(after.log, index);
    const known = committedAt(facts, index);
    // Only the first to cover an entry dates it; another entry at the same index is another commit.
    if (entry === undefined || (known !== undefined && logs.sameEntry(known.entry, entry)))
      continue;
    const committed: Committed = { entry, term: after.currentTerm, server: after.id };
    for (let place = 0; place < facts.elected.length; place += 1) {
      const missing = missingAt(facts.elected.buffer[place] as Elected, index, committed);
      if (missing !== null) return missing;
    }
  }
  return null;
}

function missingAt(
  elected: Elected,
  index: LogIndex,
  committed: Committed | undefined,
): Collision | null {
  if (
    committed === undefined ||
    committed.term >= elected.term ||
    index <= elected.log.snapshotIndex
  )
    return null;
  const held = logs.entryAt(elected.log, index);
  if (held !== undefined && logs.sameEntry(held, committed.entry)) return null;
  return {
    property: 'LeaderCompleteness',
    index,
    committedIn: committed.term,
    committedBy: committed.server,
    leader: elected.server,
    leaderTerm: elected.term,
  };
}
