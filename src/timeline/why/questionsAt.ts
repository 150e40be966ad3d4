/** Which questions make sense of what a person points at. */

import { log as logs, type Server } from '../../raft/index.ts';
import { conditionOf, inFlight, type World } from '../../sim/index.ts';
import { annalOf, hasAnnal } from '../annalsRead.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Timeline } from '../timeline.ts';
import type { Question, Subject } from './question.ts';
import { firstLost } from './questions/overwritten.ts';
import { readingOf } from './questions/readWaits.ts';
import { refusalIn } from './questions/refused.ts';
import { isGrant, requestIn } from './requests.ts';
import { eventIn, lastIn, leaderIn, sceneOf } from './scene.ts';

type Finders = {
  readonly [Kind in Subject['kind']]: (
    timeline: Timeline,
    subject: Extract<Subject, { kind: Kind }>,
  ) => readonly Question[];
};

/** The questions about `subject` at the cursor: why it is so first, then why it is not otherwise. */
export const questionsAt = (timeline: Timeline, subject: Subject): readonly Question[] =>
  (finders[subject.kind] as (timeline: Timeline, subject: Subject) => readonly Question[])(
    timeline,
    subject,
  );

const finders: Finders = {
  server: (timeline, { server }) => aboutServer(timeline, server),
  entry: (timeline, { server, index }) => aboutEntry(timeline, server, index),
  client: ({ world }, { client }) => aboutClient(world, client),
  message: (timeline, { message }) => {
    const sentBy = inFlight(timeline.world).find(({ id }) => id === message)?.sentBy ?? null;
    return sentBy === null ? [] : aboutEvent(timeline, sentBy);
  },
  event: (timeline, { seq }) => aboutEvent(timeline, seq),
  cluster: (timeline) => aboutCluster(timeline),
};

function aboutServer(timeline: Timeline, id: number): readonly Question[] {
  const { world } = timeline;
  const server = world.servers[id] as Server;
  const isLeading = server.role === 'leader' && conditionOf(world, id) !== 'crashed';
  const found: Question[] = [{ kind: 'role', server: id }];
  if (isLeading) {
    found.push(...firstUncommitted(server));
    return found;
  }
  found.push({ kind: 'notLeader', server: id });
  if (server.role === 'follower') found.push({ kind: 'doesNotStand', server: id });
  const asking = askerOf(timeline, id);
  if (asking !== null) found.push({ kind: 'notCounted', server: id, leader: asking });
  return found;
}

// Who could count this server: the leader, else whoever asks for votes.
function askerOf(timeline: Timeline, id: number): number | null {
  const { world } = timeline;
  const leader = leaderIn(sceneOf(timeline));
  if (leader !== null) return leader.id === id ? null : leader.id;
  const asking = world.servers.find(
    ({ id: other, role }) =>
      other !== id && role !== 'follower' && world.conditions[other] === 'running',
  );
  return asking?.id ?? null;
}

function firstUncommitted({ id, commitIndex, log }: Server): readonly Question[] {
  const index = commitIndex + 1;
  return logs.lastIndex(log) < index ? [] : [{ kind: 'notCommitted', server: id, index }];
}

function aboutEntry(timeline: Timeline, id: number, index: number): readonly Question[] {
  const server = timeline.world.servers[id] as Server;
  const found: Question[] = [];
  if (logs.lastIndex(server.log) >= index) {
    const kind = server.commitIndex >= index ? 'committed' : 'notCommitted';
    found.push({ kind, server: id, index });
  }
  const scene = sceneOf(timeline);
  const seq = lastIn(scene, { server: id, rule: 'AE3' });
  const lost = seq === null ? null : firstLost(eventIn(scene, seq));
  if (seq !== null && lost !== null && lost <= index) found.push({ kind: 'overwritten', seq });
  return found;
}

function aboutClient(world: World, client: string): readonly Question[] {
  const isOut = world.clients.some(({ id, pending }) => id === client && pending !== null);
  if (!isOut) return [];
  const kind = readingOf(world, client) === null ? 'clientWaits' : 'readWaits';
  return [{ kind, client }];
}

function aboutEvent(timeline: Timeline, seq: number): readonly Question[] {
  if (!hasAnnal(annalsOf(timeline), seq) || seq > timeline.world.seq) return [];
  const { cause, type } = annalOf(annalsOf(timeline), seq);
  const event = eventIn(sceneOf(timeline), seq);
  const found: Question[] = [];
  // Thesis §9.6: whoever asks first is given no vote.
  if (requestIn(event)?.type === 'RequestVoteRequest')
    found.push({ kind: isGrant(event) ? 'voteGranted' : 'voteRefused', seq });
  else if (firstLost(event) !== null && event.kind === 'receive')
    found.push({ kind: 'overwritten', seq });
  else if (refusalIn(event) !== null) found.push({ kind: 'refused', seq });
  else found.push({ kind: 'event', seq });
  // A vote that arrives was given, or refused, where it was sent.
  if (type === 'RequestVoteResponse' && cause !== null && cause !== seq)
    found.push(...aboutEvent(timeline, cause));
  return found;
}

function aboutCluster(timeline: Timeline): readonly Question[] {
  const leader = leaderIn(sceneOf(timeline));
  const waiting = timeline.world.clients.flatMap(({ id }) => aboutClient(timeline.world, id));
  const entry = leader === null ? [] : firstUncommitted(leader);
  const isQuiet = timeline.world.servers.every(
    ({ role }) => role === 'follower' || role === 'leader',
  );
  return [...entry, ...waiting, ...(isQuiet ? [{ kind: 'noElection' } as const] : [])];
}
