/** Why did a server take, or refuse, what a leader sent it? Asked of the event in which it did. */
import { log as logs } from '../../../raft/index.ts';
import { type Event, grainMs } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import type { Proposal } from '../otherwise.ts';
import { before, nameOf, type Scene, worldIn } from '../scene.ts';

/** The message had not arrived: so it is just after it would have. */
export function lostMessage(
  scene: Scene,
  event: Event,
  changed: NonNullable<Proposal['changed']>,
): Proposal | null {
  const { envelope } = event;
  if (envelope === null) return null;
  const just = before(scene, event);
  // What somebody delivered at the time it was sent was not on its way any sooner.
  const at = envelope.sentAt > just.time ? { seq: event.seq - 1, time: event.time } : just;
  return {
    said: say('hadMessageBeenLost', messageParams(scene, envelope.message)),
    at,
    stages: [
      { commands: () => [{ type: 'drop', message: envelope.id }], until: null, withinMs: grainMs },
    ],
    changed,
  };
}

export const tookEntries: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, rules } = event;
  if (was === null || is === null || envelope?.message.type !== 'AppendEntriesRequest') return null;
  if (!rules.ids.includes('AE4')) return null;
  const { prevLogIndex, prevLogTerm, entries, from } = envelope.message;
  const index = prevLogIndex + entries.length;
  const server = nameOf(scene, is.id);
  const params = { server, leader: nameOf(scene, from), index };
  return {
    what: say('tookEntries', params),
    rule: 'AE4',
    causes: [
      cause('sentEntries', params, envelope.sentBy),
      cause('logsMeet', { server, index: prevLogIndex, term: prevLogTerm }, null),
    ],
    effect: say('wouldEnd', { server, ...endOf(was) }),
    proposals: [
      lostMessage(scene, event, ({ servers }) => endOf(servers[is.id] ?? is).index < index),
    ],
  };
};

/** The leader spoke, and had nothing new to say: the timer starts afresh all the same. */
export const heardLeader: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, rules, seq } = event;
  if (was === null || is === null || envelope?.message.type !== 'AppendEntriesRequest') return null;
  if (!rules.ids.includes('AE2')) return null;
  const { term, from, prevLogIndex, prevLogTerm } = envelope.message;
  const server = nameOf(scene, is.id);
  const leader = nameOf(scene, from);
  const due = worldIn(scene, seq - 1).timers.dueAt[is.id];
  const isCandidate = was.role === 'candidate' || was.role === 'preCandidate';
  return {
    what: say(isCandidate ? 'gaveWay' : 'startedTimer', { server, leader, term }),
    rule: isCandidate ? 'Can3' : 'Fol2',
    causes: [
      cause('sentIn', { leader, term }, envelope.sentBy),
      cause('logsMeet', { server, index: prevLogIndex, term: prevLogTerm }, null),
    ],
    effect: say('wouldRunDown', { server }),
    proposals: [lostMessage(scene, event, ({ timers }) => timers.dueAt[is.id] === due)],
  };
};

const endOf = ({ log }: NonNullable<Event['after']>) => ({
  index: logs.lastIndex(log),
  term: logs.lastTerm(log),
});
