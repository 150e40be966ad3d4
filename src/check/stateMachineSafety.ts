/** State Machine Safety: no two servers ever apply different entries at the same index (Figure 3, §5.4.3). */
import type { LogIndex } from '../base/index.ts';
import { type Entry, type Log, log as logs } from '../raft/index.ts';
import { appliedAt } from './facts.ts';
import type { Check } from './violation.ts';

export const stateMachineSafety: Check = ({ before, after, facts }) => {
  for (let index = before.lastApplied + 1; index <= after.lastApplied; index += 1) {
    const applied = appliedAt(facts, index);
    const entry = logs.entryAt(after.log, index);
    if (applied === undefined || isSame(applied.entry, entry, after.log, index)) continue;
    return { property: 'StateMachineSafety', index, first: applied.server, second: after.id };
  }
  return null;
};

// What a snapshot covers is applied, too, and by Log Matching the term of its end speaks for all of it.
const isSame = (applied: Entry, entry: Entry | undefined, log: Log, index: LogIndex): boolean =>
  entry === undefined
    ? index !== log.snapshotIndex || applied.term === log.snapshotTerm
    : logs.sameEntry(applied, entry);
