/** What a server has to be after an event, drawn without the core, and what of it is not so. */
import type { LogIndex, ServerId, Term } from '../../src/base/index.ts';
import type { Configuration, Entry, Log, Message, Role, Server } from '../../src/raft/index.ts';
import type { Given } from './given.ts';
import { areSame, configurationIn, entryOf, lastOf, termOf } from './reading.ts';

/** A log as parts of one that was: its entries up to `keep`, and then these. */
export interface LogPicture {
  readonly base: Log;
  readonly keep: LogIndex;
  readonly added: readonly Entry[];
  readonly snapshotIndex: LogIndex;
  readonly snapshotTerm: Term;
}

export interface Picture {
  readonly role: Role;
  readonly currentTerm: Term;
  readonly votedFor: ServerId | null;
  readonly leaderId: ServerId | null;
  readonly commitIndex: LogIndex;
  readonly lastApplied: LogIndex;
  readonly log: LogPicture;
  /** The configuration before the log. */
  readonly beforeLog: Configuration;
  /** Who granted a (pre-)candidate its vote; null for the other roles. */
  readonly granted: ReadonlySet<ServerId> | null;
}

export interface Verdict {
  readonly picture: Picture;
  /** Exactly these are sent, beside a leader's requests. */
  readonly messages: readonly Message[];
  /** Whether the election timer starts afresh; null: it may. */
  readonly timer: boolean | null;
  /** The leader of the term has spoken. */
  readonly isLeaderHeard?: boolean;
}

const grantedTo = (server: Server): ReadonlySet<ServerId> | null =>
  server.role === 'candidate' || server.role === 'preCandidate'
    ? new Set(server.votesGranted)
    : null;

export const wholeLog = (log: Log): LogPicture => ({
  base: log,
  keep: lastOf(log),
  added: [],
  snapshotIndex: log.snapshotIndex,
  snapshotTerm: log.snapshotTerm,
});

/** A server as it is. */
export const pictureOf = (server: Server): Picture => ({
  role: server.role,
  currentTerm: server.currentTerm,
  votedFor: server.votedFor,
  leaderId: server.leaderId,
  commitIndex: server.commitIndex,
  lastApplied: server.lastApplied,
  log: wholeLog(server.log),
  beforeLog: server.initialConfiguration,
  granted: grantedTo(server),
});

/** The picture of a follower in this term; in a new term it has voted for nobody and knows no leader. */
export const followerIn = (picture: Picture, term: Term): Picture => ({
  ...picture,
  role: 'follower',
  granted: null,
  ...(term === picture.currentTerm ? {} : { currentTerm: term, votedFor: null, leaderId: null }),
});

/** Nothing happens: no change, no word, no timer. */
export const unmoved = ({ before }: Given): Verdict => ({
  picture: pictureOf(before),
  messages: [],
  timer: false,
});

export const lastIn = ({ keep, added }: LogPicture): LogIndex => keep + added.length;
const entryIn = ({ base, keep, added }: LogPicture, index: LogIndex): Entry | undefined =>
  index <= keep ? entryOf(base, index) : added[index - keep - 1];
export const termIn = (log: LogPicture, index: LogIndex): Term | undefined =>
  index === log.snapshotIndex ? log.snapshotTerm : entryIn(log, index)?.term;

export const withEntry = (log: LogPicture, entry: Entry): LogPicture => ({
  ...log,
  added: [...log.added, entry],
});

/** The configuration in force over a log picture, and where it stands; 0: before the log. */
export function forceIn({ log, beforeLog }: Pick<Picture, 'log' | 'beforeLog'>): {
  readonly configuration: Configuration;
  readonly index: LogIndex;
} {
  for (let place = log.added.length - 1; place >= 0; place -= 1) {
    const payload = log.added[place]?.payload;
    if (payload?.type === 'config')
      return { configuration: payload.configuration, index: log.keep + 1 + place };
  }
  return configurationIn(log.base, beforeLog, log.keep);
}

const fields = [
  'role',
  'currentTerm',
  'votedFor',
  'leaderId',
  'commitIndex',
  'lastApplied',
] as const;

/** What is not as the verdict has it, in sentences without the server's name. */
export function differences(
  { after, isTimerRestarted }: Given,
  { picture, timer }: Pick<Verdict, 'picture' | 'timer'>,
): string[] {
  const found: string[] = [];
  for (const field of fields)
    if (after[field] !== picture[field])
      found.push(`${field} is ${after[field]}, and should be ${picture[field]}`);
  found.push(...logDifferences(after.log, picture.log));
  const granted = grantedTo(after);
  if (after.role === picture.role && !areSame(granted, picture.granted))
    found.push(`counts votes of ${list(granted)}, and should of ${list(picture.granted)}`);
  if (!areSame(after.initialConfiguration, picture.beforeLog))
    found.push('holds another configuration before its log than it should');
  if (timer !== null && timer !== isTimerRestarted)
    found.push(timer ? 'did not restart its election timer' : 'restarted its election timer');
  return found;
}

const list = (ids: ReadonlySet<ServerId> | null): string => JSON.stringify([...(ids ?? [])]);

function logDifferences(log: Log, picture: LogPicture): string[] {
  if (log === picture.base && picture.added.length === 0 && picture.keep === lastOf(log)) return [];
  if (log.snapshotIndex !== picture.snapshotIndex || log.snapshotTerm !== picture.snapshotTerm)
    return [`its log begins after ${log.snapshotIndex}, and should after ${picture.snapshotIndex}`];
  const last = lastIn(picture);
  if (lastOf(log) !== last) return [`its log ends at ${lastOf(log)}, and should at ${last}`];
  for (let index = log.snapshotIndex + 1; index <= last; index += 1) {
    if (!areSame(entryOf(log, index), entryIn(picture, index)))
      return [`holds an entry of term ${termOf(log, index)} at ${index} that it should not`];
  }
  return [];
}

/** What was said and should not have been, and the other way round; the order does not matter. */
export function messageDifferences(said: readonly Message[], due: readonly Message[]): string[] {
  const left = [...said];
  const missing = due.filter((message) => {
    const place = left.findIndex((one) => areSame(one, message));
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [
    ...left.map((message) => `sent ${JSON.stringify(message)}, which it should not`),
    ...missing.map((message) => `did not send ${JSON.stringify(message)}`),
  ];
}
