/**
 * Log Matching: if two logs contain an entry with the same index and term, then they are identical in all entries up
 * to it (Figure 3, §5.3). Logs change only at their ends, so it is enough to compare new entries, and the term before
 * each, with what the others hold there.
 */
import type { LogIndex } from '../base/index.ts';
import { type Log, log as logs } from '../raft/index.ts';
import type { Check } from './violation.ts';

export const logMatching: Check = ({ before, after, world }) => {
  if (before.log === after.log) return null;
  const last = logs.lastIndex(after.log);
  for (let index = firstNew(before.log, after.log); index <= last; index += 1) {
    for (const other of world.servers) {
      if (other.id === after.id || agrees(after.log, other.log, index)) continue;
      const term = logs.termAt(after.log, index);
      return { property: 'LogMatching', index, term, first: other.id, second: after.id };
    }
  }
  return null;
};

function firstNew(before: Log, after: Log): LogIndex {
  if (before.buffer === after.buffer && after.length > before.length)
    return logs.lastIndex(before) + 1;
  let index = Math.max(before.snapshotIndex, after.snapshotIndex) + 1;
  while (index <= logs.lastIndex(after)) {
    if (logs.entryAt(before, index) !== logs.entryAt(after, index)) break;
    index += 1;
  }
  return index;
}

function agrees(a: Log, b: Log, index: LogIndex): boolean {
  const mine = logs.entryAt(a, index);
  const theirs = logs.entryAt(b, index);
  if (mine === undefined || theirs === undefined || mine.term !== theirs.term) return true;
  if (!logs.sameEntry(mine, theirs)) return false;
  const isKnown = index - 1 >= a.snapshotIndex && index - 1 >= b.snapshotIndex;
  return !isKnown || logs.termAt(a, index - 1) === logs.termAt(b, index - 1);
}
