/** What to say of the messages that Figure 2 does not have: PreVote, snapshots, leadership transfer. */
import type { ServerId } from '../base/index.ts';
import type {
  InstallSnapshotRequest,
  InstallSnapshotResponse,
  PreVoteRequest,
} from '../raft/index.ts';
import { votesOf } from './tellCrew.ts';
import type { Draft } from './telling.ts';
import type { Scene } from './tellReceived.ts';

export function tellPreVote({ server, from, event }: Scene, { term }: PreVoteRequest): Draft {
  const answer = event.sent[0]?.message;
  const isGranted = answer?.type === 'PreVoteResponse' && answer.voteGranted;
  const params = { server, candidate: from, term };
  return { id: isGranted ? 'wouldVote' : 'wouldNotVote', params, weight: 'normal' };
}

export function tellPreCount({ before, after, server, from }: Scene, voter: ServerId): Draft {
  if (before.role === 'preCandidate' && after.role === 'preCandidate') {
    const params = { server, from, ...votesOf(after, after.votesGranted) };
    return { id: 'countsPreVote', params, weight: 'normal' };
  }
  if (before.role === 'preCandidate' && after.role !== 'follower') {
    const votes = votesOf(after, [...before.votesGranted, voter]);
    const params = { server, term: after.currentTerm, ...votes };
    return { id: 'standsOnPreVotes', params, weight: 'loud' };
  }
  return { id: 'ignoresReply', params: { server, from }, weight: 'quiet' };
}

export function tellInstalled(
  { before, after, server, from }: Scene,
  request: InstallSnapshotRequest,
): Draft {
  const params = { server, leader: from, index: request.lastIncludedIndex };
  const isInstalled = before.snapshot !== after.snapshot;
  return { id: isInstalled ? 'installsSnapshot' : 'ignoresSnapshot', params, weight: 'loud' };
}

export function tellSnapshotTaken(
  { server, from }: Scene,
  { lastIncludedIndex }: InstallSnapshotResponse,
): Draft {
  return {
    id: 'snapshotTaken',
    params: { server, from, index: lastIncludedIndex },
    weight: 'normal',
  };
}

export function tellTimeoutNow({ after, server, from }: Scene): Draft {
  return {
    id: 'standsForTransfer',
    params: { server, leader: from, term: after.currentTerm },
    weight: 'loud',
  };
}
