/** What to say of a message that arrived, by its type and by what it changed. */
import {
  type AppendEntriesRequest,
  type AppendEntriesResponse,
  type Leader,
  log as logs,
  majority,
  matchIndexOf,
  type RequestVoteRequest,
  type RequestVoteResponse,
  type Server,
} from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { commandAt } from './notation.ts';
import { tellCrewCommitted, tellJointly, votesOf } from './tellCrew.ts';
import {
  tellInstalled,
  tellPreCount,
  tellPreVote,
  tellSnapshotTaken,
  tellTimeoutNow,
} from './tellExtensions.ts';
import type { Draft, NameOf } from './telling.ts';

/** One side of an exchange: the server before and after, and who wrote. */
export interface Scene {
  readonly before: Server;
  readonly after: Server;
  readonly server: string;
  readonly from: string;
  readonly name: NameOf;
  readonly event: Event;
}

export function tellReceived(event: Event, name: NameOf): Draft | null {
  const { before, after, envelope } = event;
  if (before === null || after === null || envelope === null) return null;
  const { message } = envelope;
  const scene: Scene = {
    before,
    after,
    server: name(after.id),
    from: name(message.from),
    name,
    event,
  };
  switch (message.type) {
    case 'RequestVoteRequest':
      return tellVote(scene, message);
    case 'RequestVoteResponse':
      return tellCount(scene, message);
    case 'AppendEntriesRequest':
      return tellEntries(scene, message);
    case 'AppendEntriesResponse':
      return tellAcknowledged(scene, message);
    case 'PreVoteRequest':
      return tellPreVote(scene, message);
    case 'PreVoteResponse':
      return tellPreCount(scene, message.from);
    case 'InstallSnapshotRequest':
      return tellInstalled(scene, message);
    case 'InstallSnapshotResponse':
      return tellSnapshotTaken(scene, message);
    case 'TimeoutNowRequest':
      return tellTimeoutNow(scene);
  }
}

function tellVote(
  { before, after, server, from, name, event }: Scene,
  request: RequestVoteRequest,
): Draft {
  const { term } = request;
  if (!event.rules.ids.includes('RV1')) {
    return { id: 'passesOver', params: { server, candidate: from, term }, weight: 'normal' };
  }
  if (isGranted(event, after, request))
    return { id: 'grantsVote', params: { server, candidate: from, term }, weight: 'loud' };
  if (term < before.currentTerm) {
    const params = { server, candidate: from, term, current: before.currentTerm };
    return { id: 'refusesVoteOldTerm', params, weight: 'normal' };
  }
  if (after.votedFor !== null && after.votedFor !== request.candidateId) {
    const params = { server, candidate: from, term, votedFor: name(after.votedFor) };
    return { id: 'refusesVoteGiven', params, weight: 'loud' };
  }
  return { id: 'refusesVoteLog', params: { server, candidate: from, term }, weight: 'loud' };
}

/** An answer that waits for a slow disk is known by what it rests on. */
function isGranted({ sent }: Event, after: Server, { candidateId, term }: RequestVoteRequest) {
  const answer = sent[0]?.message;
  if (answer === undefined) return after.votedFor === candidateId && after.currentTerm === term;
  return answer.type === 'RequestVoteResponse' && answer.voteGranted;
}

const hasSteppedDown = ({ before, after }: Scene): boolean =>
  after.currentTerm > before.currentTerm && before.role !== 'follower' && after.role === 'follower';

function tellStepDown({ before, after, server, from }: Scene): Draft {
  const { currentTerm } = after;
  if (before.role === 'leader') {
    const params = { server, from, term: currentTerm, old: before.currentTerm };
    return { id: 'stepsDown', params, weight: 'loud' };
  }
  return { id: 'adoptsTerm', params: { server, from, term: currentTerm }, weight: 'normal' };
}

function tellCount(scene: Scene, { voteGranted, term, from: voter }: RequestVoteResponse): Draft {
  const { before, after, server, from } = scene;
  if (hasSteppedDown(scene)) return tellStepDown(scene);
  if (before.role !== 'candidate' || term !== before.currentTerm) {
    return { id: 'ignoresReply', params: { server, from }, weight: 'quiet' };
  }
  if (after.role === 'leader') {
    const votes = votesOf(after, [...before.votesGranted, voter]);
    return { id: 'wins', params: { server, term: after.currentTerm, ...votes }, weight: 'loud' };
  }
  const granted = after.role === 'candidate' ? after.votesGranted : [];
  const params = { server, from, ...votesOf(after, granted) };
  return { id: voteGranted ? 'countsVote' : 'countsRefusal', params, weight: 'normal' };
}

function tellEntries(scene: Scene, request: AppendEntriesRequest): Draft {
  const { before, after, server, from, name, event } = scene;
  const answer = event.sent[0]?.message;
  if (answer?.type === 'AppendEntriesResponse' && !answer.success)
    return tellRefused(scene, request);
  const last = request.prevLogIndex + request.entries.length;
  const first = request.prevLogIndex + 1;
  if (event.rules.ids.includes('AE3')) {
    return { id: 'overwrites', params: { server, leader: from, first, last }, weight: 'loud' };
  }
  if (event.rules.ids.includes('AE4')) {
    const params = { server, leader: from, first, last, command: commandAt(after, last, name) };
    return { id: 'appends', params, weight: 'normal' };
  }
  if (after.commitIndex > before.commitIndex) {
    return {
      id: 'learnsCommit',
      params: { server, leader: from, index: after.commitIndex },
      weight: 'normal',
    };
  }
  if (hasSteppedDown(scene) && before.role === 'leader') return tellStepDown(scene);
  if (before.leaderId !== after.leaderId) {
    return {
      id: 'follows',
      params: { server, leader: from, term: after.currentTerm },
      weight: 'normal',
    };
  }
  return { id: 'hearsLeader', params: { server, leader: from }, weight: 'quiet' };
}

function tellRefused({ after, server, from }: Scene, request: AppendEntriesRequest): Draft {
  if (request.term < after.currentTerm) {
    const params = { server, leader: from, term: request.term, current: after.currentTerm };
    return { id: 'refusesLeader', params, weight: 'loud' };
  }
  const index = request.prevLogIndex;
  const last = logs.lastIndex(after.log);
  if (index > last)
    return { id: 'refusesGap', params: { server, leader: from, index, last }, weight: 'loud' };
  const params = {
    server,
    leader: from,
    index,
    own: logs.termAt(after.log, index),
    theirs: request.prevLogTerm,
  };
  return { id: 'refusesConflict', params, weight: 'loud' };
}

function tellAcknowledged(scene: Scene, response: AppendEntriesResponse): Draft {
  const { before, after, server, from, name, event } = scene;
  if (hasSteppedDown(scene)) return tellStepDown(scene);
  const passedOver = { id: 'ignoresReply', params: { server, from }, weight: 'quiet' } as const;
  if (before.role !== 'leader') return passedOver;
  if (after.commitIndex > before.commitIndex) {
    const ofCrew = tellCrewCommitted(before, after, response.from, name);
    if (ofCrew !== null) return ofCrew;
  }
  if (after.role !== 'leader') return passedOver;
  if (!response.success) {
    // A late or doubled refusal moves nothing.
    if (!event.rules.ids.includes('Ldr3')) return passedOver;
    const next = after.progress[response.from]?.nextIndex ?? 0;
    const params = { server, from, refused: response.prevLogIndex ?? next, next };
    return { id: 'stepsBack', params, weight: 'normal' };
  }
  return tellMatched(scene, before, after, response);
}

function tellMatched(
  { server, from, name, event }: Scene,
  before: Leader,
  after: Leader,
  response: AppendEntriesResponse,
): Draft {
  const index = response.matchIndex;
  if (event.sent.some(({ message }) => message.type === 'TimeoutNowRequest'))
    return { id: 'asksOnceCaughtUp', params: { server, target: from }, weight: 'loud' };
  const of = after.configuration.voters.length;
  const isNew = matchIndexOf(after, response.from) > matchIndexOf(before, response.from);
  const have = after.configuration.voters.filter((id) => matchIndexOf(after, id) >= index).length;
  const { configuration } = before;
  if (isNew && configuration.outgoing !== null && index > before.commitIndex)
    return tellJointly(after, configuration, { from: response.from, index }, name);
  if (after.commitIndex > before.commitIndex) {
    const command = commandAt(after, after.commitIndex, name);
    return {
      id: 'commits',
      params: { server, from, index: after.commitIndex, have, of, command },
      weight: 'loud',
    };
  }
  if (!isNew) return { id: 'acknowledgedKnown', params: { server, from, index }, weight: 'quiet' };
  if (index <= after.commitIndex)
    return { id: 'acknowledgedKnown', params: { server, from, index }, weight: 'normal' };
  const missing = majority(of) - have;
  if (missing <= 0) {
    const term = logs.termAt(after.log, index);
    return {
      id: 'acknowledgedOldTerm',
      params: { server, from, index, have, of, term },
      weight: 'loud',
    };
  }
  const isCounted = after.configuration.voters.includes(after.id);
  const params = { server, from, index, have, of, missing, isCounted };
  return { id: 'acknowledged', params, weight: 'loud' };
}
