/** commitIndex, lastApplied and matchIndex increase monotonically while a server is up (Figure 2, "State"). */
import type { Server } from '../raft/index.ts';
import type { Check, Collision } from './violation.ts';

export const monotonicIndexes: Check = ({ event, before, after }) => {
  // A crash takes what is volatile; the next boot counts afresh.
  if (event.kind === 'crash' || event.kind === 'restart') return null;
  return (
    fallen(after, 'commitIndex', before.commitIndex, after.commitIndex) ??
    fallen(after, 'lastApplied', before.lastApplied, after.lastApplied) ??
    fallenMatch(before, after)
  );
};

function fallen(
  { id }: Server,
  field: 'commitIndex' | 'lastApplied' | 'matchIndex',
  from: number,
  to: number,
): Collision | null {
  return to < from ? { property: 'MonotonicIndexes', server: id, field, from, to } : null;
}

function fallenMatch(before: Server, after: Server): Collision | null {
  if (before.role !== 'leader' || after.role !== 'leader') return null;
  if (before.currentTerm !== after.currentTerm || before.progress === after.progress) return null;
  for (let id = 0; id < before.progress.length; id += 1) {
    const was = before.progress[id]?.matchIndex ?? 0;
    const found = fallen(after, 'matchIndex', was, after.progress[id]?.matchIndex ?? was);
    if (found !== null) return found;
  }
  return null;
}
