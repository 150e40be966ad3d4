/** Why did a server stand for election, or ask first whether it should? Asked of the event in which it did. */
import { type Event, grainMs } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import { isNow, silenceBefore, timerCause } from '../elections.ts';
import { messageParams } from '../obstacles.ts';
import { isolate, type Proposal, patience } from '../otherwise.ts';
import { votesOf } from '../quorum.ts';
import { before, eventIn, lastIn, nameOf, type Scene } from '../scene.ts';
import { notStanding } from '../standing.ts';
import { askedAt, stoodCauses } from '../stood.ts';
import { lostMessage } from './entries.ts';
import { unasked } from './plainEvents.ts';

/** By what a timer ran out: whether it had run out before, and whether somebody made it. */
function wayOf({ command, before: was }: Event): keyof typeof notStood {
  if (command !== null) return 'stoodByHand';
  return was?.role === 'follower' ? 'stood' : 'stoodAgain';
}

const stood: Case<Event> = (scene, event) => {
  const { kind, seq, after: is } = event;
  if (kind !== 'electionTimeout' || is?.role !== 'candidate') return null;
  const server = nameOf(scene, is.id);
  const way = wayOf(event);
  return {
    what: say(way, { server, term: is.currentTerm, ms: silenceBefore(scene, is.id, seq) }),
    rule: way === 'stoodAgain' ? 'Can4' : 'Fol2',
    causes: [timerCause(scene, is.id, seq - 1)],
    effect: say('wouldNotStand', { server }),
    proposals: notStood[way](scene, event),
  };
};

/** Thesis §9.6: it asks in the term it has, about the one after. */
const askedFirst: Case<Event> = (scene, event) => {
  const { kind, seq, after: is } = event;
  if (kind !== 'electionTimeout' || is?.role !== 'preCandidate') return null;
  const server = nameOf(scene, is.id);
  return {
    what: say('askedFirst', { server, term: is.currentTerm + 1 }),
    rule: 'PV1',
    causes: [...stoodCauses(scene, is.id, seq), timerCause(scene, is.id, seq - 1)],
    effect: say('wouldNotAsk', { server }),
    proposals: notStood[wayOf(event)](scene, event),
  };
};

const notStood = {
  stood: notStanding,
  stoodAgain: (scene: Scene, event: Event) => [wonBefore(scene, event)],
  stoodByHand: (_scene: Scene, event: Event) => [unasked(event)],
} as const;

// With all links whole it would have won the time before.
function wonBefore(scene: Scene, { server: id, seq }: Event): Proposal | null {
  const asked = id === null ? null : askedAt(scene, id, seq - 1);
  if (id === null || asked === null) return null;
  return {
    said: say('hadLinksWorked', {}),
    at: before(scene, eventIn(scene, asked)),
    stages: [
      {
        commands: () => [{ type: 'heal', links: null }],
        until: isNow(id, 'leader'),
        withinMs: patience(scene.world),
      },
    ],
  };
}

/** Thesis §9.6: a majority has said that it would vote for it. */
const stoodAsAgreed: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, seq } = event;
  if (was?.role !== 'preCandidate' || is?.role !== 'candidate' || envelope === null) return null;
  const { id } = is;
  const server = nameOf(scene, id);
  const agreed = [...was.votesGranted, envelope.message.from].filter((voter) => voter !== id);
  const { of } = votesOf(was);
  const isAlone: Proposal = {
    said: say('hadBeenCutOff', { server }),
    at: before(scene, event),
    stages: [{ commands: isolate(id), until: null, withinMs: grainMs }],
    changed: ({ servers }) => servers[id]?.role === 'preCandidate',
  };
  return {
    what: say('stoodAsAgreed', { server, term: is.currentTerm, have: agreed.length + 1, of }),
    rule: 'PV1',
    causes: [
      ...stoodCauses(scene, id, seq - 1),
      ...agreed.map((voter) =>
        cause(
          'agreedWith',
          { server: nameOf(scene, voter), candidate: server },
          lastIn(scene, { kind: 'receive', server: voter, type: 'PreVoteRequest', from: id }, seq),
        ),
      ),
    ],
    effect: say('wouldNotStand', { server }),
    proposals: [
      lostMessage(scene, event, ({ servers }) => servers[id]?.role === 'preCandidate'),
      isAlone,
    ],
  };
};

/** Thesis §3.10: the leader hands its office over. */
const stoodAsTold: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope } = event;
  if (envelope?.message.type !== 'TimeoutNowRequest' || was === null || is === null) return null;
  if (is.role !== 'candidate' || is.currentTerm === was.currentTerm) return null;
  const { message, sentBy } = envelope;
  const server = nameOf(scene, is.id);
  return {
    what: say('stoodAsTold', {
      server,
      leader: nameOf(scene, message.from),
      term: is.currentTerm,
    }),
    rule: 'LT4',
    causes: [cause('wasSent', messageParams(scene, message), sentBy)],
    effect: say('wouldNotStand', { server }),
    proposals: [
      lostMessage(scene, event, ({ servers }) => servers[is.id]?.currentTerm === was.currentTerm),
    ],
  };
};

export const stands: readonly Case<Event>[] = [stood, askedFirst, stoodAsAgreed, stoodAsTold];
