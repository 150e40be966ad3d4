/** A leader's side of replication: what each follower lacks, how its match point is found, what is committed (§5.3). */
import type { LogIndex, ServerId } from '../base/index.ts';
import { lastIndex, lastIndexOfTerm, slice, termAt } from './log.ts';
import type { AppendEntriesResponse } from './messages.ts';
import { rules } from './paper.ts';
import { isReplicated } from './quorum.ts';
import { type Leader, matchIndexOf, type Progress } from './server.ts';
import { type Own, obey, own, send, type Transition } from './transition.ts';

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
    progress ??= [...leader.progress];
    progress[to] = changed;
  }
  if (progress !== null) (own(t) as Own<Leader>).progress = progress;
}

// One request with entries is outstanding per follower; a heartbeat repeats it, which mends a loss.
const isBusy = (progress: Progress): boolean =>
  progress.inFlight > 0 || progress.searchHigh !== null;

/** Sends what `to` lacks from nextIndex on, and gives what is known of it from now on. */
function sendEntries(t: Transition, leader: Leader, to: ServerId, progress: Progress): Progress {
  const { log, currentTerm, commitIndex, id, settings } = leader;
  const prevLogIndex = progress.nextIndex - 1;
  // While the match point is searched by halves, probes are empty: entries would be sent in vain.
  const room = progress.searchHigh === null ? settings.maxEntriesPerAppend : 0;
  const last = Math.min(lastIndex(log), prevLogIndex + room);
  // Fig. 2, Ldr3: send the entries starting at nextIndex.
  if (last > prevLogIndex) obey(t, rules.Ldr3);
  send(t, {
    type: 'AppendEntriesRequest',
    from: id,
    to,
    term: currentTerm,
    leaderId: id,
    prevLogIndex,
    prevLogTerm: termAt(log, prevLogIndex),
    entries: slice(log, prevLogIndex + 1, last),
    leaderCommit: commitIndex,
  });
  const inFlight = last > prevLogIndex ? last : 0;
  if (inFlight === progress.inFlight) return progress;
  const { nextIndex, matchIndex, searchHigh } = progress;
  return { nextIndex, matchIndex, inFlight, searchHigh };
}

function setProgress(t: Transition, id: ServerId, changed: Progress): void {
  if ((t.server as Leader).progress[id] === changed) return;
  const leader = own(t) as Own<Leader>;
  const progress = [...leader.progress];
  progress[id] = changed;
  leader.progress = progress;
}

/** A follower agrees up to `matchIndex`: what it lacks goes out at once, and more may be committed now. */
export function noteSuccess(
  t: Transition,
  from: ServerId,
  known: Progress,
  matched: LogIndex,
): void {
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
  if (matchIndex > leader.commitIndex) advanceCommitIndex(t);
  // A probe that is answered twice is followed up once.
  const hasMore = searchHigh !== null ? isNews : nextIndex <= lastIndex(leader.log);
  if (inFlight === 0 && hasMore) resend(t, from, changed);
}

function nextAfterSuccess(
  known: Progress,
  matchIndex: LogIndex,
  searchHigh: LogIndex | null,
): LogIndex {
  if (searchHigh !== null) return halfway(matchIndex, searchHigh) + 1;
  return known.searchHigh !== null ? matchIndex + 1 : Math.max(known.nextIndex, matchIndex + 1);
}

const halfway = (low: LogIndex, high: LogIndex): LogIndex => Math.ceil((low + high) / 2);

function resend(t: Transition, to: ServerId, progress: Progress): void {
  const leader = t.server as Leader;
  setProgress(t, to, sendEntries(t, leader, to, progress));
}

/** A follower refused the consistency check: nextIndex moves back, by the chosen strategy. */
export function noteRefusal(t: Transition, response: AppendEntriesResponse, known: Progress): void {
  const leader = t.server as Leader;
  const refused = response.prevLogIndex ?? known.nextIndex - 1;
  // A late or doubled refusal speaks of an index that is behind us.
  if (refused !== known.nextIndex - 1 || refused <= known.matchIndex) return;
  // Fig. 2, Ldr3: if AppendEntries fails because of log inconsistency, decrement nextIndex and retry.
  obey(t, rules.Ldr3);
  const changed = stepBack[leader.settings.backtracking](leader, known, response);
  setProgress(t, response.from, changed);
  if (leader.settings.retryRejectedAtOnce) resend(t, response.from, changed);
}

type StepBack = (leader: Leader, known: Progress, response: AppendEntriesResponse) => Progress;

const backTo = (known: Progress, nextIndex: LogIndex): Progress => ({
  nextIndex: Math.max(known.matchIndex + 1, Math.min(nextIndex, known.nextIndex - 1)),
  matchIndex: known.matchIndex,
  inFlight: 0,
  searchHigh: null,
});

const decrement: StepBack = (_leader, known) => backTo(known, known.nextIndex - 1);

const stepBack: Readonly<Record<Leader['settings']['backtracking'], StepBack>> = {
  // §5.3: one step at a time is enough; failures are infrequent.
  decrement,
  // Departure: the match point is found by halving what lies between the last known match and the refusal.
  binarySearch: (_leader, known) => {
    const high = known.nextIndex - 2;
    const low = known.matchIndex;
    if (low >= high) return backTo(known, low + 1);
    return { ...backTo(known, halfway(low, high) + 1), searchHigh: high };
  },
  // §5.3, end: the refusal names the term in conflict and the first index it holds for it.
  conflictTerm: (leader, known, response) => {
    const { conflictTerm, conflictIndex } = response;
    if (conflictIndex === undefined) return decrement(leader, known, response);
    const shared =
      conflictTerm === undefined
        ? 0
        : lastIndexOfTerm(leader.log, conflictTerm, known.nextIndex - 2);
    return backTo(known, shared > 0 ? shared + 1 : conflictIndex);
  },
};

/** Commits what a majority holds, as far as the leader may count it. */
export function advanceCommitIndex(t: Transition): void {
  const leader = t.server as Leader;
  const index = highestReplicated(leader);
  if (index <= leader.commitIndex) return;
  // §5.4.2: only entries of the leader's own term are committed by counting replicas; older ones follow with them.
  if (
    termAt(leader.log, index) !== leader.currentTerm &&
    leader.settings.obeys['commit.currentTerm']
  )
    return;
  // Fig. 2, Ldr4: N > commitIndex, a majority of matchIndex[i] >= N, log[N].term == currentTerm: commitIndex = N.
  obey(t, rules.Ldr4);
  own(t).commitIndex = index;
}

function highestReplicated(leader: Leader): LogIndex {
  const matchOf = (id: ServerId): LogIndex => matchIndexOf(leader, id);
  let index = lastIndex(leader.log);
  while (index > leader.commitIndex && !isReplicated(leader.configuration, index, matchOf)) {
    index = nextLower(leader, index);
  }
  return index;
}

// The next index worth asking about: the highest match below the one that too few hold.
function nextLower(leader: Leader, index: LogIndex): LogIndex {
  let lower = 0;
  for (const progress of leader.progress) {
    if (progress !== null && progress.matchIndex < index)
      lower = Math.max(lower, progress.matchIndex);
  }
  return lower;
}
