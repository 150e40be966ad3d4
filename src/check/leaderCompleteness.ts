/**
 * Leader Completeness: an entry committed in a term is in the logs of the leaders of all higher terms (Figure 3,
 * §5.4). Asked at each election for the commits known, and at each commit for leaders of higher terms elected before.
 */
import { type LogIndex, sortedMap } from '../base/index.ts';
import { type Entry, log as logs } from '../raft/index.ts';
import {
  type Commit,
  committedAt,
  type Dated,
  type Elected,
  type Facts,
  type Hidden,
  newCommit,
} from './facts.ts';
import { hasTakenOffice } from './office.ts';
import type { Check, Collision, Sight } from './violation.ts';

export const leaderCompleteness: Check = (sight) => atElection(sight) ?? atCommit(sight);

function atElection({ before, after, facts }: Sight): Collision | null {
  if (!hasTakenOffice(before, after)) return null;
  const elected: Elected = { server: after.id, term: after.currentTerm, log: after.log };
  return missingOfFirst(elected, facts) ?? missingOfOthers(elected, facts);
}

function missingOfFirst(elected: Elected, facts: Facts): Collision | null {
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

function missingOfOthers(elected: Elected, facts: Facts): Collision | null {
  if (facts.otherCommits === null) return null;
  for (const [, commits] of sortedMap.entries(facts.otherCommits))
    for (const commit of commits) {
      const missing = missingFrom(elected, commit);
      if (missing !== null) return missing;
    }
  return null;
}

function atCommit({ before, after, facts }: Sight): Collision | null {
  if (after.commitIndex <= before.commitIndex || facts.highestTerm <= after.currentTerm)
    return null;
  for (let index = before.commitIndex + 1; index <= after.commitIndex; index += 1) {
    const commit = newCommit(facts, after, index);
    if (commit === null) continue;
    for (let place = 0; place < facts.elected.length; place += 1) {
      const missing = missingFrom(facts.elected.buffer[place] as Elected, commit);
      if (missing !== null) return missing;
    }
  }
  return null;
}

const missingFrom = (elected: Elected, commit: Commit): Collision | null =>
  isHigher(elected, commit) ? missingAt(elected, commit.first, commit.entry, commit) : null;

const isHigher = (elected: Elected, committed: Dated): boolean => committed.term < elected.term;

function missingAt(
  elected: Elected,
  index: LogIndex,
  known: Entry | Hidden | undefined,
  { term, server }: Dated,
): Collision | null {
  if (known === undefined || isHeld(elected, index, known)) return null;
  return {
    property: 'LeaderCompleteness',
    index,
    committedIn: term,
    committedBy: server,
    leader: elected.server,
    leaderTerm: elected.term,
  };
}

// By Log Matching the last term of a snapshot speaks for all of it.
function isHeld({ log }: Elected, index: LogIndex, known: Entry | Hidden): boolean {
  if (index < log.snapshotIndex) return true;
  const held = logs.entryAt(log, index);
  if (held !== undefined && known.payload !== null) return logs.sameEntry(held, known);
  const isThere = index <= logs.lastIndex(log);
  return isThere && (known.term === null || known.term === logs.termAt(log, index));
}
