/** A read that leaves no entry in the log: what its leader still waits for (Thesis §6.4). */
import { type Leader, log as logs } from '../../raft/index.ts';
import type { Client } from '../../sim/index.ts';
import { readStates } from '../../words/index.ts';
import { quorumsWhere, type Stage, waits } from './stages.ts';

/** Where the read of a client stands at this leader; null where it waits for none. */
export function readStage(leader: Leader, client: Client, at: string): Stage | null {
  const { reads, log, commitIndex, lastApplied, currentTerm } = leader;
  const read = reads?.pending.find(
    ({ command }) => command.clientId === client.id && command.serial === client.serial,
  );
  if (reads === null || read === undefined) return null;
  // Thesis §6.4, step 1: until an entry of its own term is committed, a leader does not know what is.
  if (logs.termAt(log, commitIndex) !== currentTerm) return waits(readStates.ownTerm(at), [], true);
  const hasAnswered = (id: number): boolean =>
    id === leader.id || (reads.answered[id] ?? 0) >= read.round;
  const quorums = quorumsWhere(leader, hasAnswered, () => false);
  if (quorums.some(({ held, needed }) => held < needed))
    return waits(readStates.round(at), quorums);
  return waits(readStates.apply(at, Math.max(read.readIndex, lastApplied)), []);
}
