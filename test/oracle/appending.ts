/** What a follower does with entries and snapshots (Figure 2, AppendEntries RPC; Figure 13). */
import type { LogIndex } from '../../src/base/index.ts';
import type { Message } from '../../src/raft/index.ts';
import { afterRequest, type Given, holds, type MessageOf } from './given.ts';
import type { Judged } from './leading.ts';
import {
  followerIn,
  type LogPicture,
  lastIn,
  type Picture,
  pictureOf,
  wholeLog,
} from './picture.ts';
import { lastOf, termOf } from './reading.ts';

type Append = MessageOf<'AppendEntriesRequest'>;
type Install = MessageOf<'InstallSnapshotRequest'>;

/** How far a request gets: its sender is behind, or leads; then the server is its follower. */
function reception(given: Given, { term: asked, leaderId }: Append | Install) {
  const { before } = given;
  const { isNewer, term, replyTerm } = afterRequest(given, asked);
  const base = isNewer ? followerIn(pictureOf(before), term) : pictureOf(before);
  // Two leaders share a term only where a rule is off; neither follows the other.
  const isFollowed = asked >= term && base.role !== 'leader';
  const picture: Picture = isFollowed ? { ...followerIn(base, base.currentTerm), leaderId } : base;
  return { isFollowed, picture, replyTerm };
}

/** Whether the log holds an entry at prevLogIndex whose term is prevLogTerm; below a snapshot all agree. */
function isAgreedAt(given: Given, { prevLogIndex, prevLogTerm }: Append): boolean {
  const { log } = given.before;
  if (prevLogIndex > lastOf(log)) return false;
  const isKnown = prevLogIndex >= log.snapshotIndex;
  return (
    !isKnown ||
    termOf(log, prevLogIndex) === prevLogTerm ||
    !holds(given, 'append.consistencyCheck')
  );
}

/** An entry in conflict goes with all that follow it; what is not there yet is appended; all else stays. */
function withEntries(given: Given, { prevLogIndex, entries }: Append): LogPicture {
  const { log } = given.before;
  const whole = wholeLog(log);
  const kept = holds(given, 'append.truncateOnlyOnConflict')
    ? lastOf(log)
    : Math.min(lastOf(log), Math.max(log.snapshotIndex, prevLogIndex));
  const isNew = (index: LogIndex, term: number): boolean =>
    index > log.snapshotIndex && (index > kept || termOf(log, index) !== term);
  const place = entries.findIndex(({ term }, at) => isNew(prevLogIndex + 1 + at, term));
  return place < 0
    ? { ...whole, keep: kept }
    : { ...whole, keep: prevLogIndex + place, added: entries.slice(place) };
}

/** §5.3, end: from where on the follower knows nothing, or which term is in conflict and where it began. */
function hintOf({ before }: Given, { prevLogIndex }: Append) {
  const { log, settings } = before;
  if (settings.backtracking !== 'conflictTerm') return {};
  const conflictTerm = termOf(log, prevLogIndex);
  if (conflictTerm === undefined) return { conflictIndex: lastOf(log) + 1 };
  let conflictIndex = prevLogIndex;
  while (conflictIndex - 1 > log.snapshotIndex && termOf(log, conflictIndex - 1) === conflictTerm)
    conflictIndex -= 1;
  return { conflictTerm, conflictIndex };
}

/** AppendEntries RPC, receiver. */
export function judgeAppend(given: Given, message: Append): Judged {
  const { before } = given;
  const { isFollowed, picture, replyTerm } = reception(given, message);
  const { prevLogIndex, entries, leaderCommit, round } = message;
  const head = {
    type: 'AppendEntriesResponse',
    from: before.id,
    to: message.from,
    term: replyTerm,
    // Dissertation 6.4: a round is answered by who follows the leader that sent it, and by nobody else.
    ...(round === undefined || !isFollowed ? {} : { round }),
  } as const;
  const timer = isFollowed || (before.role === 'leader' && picture.role !== 'leader');
  if (!isFollowed || !isAgreedAt(given, message)) {
    const hint = isFollowed ? hintOf(given, message) : {};
    const refusal: Message = { ...head, success: false, matchIndex: 0, prevLogIndex, ...hint };
    return { picture, messages: [refusal], timer, isLeaderHeard: isFollowed };
  }
  const log = withEntries(given, message);
  const matchIndex = prevLogIndex + entries.length;
  const bound = holds(given, 'append.commitBound') ? matchIndex : lastIn(log);
  const commitIndex = Math.max(before.commitIndex, Math.min(leaderCommit, bound));
  return {
    picture: { ...picture, log, commitIndex },
    messages: [{ ...head, success: true, matchIndex }],
    timer,
    isLeaderHeard: true,
  };
}

/** InstallSnapshot RPC, receiver. */
export function judgeInstall(given: Given, message: Install): Judged {
  const { before } = given;
  const { isFollowed, picture, replyTerm } = reception(given, message);
  const { lastIncludedIndex } = message;
  const isNews = lastIncludedIndex > before.commitIndex || !holds(given, 'snapshot.ignoreOlder');
  return {
    picture: isFollowed && isNews ? replaced(given, picture, message) : picture,
    messages: [
      {
        type: 'InstallSnapshotResponse',
        from: before.id,
        to: message.from,
        term: replyTerm,
        lastIncludedIndex: isFollowed ? lastIncludedIndex : 0,
      },
    ],
    timer: isFollowed || (before.role === 'leader' && picture.role !== 'leader'),
    isLeaderHeard: isFollowed,
  };
}

/** Figure 13, 6 to 8: what follows the snapshot stays where the log agrees with it; the state machine starts anew. */
function replaced(
  { before }: Given,
  picture: Picture,
  { lastIncludedIndex: index, lastIncludedTerm: term, configuration }: Install,
): Picture {
  const { log } = before;
  const agrees = index > before.commitIndex && termOf(log, index) === term;
  const rest = agrees ? log.buffer.slice(index - log.snapshotIndex, log.length) : [];
  return {
    ...picture,
    commitIndex: index,
    lastApplied: index,
    beforeLog: configuration,
    log: { base: log, keep: index, added: rest, snapshotIndex: index, snapshotTerm: term },
  };
}
