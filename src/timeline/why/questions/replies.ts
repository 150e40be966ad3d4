/** Why did a server do what it did when a reply arrived? Asked of the event in which it did. */
import type { Server } from '../../../raft/index.ts';
import type { Event } from '../../../sim/index.ts';
import { type Case, cause, type Draft, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import { votesOf } from '../quorum.ts';
import { nameOf, type Scene } from '../scene.ts';
import { lostMessage } from './entries.ts';
import { whyVoteRefused } from './voteRefused.ts';

const matchOf = (server: Server | undefined, id: number): number =>
  server?.role === 'leader' ? (server.progress[id]?.matchIndex ?? 0) : 0;

const nextOf = (server: Server | undefined, id: number): number =>
  server?.role === 'leader' ? (server.progress[id]?.nextIndex ?? 1) : 1;

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
      effect: say('wouldNotStepBack', { ...params, next: nextOf(was, from) }),
      proposals: [
        lostMessage(
          scene,
          event,
          ({ servers }) => nextOf(servers[is.id], from) === nextOf(was, from),
        ),
      ],
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
    none: say('noneKnown', { server: params.server }),
  };
};

/** A vote, or a refusal, that did not decide yet. */
export const countedVote: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope } = event;
  if (is === null || was === null || was.role !== is.role) return null;
  if (is.role !== 'candidate' && is.role !== 'preCandidate') return null;
  const message = envelope?.message;
  const isPre = is.role === 'preCandidate';
  // Who stands has no more use for an answer to whether it should.
  if (message?.type !== (isPre ? 'PreVoteResponse' : 'RequestVoteResponse')) return null;
  // §5.1: a vote of an older term answers a question that nobody asks any more.
  if (message.type === 'RequestVoteResponse' && message.term < is.currentTerm) return null;
  const { have, needed, of } = votesOf(is);
  const { from } = message;
  const params = { server: nameOf(scene, is.id), from: nameOf(scene, from) };
  return {
    what: say(message.voteGranted ? countedId(isPre) : 'countedRefusal', {
      ...params,
      have: have.length,
      needed,
      of,
    }),
    rule: isPre ? 'PV1' : 'Can2',
    causes: [cause('wasSent', messageParams(scene, message), envelope?.sentBy ?? null)],
    ...(message.voteGranted
      ? {
          effect: isPre
            ? say('wouldNotCount', { asker: params.server, server: params.from })
            : say('wouldNotCountVote', params),
          proposals: [lostMessage(scene, event, ({ servers }) => !hasVoteOf(servers[is.id], from))],
        }
      : askedAtRefusal(scene, envelope?.sentBy ?? null)),
  };
};

const countedId = (isPre: boolean) => (isPre ? 'countedPreVote' : 'countedVote');

const hasVoteOf = (server: Server | undefined, id: number): boolean =>
  server !== undefined && 'votesGranted' in server && server.votesGranted.includes(id);

// What would have got the vote is to be found where it was refused.
function askedAtRefusal(scene: Scene, seq: number | null): Pick<Draft, 'effect' | 'proposals'> {
  const draft = seq === null ? null : whyVoteRefused(scene, { kind: 'voteRefused', seq });
  if (draft?.effect === undefined || draft.proposals === undefined) return {};
  return { effect: draft.effect, proposals: draft.proposals };
}
