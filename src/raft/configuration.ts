/** Who takes part. A configuration is in force from the moment it is appended, committed or not (§6). */
import type { LogIndex, ServerId } from '../base/index.ts';
import { entryAt, type Log, lastIndex } from './log.ts';

/** Invariant: `outgoing` is null, or the voters of the old half of a joint configuration. */
export interface Configuration {
  readonly voters: readonly ServerId[];
  readonly outgoing: readonly ServerId[] | null;
  readonly learners: readonly ServerId[];
}

/** These servers, each with a vote. */
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

/** The latest configuration in the log up to `last`, and where it stands; `initial` and 0 where there is none. */
export function latestConfiguration(
  log: Log,
  initial: Configuration,
  last: LogIndex = lastIndex(log),
): { configuration: Configuration; configurationIndex: LogIndex } {
  for (let index = last; index > log.snapshotIndex; index -= 1) {
    const payload = entryAt(log, index)?.payload;
    if (payload?.type === 'config')
      return { configuration: payload.configuration, configurationIndex: index };
  }
  return { configuration: initial, configurationIndex: 0 };
}

/** Nobody: what a server holds that has not been told of any configuration. */
export const nobody: Configuration = votersOnly([]);

/** Whether `id` takes part without a vote. */
export const isLearner = (configuration: Configuration, id: ServerId): boolean =>
  configuration.learners.includes(id) && !isVoter(configuration, id);

/** Whether any configuration a server holds, now or before, names it as voter (Thesis §4.2.2). */
export function wasEverVoter(log: Log, initial: Configuration, id: ServerId): boolean {
  if (isVoter(initial, id)) return true;
  for (let index = log.snapshotIndex + 1; index <= lastIndex(log); index += 1) {
    const payload = entryAt(log, index)?.payload;
    if (payload?.type === 'config' && isVoter(payload.configuration, id)) return true;
  }
  return false;
}
