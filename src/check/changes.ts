/**
 * What an event changed of its server, as bits. Most events change nothing that a property looks at, and a few
 * comparisons are enough to know.
 */
import type { Server } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { hasTakenOffice } from './office.ts';

/**
 * One bit each. `commit`, `apply`: commitIndex or lastApplied rose; `fall`: one of them went back.
 */
export const change = {
  office: 1,
  log: 2,
  commit: 4,
  apply: 8,
  fall: 16,
  progress: 32,
} as const;

/** Every combination of changes is below this. */
export const changesEnd = 64;

/** What an event changed of its server; 0 where it has none. */
export const changesIn = ({ before, after }: Event): number =>
  before === after || before === null || after === null ? 0 : changesOf(before, after);

/** The changes between two states of a server, their bits together; 0: none that matters. */
function changesOf(before: Server, after: Server): number {
  let changes = before.log === after.log ? 0 : change.log;
  if (after.commitIndex !== before.commitIndex)
    changes |= after.commitIndex > before.commitIndex ? change.commit : change.fall;
  if (after.lastApplied !== before.lastApplied)
    changes |= after.lastApplied > before.lastApplied ? change.apply : change.fall;
  if (after.role !== 'leader') return changes;
  if (hasTakenOffice(before, after)) return changes | change.office;
  const isSame = before.role === 'leader' && before.progress === after.progress;
  return isSame ? changes : changes | change.progress;
}
