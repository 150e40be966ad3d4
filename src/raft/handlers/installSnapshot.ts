/** InstallSnapshot RPC, both sides (Figure 13; one message, no chunks). */
import { latestConfiguration } from '../configuration.ts';
import { compact, lastIndex } from '../log.ts';
import type { InstallSnapshotRequest, InstallSnapshotResponse } from '../messages.ts';
import { rules } from '../paper.ts';
import { noteSuccess, sendTo } from '../replication.ts';
import { adoptFromRequest, adoptFromResponse, replyTerm } from '../term.ts';
import { goOnWithTransfer } from '../transfer.ts';
import { ask, obey, own, send, type Transition } from '../transition.ts';
import { followSender } from './appendEntries.ts';

export function onInstallSnapshot(t: Transition, request: InstallSnapshotRequest): void {
  adoptFromRequest(t, request.term);
  // Figure 13, 1: reply immediately if term < currentTerm.
  obey(t, rules.IS1);
  const isRefused = request.term < t.server.currentTerm || t.server.role === 'leader';
  if (!isRefused) {
    followSender(t, request);
    if (isNewer(t, request)) install(t, request);
  }
  send(t, {
    type: 'InstallSnapshotResponse',
    from: t.server.id,
    to: request.from,
    term: replyTerm(t, request.term),
    lastIncludedIndex: isRefused ? 0 : request.lastIncludedIndex,
  });
}

function isNewer(t: Transition, { lastIncludedIndex }: InstallSnapshotRequest): boolean {
  // §7: what is committed here already must not be taken back by a snapshot that came late.
  obey(t, rules.IS2);
  return (
    lastIncludedIndex > t.server.commitIndex || !t.server.settings.obeys['snapshot.ignoreOlder']
  );
}

function install(
  t: Transition,
  { lastIncludedIndex, lastIncludedTerm, configuration, data }: InstallSnapshotRequest,
): void {
  // Figure 13, 6 and 7: entries that follow the snapshot stay where the log agrees with it; else the log goes.
  obey(t, rules.IS3);
  const isOlder = lastIncludedIndex <= t.server.commitIndex;
  const log = isOlder
    ? { buffer: [], length: 0, snapshotIndex: lastIncludedIndex, snapshotTerm: lastIncludedTerm }
    : compact(t.server.log, lastIncludedIndex, lastIncludedTerm);
  // Figure 13, 8: reset the state machine, and take the snapshot's configuration.
  obey(t, rules.IS4);
  const latest = latestConfiguration(log, configuration);
  const server = own(t);
  server.log = log;
  server.snapshot = { lastIncludedIndex, lastIncludedTerm, configuration, data };
  server.initialConfiguration = configuration;
  server.configuration = latest.configuration;
  server.configurationIndex = latest.configurationIndex;
  server.commitIndex = lastIncludedIndex;
  server.lastApplied = lastIncludedIndex;
  ask(t, { type: 'restore', data });
}

export function onInstallSnapshotResponse(t: Transition, response: InstallSnapshotResponse): void {
  if (!adoptFromResponse(t, response.term) || t.server.role !== 'leader') return;
  const { from, lastIncludedIndex } = response;
  const known = t.server.progress[from];
  if (known === null || known === undefined) return;
  const hasMore = noteSuccess(t, from, known, Math.min(lastIncludedIndex, lastIndex(t.server.log)));
  if (hasMore) sendTo(t, from);
  goOnWithTransfer(t, from);
}
