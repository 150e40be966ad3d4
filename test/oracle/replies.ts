/** Answers that reach a leader (§5.3, §7): what it learns of a follower, and what it says to it next. */
import type { LogIndex, ServerId } from '../../src/base/index.ts';
import type { Leader, Message } from '../../src/raft/index.ts';
import { type Given, type MessageOf, weightOf } from './given.ts';
import { type Duty, isIdle, type Judged, settle, unchangedDuty } from './leading.ts';
import { lastIn, pictureOf, unmoved } from './picture.ts';
import { lastOf, termOf } from './reading.ts';
import { deposed } from './voting.ts';

type Known = NonNullable<Leader['progress'][number]>;
type Range = readonly [LogIndex, LogIndex];

/** What an answer says of its sender, and what is due to it. */
interface Learned {
  readonly match: LogIndex;
  readonly next: Range;
  readonly requests: Range;
  /** Whether nothing is under way to it any more. */
  readonly isIdleNow: boolean;
}

/** The leader with what it has learned of one follower, and how many requests that one may be sent. */
function learned(
  given: Given,
  leader: Leader,
  of: ServerId,
  { match, next, requests, isIdleNow }: Learned,
): Judged {
  const others = unchangedDuty(leader);
  const matchOf = (id: ServerId) => (id === of ? match : others.matchOf(id));
  const { picture, isCompleted } = settle(given, pictureOf(leader), matchOf);
  const duty: Duty = {
    matchOf,
    nextOf: (id) => (id === of ? next : others.nextOf(id)),
    requests: (id) => {
      if (picture.role !== 'leader') return [0, isCompleted ? 1 : 0];
      if (id === of && !(isCompleted && isIdleNow)) return requests;
      if (id === of) return [1, 1];
      return isCompleted && isIdle(leader, id) ? [1, 1] : [0, 0];
    },
  };
  const isWhole = picture.role === 'leader' && match >= lastIn(picture.log);
  const messages = farewell(given, leader, of, isWhole);
  return { picture, messages, timer: picture.role !== 'leader', duty };
}

/** Dissertation 3.10: the target is asked to stand as soon as it has the whole log, and once. */
function farewell(
  given: Given,
  { transfer, id, currentTerm }: Leader,
  to: ServerId,
  isWhole: boolean,
): readonly Message[] {
  const message = given.event.envelope?.message;
  const isRefused = message?.type === 'AppendEntriesResponse' && !message.success;
  if (isRefused || !isWhole || transfer?.target !== to || transfer.isAsked) return [];
  return [{ type: 'TimeoutNowRequest', from: id, to, term: currentTerm, leaderId: id }];
}

/** A success: matchIndex never falls, nextIndex follows it, and what is missing still goes out. */
function agreed(
  given: Given,
  leader: Leader,
  from: ServerId,
  known: Known,
  upTo: LogIndex,
): Judged {
  const match = Math.max(known.matchIndex, upTo);
  const floor = Math.max(known.nextIndex, match + 1);
  const { searchHigh } = known;
  const isSearching = searchHigh !== null;
  // While the match point is searched by halves, nextIndex is a probe somewhere above the last match.
  const next: Range = isSearching ? [match + 1, Math.max(floor, searchHigh + 1)] : [floor, floor];
  const isUnderWay = upTo < known.inFlight;
  const lacks = floor <= lastOf(leader.log) && !isUnderWay;
  const requests: Range = isSearching ? [0, 1] : lacks ? [1, 1] : [0, 0];
  return learned(given, leader, from, {
    match,
    next,
    requests,
    isIdleNow: !isSearching && !isUnderWay,
  });
}

/** §5.3, end: back by one, by halves, or to where the follower's conflicting term began. */
function stepBack(
  { log, settings }: Leader,
  { nextIndex, matchIndex }: Known,
  { conflictTerm, conflictIndex }: MessageOf<'AppendEntriesResponse'>,
): Range {
  const within = (index: LogIndex): Range => {
    const at = Math.max(matchIndex + 1, Math.min(index, nextIndex - 1));
    return [at, at];
  };
  if (settings.backtracking === 'binarySearch')
    return [matchIndex + 1, Math.max(matchIndex + 1, nextIndex - 1)];
  if (settings.backtracking === 'decrement' || conflictIndex === undefined)
    return within(nextIndex - 1);
  if (conflictTerm === undefined) return within(conflictIndex);
  for (
    let index = Math.min(nextIndex - 2, lastOf(log));
    index >= Math.max(1, log.snapshotIndex);
    index -= 1
  )
    if (termOf(log, index) === conflictTerm) return within(index + 1);
  return within(conflictIndex);
}

function refused(
  given: Given,
  leader: Leader,
  message: MessageOf<'AppendEntriesResponse'>,
  known: Known,
): Judged {
  const { matchIndex: match, nextIndex } = known;
  const asked = message.prevLogIndex ?? nextIndex - 1;
  // A refusal that came late, or twice, speaks of a probe that is not the last one.
  const isStale = asked !== nextIndex - 1 || asked <= match;
  const next: Range = isStale ? [nextIndex, nextIndex] : stepBack(leader, known, message);
  const retries = !isStale && leader.settings.retryRejectedAtOnce;
  const requests: Range = retries ? [1, 1] : [0, 0];
  return learned(given, leader, message.from, { match, next, requests, isIdleNow: false });
}

/** An answer to a leader: what `judge` says of it, where its term lets it count and its sender is a member. */
function judgeAnswer(
  given: Given,
  { from, term }: MessageOf<'AppendEntriesResponse' | 'InstallSnapshotResponse'>,
  judge: (leader: Leader, known: Known) => Judged,
): Judged {
  const leader = given.before;
  const weight = weightOf(given, term);
  if (weight === 'deposes') return deposed(given, term);
  if (weight === 'nothing' || leader.role !== 'leader') return unmoved(given);
  const known = leader.progress[from];
  return known === null || known === undefined ? unmoved(given) : judge(leader, known);
}

/** AppendEntries RPC, the leader's side. */
export const judgeAppendAnswer = (
  given: Given,
  message: MessageOf<'AppendEntriesResponse'>,
): Judged =>
  judgeAnswer(given, message, (leader, known) =>
    message.success
      ? agreed(given, leader, message.from, known, message.matchIndex)
      : refused(given, leader, message, known),
  );

/** InstallSnapshot RPC, the leader's side. */
export const judgeSnapshotAnswer = (
  given: Given,
  message: MessageOf<'InstallSnapshotResponse'>,
): Judged =>
  judgeAnswer(given, message, (leader, known) => {
    const upTo = Math.min(message.lastIncludedIndex, lastOf(leader.log));
    return agreed(given, leader, message.from, known, upTo);
  });
