/** AppendEntries RPC, receiver's side (Figure 2); a heartbeat gets the full check like any other. */
import type { LogIndex, ServerId } from '../../base/index.ts';
import { latestConfiguration } from '../configuration.ts';
import {
  append,
  type Entry,
  entryAt,
  firstIndexOfTerm,
  type Log,
  lastIndex,
  termAt,
  truncateAfter,
} from '../log.ts';
import { type AppendEntriesRequest, type AppendEntriesResponse, numberRound } from '../messages.ts';
import { rules } from '../paper.ts';
import type { Server } from '../server.ts';
import { adoptFromRequest, replyTerm } from '../term.ts';
import { hearLeader, obey, own, ownFollower, send, type Transition } from '../transition.ts';

export function onAppendEntries(t: Transition, request: AppendEntriesRequest): void {
  adoptFromRequest(t, request.term);
  if (t.server.role === 'follower') obey(t, rules.Fol1);
  // Fig. 2, AE1: reply false if term < currentTerm.
  obey(t, rules.AE1);
  // With rules switched off two leaders may share a term; neither follows the other.
  if (request.term < t.server.currentTerm || t.server.role === 'leader') {
    send(t, refusalOf(t, request));
    return;
  }
  followSender(t, request);
  // Fig. 2, AE2: reply false if the log holds no entry at prevLogIndex whose term is prevLogTerm.
  obey(t, rules.AE2);
  if (!isConsistent(t.server, request)) {
    const refusal = refusalOf(t, request);
    giveHint(refusal, t.server, request.prevLogIndex);
    reply(t, request, refusal);
    return;
  }
  takeEntries(t, request);
  learnCommitIndex(t, request);
  succeed(t, request);
}

/** Whoever sends entries in the current term leads it. */
export function followSender(t: Transition, { leaderId }: { readonly leaderId: ServerId }): void {
  // Fig. 2, Can3: AppendEntries from a new leader turns a candidate into a follower.
  if (t.server.role === 'candidate' || t.server.role === 'preCandidate') obey(t, rules.Can3);
  if (t.server.role !== 'follower' || t.server.leaderId !== leaderId) {
    ownFollower(t).leaderId = leaderId;
  }
  // Fig. 2, Fol2: hearing from the current leader restarts the election timer, also where the entries do not fit.
  hearLeader(t);
}

function isConsistent(
  { log, settings }: Server,
  { prevLogIndex, prevLogTerm }: AppendEntriesRequest,
): boolean {
  if (prevLogIndex > lastIndex(log)) return false;
  // What a snapshot covers is committed, hence equal on every leader.
  if (prevLogIndex < log.snapshotIndex) return true;
  return termAt(log, prevLogIndex) === prevLogTerm || !settings.obeys['append.consistencyCheck'];
}

function takeEntries(t: Transition, { prevLogIndex, entries }: AppendEntriesRequest): void {
  if (entries.length === 0 && t.server.settings.obeys['append.truncateOnlyOnConflict']) return;
  const before = t.server.log;
  const log = merge(t, before, prevLogIndex, entries);
  if (log === before) return;
  own(t).log = log;
  const isConfigurationTouched = entries.some(isConfig) || holdsConfig(before, prevLogIndex + 1);
  if (!isConfigurationTouched) return;
  // §6: a server always uses the latest configuration in its log, committed or not.
  const latest = latestConfiguration(log, t.server.initialConfiguration);
  const server = own(t);
  server.configuration = latest.configuration;
  server.configurationIndex = latest.configurationIndex;
}

const isConfig = (entry: Entry | undefined): boolean => entry?.payload.type === 'config';

function holdsConfig(log: Log, first: LogIndex): boolean {
  for (let index = first; index <= lastIndex(log); index += 1)
    if (isConfig(entryAt(log, index))) return true;
  return false;
}

function merge(t: Transition, before: Log, prevLogIndex: LogIndex, entries: readonly Entry[]): Log {
  let log = before;
  if (!t.server.settings.obeys['append.truncateOnlyOnConflict'])
    log = truncateAfter(log, prevLogIndex);
  let index = prevLogIndex;
  for (const entry of entries) {
    index += 1;
    if (index <= log.snapshotIndex) continue;
    if (index <= lastIndex(log)) {
      if (termAt(log, index) === entry.term) continue;
      // Fig. 2, AE3: an existing entry that conflicts goes, and all that follow it.
      obey(t, rules.AE3);
      log = truncateAfter(log, index - 1);
    }
    // Fig. 2, AE4: append any new entries not already in the log.
    obey(t, rules.AE4);
    log = append(log, entry);
  }
  return log;
}

function learnCommitIndex(
  t: Transition,
  { prevLogIndex, entries, leaderCommit }: AppendEntriesRequest,
): void {
  const { commitIndex, log, settings } = t.server;
  const bound = settings.obeys['append.commitBound']
    ? prevLogIndex + entries.length
    : lastIndex(log);
  const learned = Math.min(leaderCommit, bound);
  if (learned <= commitIndex) return;
  // Fig. 2, AE5: commitIndex = min(leaderCommit, index of last new entry); beyond it the logs may differ.
  obey(t, rules.AE5);
  own(t).commitIndex = learned;
}

function succeed(t: Transition, request: AppendEntriesRequest): void {
  const { from, term, prevLogIndex, entries } = request;
  reply(t, request, {
    type: 'AppendEntriesResponse',
    from: t.server.id,
    to: from,
    term: replyTerm(t, term),
    success: true,
    matchIndex: prevLogIndex + entries.length,
  });
}

// Thesis §6.4: only a server that follows the leader answers its round. A refusal for an older term goes without: the
// number would be taken for that of a round in the current term.
function reply(t: Transition, { round }: AppendEntriesRequest, made: AppendEntriesResponse): void {
  if (round !== undefined) numberRound(made, round);
  send(t, made);
}

type Refusal = { -readonly [Field in keyof AppendEntriesResponse]: AppendEntriesResponse[Field] };

// §5.3, end: the term of the conflicting entry and the first index it stores for that term. Set in place: spreads would
// make refusals of more shapes, and whatever reads messages slower.
function giveHint(refusal: Refusal, { log, settings }: Server, prevLogIndex: LogIndex): void {
  if (settings.backtracking !== 'conflictTerm') return;
  const isTooShort = prevLogIndex > lastIndex(log);
  if (!isTooShort) refusal.conflictTerm = termAt(log, prevLogIndex);
  refusal.conflictIndex = isTooShort ? lastIndex(log) + 1 : firstIndexOfTerm(log, prevLogIndex);
}

function refusalOf(t: Transition, { from, term, prevLogIndex }: AppendEntriesRequest): Refusal {
  return {
    type: 'AppendEntriesResponse',
    from: t.server.id,
    to: from,
    term: replyTerm(t, term),
    success: false,
    matchIndex: 0,
    prevLogIndex,
  };
}
