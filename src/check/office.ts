/** The moment a server becomes leader of a term. */
import type { Server } from '../raft/index.ts';

export const hasTakenOffice = (before: Server, after: Server): boolean =>
  after.role === 'leader' && (before.role !== 'leader' || before.currentTerm !== after.currentTerm);
