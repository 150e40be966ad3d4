/** State Machine Safety: no two servers ever apply different entries at the same index (Figure 3, §5.4.3). */
import { log as logs } from '../raft/index.ts';
import { appliedAt } from './facts.ts';
import type { Check } from './violation.ts';

export const stateMachineSafety: Check = ({ before, after, facts }) => {
  for (let index = before.lastApplied + 1; index <= after.lastApplied; index += 1) {
    const applied = appliedAt(facts, index);
    const entry = logs.entryAt(after.log, index);
    if (applied === undefined || entry === undefined || logs.sameEntry(applied.entry, entry))
      continue;
    return { property: 'StateMachineSafety', index, first: applied.server, second: after.id };
  }
  return null;
};
