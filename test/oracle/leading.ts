/** What a leader owes (Figure 2, rules for leaders; §6, §7): what it knows of the others, sends them, and commits. */
import type { LogIndex, ServerId } from '../../src/base/index.ts';
import type { Configuration, Entry, Leader, Log } from '../../src/raft/index.ts';
import { type Given, holds, wins } from './given.ts';
import {
  forceIn,
  type LogPicture,
  lastIn,
  type Picture,
  pictureOf,
  termIn,
  type Verdict,
  withEntry,
} from './picture.ts';
import { hasVote, termOf } from './reading.ts';

type Range = readonly [least: number, most: number];

/** What a leader has to know of one other server, and how many requests it may send it. */
export interface Duty {
  readonly matchOf: (id: ServerId) => LogIndex;
  readonly nextOf: (id: ServerId) => Range;
  readonly requests: (id: ServerId) => Range;
}

/** A verdict, with the duties of a leader where there is one. */
export type Judged = Verdict & { readonly duty?: Duty };

/** Up to where a leader's own copy counts: what of its log is on its disk (dissertation 10.2.1). */
function ownMatch(log: LogPicture, durable: Log | null): LogIndex {
  if (durable === null) return lastIn(log);
  let index = Math.min(lastIn(log), durable.snapshotIndex + durable.length);
  while (index > log.snapshotIndex && termOf(durable, index) !== termIn(log, index)) index -= 1;
  return index;
}

/** Figure 2: the highest N of the current term that a majority holds; commitIndex where there is none. */
function highestHeld(
  given: Given,
  { log, commitIndex, currentTerm }: Picture,
  configuration: Configuration,
  matchOf: (id: ServerId) => LogIndex,
): LogIndex {
  for (let n = lastIn(log); n > commitIndex; n -= 1) {
    // §5.4.2: an entry of an older term is never committed by counting.
    if (termIn(log, n) !== currentTerm && holds(given, 'commit.currentTerm')) continue;
    if (wins(given, configuration, (id) => matchOf(id) >= n)) return n;
  }
  return commitIndex;
}

interface Settled {
  readonly picture: Picture;
  /** Whether the second half of a joint change was appended. */
  readonly isCompleted: boolean;
}

/**
 * What follows from what is known of the others: what is committed, and with a committed configuration its second
 * half, or the end of the office of a leader that is not in it (§6).
 */
export function settle(
  given: Given,
  from: Picture,
  matchOf: (id: ServerId) => LogIndex,
  isNewOffice = false,
): Settled {
  const { before, after } = given;
  const withSelf = (log: LogPicture, durable: Log | null) => (id: ServerId) =>
    id === before.id ? ownMatch(log, durable) : matchOf(id);
  const heldBefore = isNewOffice ? before.commitIndex : highestBefore(given);
  let picture = from;
  let isCompleted = false;
  // A new office asks what follows from all that is committed, later on only from what is committed now.
  let known = isNewOffice ? -1 : before.commitIndex;
  for (;;) {
    const { configuration, index } = forceIn(picture);
    const held = highestHeld(
      given,
      picture,
      configuration,
      withSelf(picture.log, given.durableAfter?.log ?? null),
    );
    // What could have been committed before this event already, and was not, may be now.
    const mayBe = Math.min(Math.max(after.commitIndex, picture.commitIndex), held);
    picture = { ...picture, commitIndex: held > heldBefore ? held : mayBe };
    const isNews = picture.commitIndex > known;
    known = picture.commitIndex;
    // What stood before all logs is no change that anybody began; what a snapshot holds is one.
    const isChange = index > 0 || picture.log.snapshotIndex > 0;
    const isDecided = isNews && isChange && index <= picture.commitIndex;
    if (!isDecided) return { picture, isCompleted };
    if (configuration.outgoing === null) {
      return hasVote(configuration, before.id)
        ? { picture, isCompleted }
        : { picture: { ...picture, role: 'follower', leaderId: null }, isCompleted };
    }
    const entry: Entry = {
      term: picture.currentTerm,
      payload: { type: 'config', configuration: { ...configuration, outgoing: null } },
    };
    picture = { ...picture, log: withEntry(picture.log, entry) };
    isCompleted = true;
  }
}

function highestBefore(given: Given): LogIndex {
  const { before, durableBefore } = given;
  if (before.role !== 'leader') return before.commitIndex;
  const picture = pictureOf(before);
  return highestHeld(given, picture, before.configuration, (id) =>
    id === before.id
      ? ownMatch(picture.log, durableBefore?.log ?? null)
      : (before.progress[id]?.matchIndex ?? 0),
  );
}

/** A candidate has won: it knows nothing of the others, and tells everybody (§5.2, §8). */
export function takesOffice(given: Given, candidate: Picture): Judged {
  const { before } = given;
  const isKept = holds(given, 'leader.appendOnly');
  const { log } = candidate;
  const kept = isKept ? log : { ...log, keep: Math.min(log.keep, candidate.commitIndex) };
  const first = lastIn(kept) + 1;
  const noop: Entry = { term: candidate.currentTerm, payload: { type: 'noop' } };
  const elected: Picture = {
    ...candidate,
    role: 'leader',
    leaderId: before.id,
    granted: null,
    log: before.settings.noop ? withEntry(kept, noop) : kept,
  };
  const { picture, isCompleted } = settle(given, elected, () => 0, true);
  return {
    picture,
    messages: [],
    timer: picture.role !== 'leader',
    duty: {
      matchOf: () => 0,
      nextOf: () => [first, first],
      requests: () => [picture.role === 'leader' ? 1 : 0, isCompleted ? 2 : 1],
    },
  };
}

/** Whether nothing is under way to a server: it may be sent entries at once. */
export const isIdle = (leader: Leader, id: ServerId): boolean => {
  const known = leader.progress[id];
  return (
    known === null || known === undefined || (known.inFlight === 0 && known.searchHigh === null)
  );
};

/** What a leader knows and has to know still, of those it knew and of those that are new. */
export function unchangedDuty(leader: Leader): Pick<Duty, 'matchOf' | 'nextOf'> {
  const fresh = leader.log.snapshotIndex + leader.log.length + 1;
  return {
    matchOf: (id) => leader.progress[id]?.matchIndex ?? 0,
    nextOf: (id) => {
      const next = leader.progress[id]?.nextIndex ?? fresh;
      return [next, next];
    },
  };
}

/** A leader appends an entry of its term: those with nothing under way hear of it at once. */
export function appends(given: Given, leader: Leader, entry: Entry): Judged {
  const start = pictureOf(leader);
  const known = unchangedDuty(leader);
  const { picture, isCompleted } = settle(
    given,
    { ...start, log: withEntry(start.log, entry) },
    known.matchOf,
  );
  return {
    picture,
    messages: [],
    timer: picture.role !== 'leader',
    duty: {
      ...known,
      requests: (id) => (isIdle(leader, id) ? [1, isCompleted ? 2 : 1] : [0, 0]),
    },
  };
}
