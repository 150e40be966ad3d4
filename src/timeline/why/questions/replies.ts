/** Why did a server do what it did when a reply arrived? Asked of the event in which it did. */
import type { Server } from '../../../raft/index.ts';
import type { Event } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import { votesOf } from '../quorum.ts';
import { nameOf } from '../scene.ts';
import { lostMessage } from './entries.ts';

const matchOf = (server: Server | undefined, id: number): number =>
  server?.role === 'leader' ? (server.progress[id]?.matchIndex ?? 0) : 0;

/** A follower's answer tells a leader how far their logs agree. */
export const heardFollower: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope } = event;
  if (was?.role !== 'leader' || is?.role !== 'leader') return null;
  if (envelope?.message.type !== 'AppendEntriesResponse') return null;
  const { message, sentBy } = envelope;
  const { from, success, matchIndex: index } = message;
  const params = { server: nameOf(scene, is.id), from: nameOf(scene, from) };
  const sent = cause('wasSent', messageParams(scene, message), sentBy);
  if (!success) {
    const next = is.progress[from]?.nextIndex ?? 1;
    const refused = message.prevLogIndex ?? 0;
    return {
      what: say('steppedBack', { ...params, refused, next }),
      rule: 'Ldr3',
      causes: [sent],
    };
  }
  const isNews = matchOf(was, from) < index;
  return {
    what: say(isNews ? 'notedCopy' : 'knewCopy', { ...params, index }),
    rule: 'Ldr3',
    causes: [sent],
    effect: say('wouldNotKnow', { ...params, index }),
    proposals: isNews
      ? [lostMessage(scene, event, ({ servers }) => matchOf(servers[is.id], from) < index)]
      : [],
  };
};

/** A vote, or a refusal, that did not decide yet. */
export const countedVote: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope } = event;
  if (is === null || was === null || was.role !== is.role) return null;
  if (is.role !== 'candidate' && is.role !== 'preCandidate') return null;
  const message = envelope?.message;
  if (message?.type !== 'RequestVoteResponse' && message?.type !== 'PreVoteResponse') return null;
  // §5.1: a vote of an older term answers a question that nobody asks any more.
  if (message.type === 'RequestVoteResponse' && message.term < is.currentTerm) return null;
  const { have, needed, of } = votesOf(is);
  const params = { server: nameOf(scene, is.id), from: nameOf(scene, message.from) };
  return {
    what: say(message.voteGranted ? 'countedVote' : 'countedRefusal', {
      ...params,
      have: have.length,
      needed,
      of,
    }),
    rule: is.role === 'candidate' ? 'Can2' : 'PV1',
    causes: [cause('wasSent', messageParams(scene, message), envelope?.sentBy ?? null)],
  };
};
