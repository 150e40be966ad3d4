/** What several questions want to know of elections: timers, votes, who stands. */

import type { Seq, ServerId, Term, VirtualMs } from '../../base/index.ts';
import type { Role, Server } from '../../raft/index.ts';
import { type Command, conditionOf, type World } from '../../sim/index.ts';
import { timeOfAnnal } from '../annals.ts';
import { annalsOf } from '../annalsWrite.ts';
import type { Cause } from './answer.ts';
import { cause, say } from './draft.ts';
import { type Proposal, type Seen, stage } from './otherwise.ts';
import { eventIn, lastIn, later, leaderIn, nameOf, type Scene, since } from './scene.ts';

/** Whether a server has this role, just now. */
export const isNow =
  (id: ServerId, ...roles: readonly Role[]): Seen =>
  ({ servers, conditions }) =>
    conditions[id] === 'running' && roles.includes((servers[id] as World['servers'][number]).role);

/** The event by which a server lost its office and began to time again, up to `until`; null where it has not led. */
function fellAt(scene: Scene, id: ServerId, until: Seq): Seq | null {
  const [first] = scene.timeline.kept;
  const hasLed = first?.world.servers[id]?.role === 'leader';
  if (!hasLed && lastIn(scene, { server: id, mark: 'elected' }, until) === null) return null;
  const fell = since({ ...scene, seq: until }, id, ({ role }) => role !== 'leader');
  return fell === null || eventIn(scene, fell).kind === 'crash' ? null : fell;
}

/** The event that last started a server's election timer, up to `until`; null: it runs from the start. */
function timerStartOf(scene: Scene, id: ServerId, until: Seq = scene.seq): Seq | null {
  const of = { server: id };
  return [
    fellAt(scene, id, until),
    // Fig. 2, Fol2: the leader spoke, also where its entries did not fit, or a vote was granted.
    lastIn(scene, { ...of, kind: 'receive', rule: 'AE2' }, until),
    lastIn(scene, { ...of, kind: 'receive', type: 'InstallSnapshotRequest' }, until),
    lastIn(scene, { ...of, mark: 'granted' }, until),
    lastIn(scene, { ...of, kind: 'electionTimeout' }, until),
    lastIn(scene, { ...of, kind: 'restart' }, until),
  ].reduce(later, null);
}

/** Why a server's timer runs as it does: what started it last. */
export function timerCause(scene: Scene, id: ServerId, until: Seq = scene.seq): Cause {
  const server = nameOf(scene, id);
  const seq = timerStartOf(scene, id, until);
  if (seq === null) return cause('heardNobody', { server }, null);
  const event = eventIn(scene, seq);
  const from = event.envelope?.message.from;
  if (event.kind === 'restart') return cause('restartedAt', { server }, seq);
  if (event.before?.role === 'leader')
    return cause('leadsNoMore', { server, term: event.before.currentTerm }, seq);
  if (event.kind === 'electionTimeout' || from === undefined)
    return cause('timedOutAt', { server }, seq);
  const leader = nameOf(scene, from);
  if (event.envelope?.message.type === 'RequestVoteRequest')
    return cause('votedAt', { server, candidate: leader }, seq);
  return cause('heardLeader', { server, leader }, seq);
}

/** How long its timer still runs; null: it does not run. */
export function timerLeft({ world }: Scene, id: ServerId): VirtualMs | null {
  const due = world.timers.dueAt[id] ?? Infinity;
  return due === Infinity ? null : Math.max(0, due - world.time);
}

export const timerLeftCause = (scene: Scene, id: ServerId): Cause => {
  const ms = timerLeft(scene, id);
  const server = nameOf(scene, id);
  return ms === null
    ? cause('timerStands', { server }, null)
    : cause('timerRuns', { server, ms }, null);
};

/** How long a server's timer had run when it stood. */
export function silenceBefore(scene: Scene, id: ServerId, stood: Seq): VirtualMs {
  const annals = annalsOf(scene.timeline);
  const start = timerStartOf(scene, id, stood - 1);
  return timeOfAnnal(annals, stood) - (start === null ? 0 : timeOfAnnal(annals, start));
}

/** How a server came to lead; who led from the start won nothing. */
export function officeCause(scene: Scene, { id, currentTerm: term }: Server): Cause {
  const leader = nameOf(scene, id);
  const won = since(scene, id, (one) => one.role === 'leader' && one.currentTerm === term);
  return won === null
    ? cause('soFromStart', { server: leader }, null)
    : cause('wonElection', { leader, term }, won);
}

/** Whether a server stands in `term`, or leads it; who asks first whether it should does not stand yet (Thesis §9.6). */
export const standsIn =
  (id: ServerId, term: Term): Seen =>
  (world) =>
    isNow(id, 'candidate', 'leader')(world, null) && world.servers[id]?.currentTerm === term;

/** Lets a server's timer run out now. */
export const timeoutNow = (scene: Scene, id: ServerId, until: Seen): Proposal => ({
  said: say('hadTimedOut', { server: nameOf(scene, id) }),
  at: scene.asked,
  stages: [stage(scene.world, [{ type: 'timeout', server: id }], until)],
});

/** The one that leads crashes now; null where `id` would not notice. */
export function silencedLeader(scene: Scene, id: ServerId, until: Seen): Proposal | null {
  const leader = leaderIn(scene);
  if (leader === null || leader.id === id) return null;
  return {
    said: say('hadFallenSilent', { leader: nameOf(scene, leader.id) }),
    at: scene.asked,
    stages: [stage(scene.world, [{ type: 'crash', server: leader.id }], until)],
  };
}

/** How often a leader beats, and how long the shortest timer is. */
export function beatsCause(scene: Scene, id: ServerId, seq: Seq | null): Cause {
  const { world } = scene;
  const leader = nameOf(scene, id);
  const every = world.optionsAt[id]?.heartbeatIntervalMs ?? world.options.heartbeatIntervalMs;
  const least = Math.min(...world.optionsAt.map(({ electionTimeoutMs }) => electionTimeoutMs[0]));
  return cause('beats', { leader, every, least }, seq);
}

/** Brings a server back that is down or stands still; null where it runs. */
export function revival(scene: Scene, id: ServerId): Command | null {
  const condition = conditionOf(scene.world, id);
  if (condition === 'running') return null;
  return { type: condition === 'crashed' ? 'restart' : 'resume', server: id };
}

/** Why a server that does not run does not; null where it runs. */
export function stoppedCause(scene: Scene, id: ServerId): Cause | null {
  const condition = conditionOf(scene.world, id);
  const server = nameOf(scene, id);
  if (condition === 'running') return null;
  if (condition === 'paused')
    return cause('standsStill', { server }, lastIn(scene, { kind: 'pause', server: id }));
  return cause('isDown', { server }, lastIn(scene, { kind: 'crash', server: id }));
}
