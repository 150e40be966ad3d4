/** Reading what a server shows, with no help of the core: logs, configurations, majorities. */
import { isDeepStrictEqual } from 'node:util';
import type { LogIndex, ServerId, Term } from '../../src/base/index.ts';
import type { Configuration, Entry, Log, Server } from '../../src/raft/index.ts';

/** Last index of a log; that of its snapshot where it holds nothing more. */
export const lastOf = (log: Log): LogIndex => log.snapshotIndex + log.length;

/** The entry at `index`; undefined where the log holds none. */
export const entryOf = (log: Log, index: LogIndex): Entry | undefined =>
  index > log.snapshotIndex && index <= lastOf(log)
    ? log.buffer[index - log.snapshotIndex - 1]
    : undefined;

/** The term at `index`; undefined where nothing is known of it. Before every log stands term 0. */
export function termOf(log: Log, index: LogIndex): Term | undefined {
  if (index === log.snapshotIndex) return log.snapshotTerm;
  return entryOf(log, index)?.term;
}

/** Terms never fall along a log, so the last entry's is the highest it holds. */
export const lastTermOf = (log: Log): Term => termOf(log, lastOf(log)) ?? 0;

export const entriesFrom = (log: Log, first: LogIndex): readonly Entry[] =>
  log.buffer.slice(Math.max(0, first - log.snapshotIndex - 1), log.length);

export const areSame = (a: unknown, b: unknown): boolean => a === b || isDeepStrictEqual(a, b);

const configurationAt = (log: Log, index: LogIndex): Configuration | undefined => {
  const payload = entryOf(log, index)?.payload;
  return payload?.type === 'config' ? payload.configuration : undefined;
};

/** The configuration a log puts in force up to `last`, and its index; index 0: the one before the log. */
export function configurationIn(
  log: Log,
  beforeLog: Configuration,
  last: LogIndex = lastOf(log),
): { readonly configuration: Configuration; readonly index: LogIndex } {
  const held = entriesFrom(log, log.snapshotIndex + 1)
    .slice(0, Math.max(0, last - log.snapshotIndex))
    .map((_, place) => log.snapshotIndex + 1 + place);
  const index = held.findLast((at) => configurationAt(log, at) !== undefined);
  return index === undefined
    ? { configuration: beforeLog, index: 0 }
    : { configuration: configurationAt(log, index) as Configuration, index };
}

/** The groups of which each must give its majority: one, or two while a joint configuration is in force. */
export const halvesOf = ({ voters, outgoing }: Configuration): readonly (readonly ServerId[])[] =>
  outgoing === null ? [voters] : [voters, outgoing];

export const hasVote = (configuration: Configuration, id: ServerId): boolean =>
  halvesOf(configuration).some((half) => half.includes(id));

/** Everybody but `id` who votes, in order. */
export const otherVoters = (configuration: Configuration, id: ServerId): readonly ServerId[] =>
  [...new Set(halvesOf(configuration).flat())]
    .filter((other) => other !== id)
    .sort((a, b) => a - b);

/** Everybody but `id` whom a leader keeps up to date. */
export const otherMembers = (configuration: Configuration, id: ServerId): readonly ServerId[] => [
  ...new Set(
    [...halvesOf(configuration).flat(), ...configuration.learners].filter((other) => other !== id),
  ),
];

/** More than half of every half. */
export const isMajority = (
  configuration: Configuration,
  isIn: (id: ServerId) => boolean,
): boolean => halvesOf(configuration).every((half) => 2 * half.filter(isIn).length > half.length);

/** Whether a server may stand: it votes, or did once and does not know its removal committed (dissertation 4.2.2). */
export function mayStand(server: Server): boolean {
  const { id, log, initialConfiguration, configuration, commitIndex } = server;
  if (hasVote(configuration, id)) return true;
  const { index } = configurationIn(log, initialConfiguration);
  if (index > 0 && index <= commitIndex) return false;
  if (configuration.learners.includes(id)) return false;
  return (
    hasVote(initialConfiguration, id) ||
    entriesFrom(log, log.snapshotIndex + 1).some(
      ({ payload }) => payload.type === 'config' && hasVote(payload.configuration, id),
    )
  );
}
