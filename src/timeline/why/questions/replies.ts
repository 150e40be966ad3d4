/** Why did a server do what it did when a reply arrived? Asked of the event in which it did. */
import type { LogIndex, ServerId } from '../../../base/index.ts';
import type { Leader, Message, Server } from '../../../raft/index.ts';
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

/** A follower's answer tells a leader how far their logs agree, and that it still took it for its leader. */
export const heardFollower: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope } = event;
  const reply = envelope === null ? null : replyIn(envelope.message);
  if (was?.role !== 'leader' || is?.role !== 'leader' || envelope === null || reply === null)
    return null;
  // §5.1: a reply of an older term answers a question that nobody asks any more.
  if (envelope.message.term < is.currentTerm) return null;
  const heard = { event, was, is, reply, from: envelope.message.from };
  const sent = cause('wasSent', messageParams(scene, envelope.message), envelope.sentBy);
  const draft = reply.success ? ofSuccess(scene, heard) : ofRefusal(scene, heard);
  return { ...draft, causes: [sent] };
};

interface Reply {
  readonly success: boolean;
  readonly index: LogIndex;
}

function replyIn(message: Message): Reply | null {
  if (message.type === 'InstallSnapshotResponse')
    return { success: true, index: message.lastIncludedIndex };
  if (message.type !== 'AppendEntriesResponse') return null;
  const { success, matchIndex, prevLogIndex } = message;
  return { success, index: success ? matchIndex : (prevLogIndex ?? 0) };
}

interface Heard {
  readonly event: Event;
  readonly was: Leader;
  readonly is: Leader;
  readonly reply: Reply;
  readonly from: ServerId;
}

type Answered = Omit<Draft, 'causes'>;

function ofRefusal(scene: Scene, { event, was, is, reply, from }: Heard): Answered {
  const params = { server: nameOf(scene, is.id), from: nameOf(scene, from), refused: reply.index };
  const next = nextOf(was, from);
  // A late or doubled refusal speaks of an index that is behind the leader.
  if (nextOf(is, from) === next)
    return {
      what: say('knewRefusal', params),
      rule: 'Ldr3',
      none: say('noneKnown', { server: params.server }),
    };
  return {
    what: say('steppedBack', { ...params, next: nextOf(is, from) }),
    rule: 'Ldr3',
    effect: say('wouldNotStepBack', { ...params, next }),
    proposals: [lostMessage(scene, event, ({ servers }) => nextOf(servers[is.id], from) === next)],
  };
}

function ofSuccess(scene: Scene, heard: Heard): Answered {
  const { event, was, is, reply, from } = heard;
  const params = { server: nameOf(scene, is.id), from: nameOf(scene, from), index: reply.index };
  const match = matchOf(was, from);
  if (matchOf(is, from) > match)
    return {
      what: say('notedCopy', params),
      rule: 'Ldr3',
      effect: say('wouldNotKnow', params),
      proposals: [
        lostMessage(scene, event, ({ servers }) => matchOf(servers[is.id], from) === match),
      ],
    };
  return (
    ofRound(scene, heard) ?? {
      what: say('knewCopy', params),
      rule: 'Ldr3',
      none: say('noneKnown', { server: params.server }),
    }
  );
}

// Thesis §6.4, step 3: a read waits for it.
function ofRound(scene: Scene, { event, was, is, from }: Heard): Answered | null {
  const round = answeredOf(is, from);
  const awaited = was.reads?.pending.some(
    (read) => read.round > answeredOf(was, from) && read.round <= round,
  );
  if (awaited !== true) return null;
  const [server, other] = [nameOf(scene, is.id), nameOf(scene, from)];
  return {
    what: say('confirmedLead', { server, from: other }),
    rule: 'RD2',
    effect: say('wouldNotCount', { asker: server, server: other }),
    proposals: [
      lostMessage(scene, event, ({ servers }) => answeredOf(servers[is.id], from) < round),
    ],
  };
}

/** The last round of heartbeats that a server has answered. */
const answeredOf = (leader: Server | undefined, id: ServerId): number =>
  leader?.role === 'leader' ? (leader.reads?.answered[id] ?? 0) : 0;

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
