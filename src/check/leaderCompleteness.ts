/**
 * Leader Completeness: an entry committed in a term is in the logs of the leaders of all higher terms (Figure 3,
 * §5.4). Asked at each election for the commits known, and at each commit for leaders of higher terms elected before.
 */
import type { LogIndex } from '../base/index.ts';
import { type Entry, log as logs } from '../raft/index.ts';
import { committedAt, type Dated, type Elected } from './facts.ts';
import { hasTakenOffice } from './office.ts';
import type { Check, Collision, Sight } from './violation.ts';

export const leaderCompleteness: Check = (sight) => atElection(sight) ?? atCommit(sight);

function atElection({ before, after, facts }: Sight): Collision | null {
  if (!hasTakenOffice(before, after)) return null;
  const elected: Elected = { server: after.id, term: after.currentTerm, log: after.log };
  const { buffer, length } = facts.dates;
  for (let place = 0; place < length; place += 1) {
    const date = buffer[place] as Dated;
    if (!isHigher(elected, date)) continue;
    const end =
      place + 1 < length ? (buffer[place + 1] as Dated).first - 1 : facts.committed.length;
    for (let index = date.first; index <= end; index += 1) {
      const missing = missingAt(elected, index, committedAt(facts, index), date);
      if (missing !== null) return missing;
    }
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
    if (entry === undefined || (known !== undefined && logs.sameEntry(known, entry))) continue;
    const date: Dated = { first: index, term: after.currentTerm, server: after.id };
    for (let place = 0; place < facts.elected.length; place += 1) {
      const elected = facts.elected.buffer[place] as Elected;
      const missing = isHigher(elected, date) ? missingAt(elected, index, entry, date) : null;
      if (missing !== null) return missing;
    }
  }
  return null;
}

const isHigher = (elected: Elected, committed: Dated): boolean => committed.term < elected.term;

function missingAt(
  elected: Elected,
  index: LogIndex,
  entry: Entry | undefined,
  { term, server }: Dated,
): Collision | null {
  if (entry === undefined || index <= elected.log.snapshotIndex) return null;
  const held = logs.entryAt(elected.log, index);
  if (held !== undefined && logs.sameEntry(held, entry)) return null;
  return {
    property: 'LeaderCompleteness',
    index,
    committedIn: term,
    committedBy: server,
    leader: elected.server,
    leaderTerm: elected.term,
  };
}
