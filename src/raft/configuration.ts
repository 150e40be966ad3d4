/** Who takes part. A configuration is in force from the moment it is appended, committed or not (§6). */
import type { ServerId } from '../base/index.ts';
import { entryAt, type Log, lastIndex } from './log.ts';

/** Invariant: `outgoing` is null, or the voters of the old half of a joint configuration. */
export interface Configuration {
  readonly voters: readonly ServerId[];
  readonly outgoing: readonly ServerId[] | null;
  readonly learners: readonly ServerId[];
}

export const votersOnly = (voters: readonly ServerId[]): Configuration => ({
  voters,
  outgoing: null,
  learners: [],
});

/** Whether `id` has a vote. */
export const isVoter = ({ voters, outgoing }: Configuration, id: ServerId): boolean =>
  voters.includes(id) || (outgoing?.includes(id) ?? false);

/** Everybody the leader replicates to, each once, in order of id. */
export function members({ voters, outgoing, learners }: Configuration): readonly ServerId[] {
  if (outgoing === null && learners.length === 0) return voters;
  return [...new Set([...voters, ...(outgoing ?? []), ...learners])].sort((a, b) => a - b);
}

/** The latest configuration in the log, or `initial` where it holds none. */
export function configurationIn(log: Log, initial: Configuration): Configuration {
  for (let index = lastIndex(log); index > log.snapshotIndex; index -= 1) {
    const payload = entryAt(log, index)?.payload;
    if (payload?.type === 'config') return payload.configuration;
  }
  return initial;
}
