/** The moment a server becomes leader of a term. */
import type { Server } from '../raft/index.ts';

/** Whether a server leads after an event that did not lead before it, or led an earlier term. */
export const hasTakenOffice = (before: Server, after: Server): boolean =>
  after.role === 'leader' && (before.role !== 'leader' || before.currentTerm !== after.currentTerm);
