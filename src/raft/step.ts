/** The core: one input, one transition. Pure; it has neither clock nor dice, and asks the world for both. */
import { type ServerId, unreachable } from '../base/index.ts';
import { type Clock, noClock } from './clock.ts';
import { onAppendEntries } from './handlers/appendEntries.ts';
import { onAppendEntriesResponse } from './handlers/appendEntriesResponse.ts';
import { onApplyCommitted } from './handlers/applyCommitted.ts';
import { type ChangeConfiguration, onChangeConfiguration } from './handlers/changeConfiguration.ts';
import { type ClientRequest, onClientRequest } from './handlers/clientRequest.ts';
import { onElectionTimeout } from './handlers/electionTimeout.ts';
import { onHeartbeat } from './handlers/heartbeat.ts';
import { onInstallSnapshot, onInstallSnapshotResponse } from './handlers/installSnapshot.ts';
import { onPersisted, type Persisted } from './handlers/persisted.ts';
import { onPreVote, onPreVoteResponse } from './handlers/preVote.ts';
import { onRequestVote } from './handlers/requestVote.ts';
import { onRequestVoteResponse } from './handlers/requestVoteResponse.ts';
import { onTakeSnapshot, type TakeSnapshot } from './handlers/takeSnapshot.ts';
import { onTimeoutNow } from './handlers/timeoutNow.ts';
import type { Message } from './messages.ts';
import type { RuleList } from './ruleList.ts';
import type { Server } from './server.ts';
import { startTransfer } from './transfer.ts';
import { begin, type Effect, startElectionTimer, type Transition } from './transition.ts';

export type Input =
  | Message
  | ClientRequest
  | { readonly type: 'electionTimeout' }
  | { readonly type: 'heartbeat' }
  | TakeSnapshot
  | Persisted
  | { readonly type: 'transferLeadership'; readonly target: ServerId }
  | ChangeConfiguration
  /** commitIndex is ahead of lastApplied. */
  | { readonly type: 'applyCommitted' };

// A table of functions would be shorter, but calling through it takes a tenth of all time.
function handle(t: Transition, input: Input): void {
  switch (input.type) {
    case 'AppendEntriesRequest':
      onAppendEntries(t, input);
      break;
    case 'AppendEntriesResponse':
      onAppendEntriesResponse(t, input);
      break;
    case 'applyCommitted':
      onApplyCommitted(t);
      break;
    case 'heartbeat':
      onHeartbeat(t);
      break;
    case 'clientRequest':
      onClientRequest(t, input);
      break;
    case 'electionTimeout':
      onElectionTimeout(t);
      break;
    case 'RequestVoteRequest':
      onRequestVote(t, input);
      break;
    case 'RequestVoteResponse':
      onRequestVoteResponse(t, input);
      break;
    case 'PreVoteRequest':
      onPreVote(t, input);
      break;
    case 'PreVoteResponse':
      onPreVoteResponse(t, input);
      break;
    case 'TimeoutNowRequest':
      onTimeoutNow(t, input);
      break;
    case 'InstallSnapshotRequest':
      onInstallSnapshot(t, input);
      break;
    case 'InstallSnapshotResponse':
      onInstallSnapshotResponse(t, input);
      break;
    case 'takeSnapshot':
      onTakeSnapshot(t, input);
      break;
    case 'persisted':
      onPersisted(t, input);
      break;
    case 'transferLeadership':
      startTransfer(t, input.target);
      break;
    case 'changeConfiguration':
      onChangeConfiguration(t, input);
      break;
    default:
      unreachable(input);
  }
}

export interface Step {
  readonly server: Server;
  readonly effects: readonly Effect[];
  /** The rules that shaped the transition, in the order they were met. */
  readonly rules: RuleList;
}

/** What `server` becomes when `input` reaches it, and what it asks for. Never throws, whatever rules are off. */
export function step(server: Server, input: Input, clock: Clock = noClock): Step {
  const t = begin(server, clock);
  handle(t, input);
  if (!server.settings.obeys['timeout.resetOnlyWhenDue'] && 'from' in input) startElectionTimer(t);
  return t;
}
