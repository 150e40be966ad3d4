/** A leader's side of replication: sending each follower what it lacks, and noting how far it agrees (§5.3). */
import type { LogIndex, ServerId } from '../base/index.ts';
import { lastIndex, slice, termAt } from './log.ts';
import { type AppendEntriesRequest, numberRound } from './messages.ts';
import { rules } from './paper.ts';
import type { Leader, Progress } from './server.ts';
import { obey, ownLeader, send, type Transition } from './transition.ts';

/** A heartbeat goes to everybody; news only to those with nothing under way. */
export type Occasion = 'heartbeat' | 'news';

/** Sends AppendEntries to every other member. */
export function broadcast(t: Transition, occasion: Occasion): void {
  const leader = t.server as Leader;
  let progress: (Progress | null)[] | null = null;
  for (let to = 0; to < leader.progress.length; to += 1) {
    const known = leader.progress[to];
    if (known === null || known === undefined) continue;
    if (occasion === 'news' && isBusy(known)) continue;
    const changed = sendEntries(t, leader, to, known);
    if (changed === known) continue;
    progress ??= leader.progress.slice();
    progress[to] = changed;
  }
  if (progress !== null) ownLeader(t).progress = progress;
}

// One request with entries is outstanding per follower; a heartbeat repeats it, which mends a loss.
const isBusy = (progress: Progress): boolean =>
  progress.inFlight > 0 || progress.searchHigh !== null;

/** Sends what `to` lacks from nextIndex on, and gives what is known of it from now on. */
function sendEntries(t: Transition, leader: Leader, to: ServerId, progress: Progress): Progress {
  const { log, currentTerm, commitIndex, id, settings } = leader;
  const prevLogIndex = progress.nextIndex - 1;
  if (prevLogIndex < log.snapshotIndex) return sendSnapshot(t, leader, to, progress);
  // While the match point is searched by halves, probes are empty: entries would be sent in vain.
  const room = progress.searchHigh === null ? settings.maxEntriesPerAppend : 0;
  const last = Math.min(lastIndex(log), prevLogIndex + room);
  // Fig. 2, Ldr3: send the entries starting at nextIndex.
  if (last > prevLogIndex) obey(t, rules.Ldr3);
  const request: AppendEntriesRequest = {
    type: 'AppendEntriesRequest',
    from: id,
    to,
    term: currentTerm,
    leaderId: id,
    prevLogIndex,
    prevLogTerm: termAt(log, prevLogIndex),
    entries: slice(log, prevLogIndex + 1, last),
    leaderCommit: commitIndex,
  };
  if (leader.reads !== null) numberRound(request, leader.reads.round);
  send(t, request);
  const inFlight = last > prevLogIndex ? last : 0;
  if (inFlight === progress.inFlight) return progress;
  const { nextIndex, matchIndex, searchHigh } = progress;
  return { nextIndex, matchIndex, inFlight, searchHigh };
}

// §7: what the leader has discarded, it sends as a snapshot.
function sendSnapshot(t: Transition, leader: Leader, to: ServerId, progress: Progress): Progress {
  const { snapshot, id, currentTerm } = leader;
  if (snapshot === null) return progress;
  obey(t, rules.IS6);
  const { lastIncludedIndex, lastIncludedTerm, configuration, data } = snapshot;
  send(t, {
    type: 'InstallSnapshotRequest',
    from: id,
    to,
    term: currentTerm,
    leaderId: id,
    lastIncludedIndex,
    lastIncludedTerm,
    configuration,
    data,
  });
  const { nextIndex, matchIndex } = progress;
  return { nextIndex, matchIndex, inFlight: lastIncludedIndex, searchHigh: null };
}

/** Changes what the leader knows of one server. */
export function setProgress(t: Transition, id: ServerId, changed: Progress): void {
  if ((t.server as Leader).progress[id] === changed) return;
  const leader = ownLeader(t);
  const progress = leader.progress.slice();
  progress[id] = changed;
  leader.progress = progress;
}

/** A follower agrees up to `matched`; tells whether it still lacks something that should go out at once. */
export function noteSuccess(
  t: Transition,
  from: ServerId,
  known: Progress,
  matched: LogIndex,
): boolean {
  const leader = t.server as Leader;
  const matchIndex = Math.max(known.matchIndex, matched);
  const inFlight = matched >= known.inFlight ? 0 : known.inFlight;
  const searchHigh =
    known.searchHigh !== null && matchIndex < known.searchHigh ? known.searchHigh : null;
  const nextIndex = nextAfterSuccess(known, matchIndex, searchHigh);
  const isNews =
    matchIndex !== known.matchIndex || nextIndex !== known.nextIndex || inFlight !== known.inFlight;
  const changed =
    isNews || searchHigh !== known.searchHigh
      ? { nextIndex, matchIndex, inFlight, searchHigh }
      : known;
  // Fig. 2, Ldr3: if successful, update nextIndex and matchIndex for the follower.
  obey(t, rules.Ldr3);
  setProgress(t, from, changed);
  // A probe that is answered twice is followed up once.
  const hasMore = searchHigh !== null ? isNews : nextIndex <= lastIndex(leader.log);
  return inFlight === 0 && hasMore;
}

function nextAfterSuccess(
  known: Progress,
  matchIndex: LogIndex,
  searchHigh: LogIndex | null,
): LogIndex {
  if (searchHigh !== null) return halfway(matchIndex, searchHigh) + 1;
  return known.searchHigh !== null ? matchIndex + 1 : Math.max(known.nextIndex, matchIndex + 1);
}

/** The middle of a search, rounded up. */
export const halfway = (low: LogIndex, high: LogIndex): LogIndex => Math.ceil((low + high) / 2);

/** Sends one follower what it lacks, now. */
export function sendTo(t: Transition, to: ServerId): void {
  const leader = t.server as Leader;
  const known = leader.progress[to];
  if (known !== null && known !== undefined) setProgress(t, to, sendEntries(t, leader, to, known));
}
