/** Leader Append-Only: a leader never overwrites or deletes entries in its log, it only appends (Figure 3, §5.3). */
import { type Log, log as logs } from '../raft/index.ts';
import type { Check } from './violation.ts';

export const leaderAppendOnly: Check = ({ before, after }) => {
  // Taking office is the first thing a leader does: what it drops then, it drops as leader.
  if (after.role !== 'leader' || before.log === after.log) return null;
  const index = firstLost(before.log, after.log);
  return index === null
    ? null
    : { property: 'LeaderAppendOnly', server: after.id, term: after.currentTerm, index };
};

function firstLost(before: Log, after: Log): number | null {
  const last = logs.lastIndex(before);
  // Two versions over one buffer agree as far as both reach.
  const from = before.buffer === after.buffer ? logs.lastIndex(after) + 1 : after.snapshotIndex + 1;
  for (let index = from; index <= last; index += 1) {
    const was = logs.entryAt(before, index);
    const is = logs.entryAt(after, index);
    if (was !== undefined && (is === undefined || !logs.sameEntry(was, is))) return index;
  }
  return null;
}
