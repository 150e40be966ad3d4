/** Why did this event happen? The question of a kind of event that has a file of its own is asked there. */
import type { Command, Event } from '../../../sim/index.ts';
import { type Case, cause, type Draft, firstCase, say } from '../draft.ts';
import { isNow, silenceBefore, timerCause } from '../elections.ts';
import { messageParams, obstacleOf } from '../obstacles.ts';
import { type Proposal, patience, type Stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { isGrant, requestIn } from '../requests.ts';
import { before, earlier, eventIn, lastIn, nameOf, type Scene, sceneAfter } from '../scene.ts';
import { whyCommitted } from './committed.ts';
import { heardLeader, lostMessage, refusedEntries, tookEntries } from './entries.ts';
import { firstLost, whyOverwritten } from './overwritten.ts';
import { refusalIn, whyRefused } from './refused.ts';
import { countedVote, heardFollower } from './replies.ts';
import { whyRole } from './role.ts';
import { whyVoteGranted } from './voteGranted.ts';
import { whyVoteRefused } from './voteRefused.ts';

export const whyEvent: Case<Of<'event'>> = (scene, { seq }) => {
  const event = eventIn(scene, seq);
  return firstCase(cases, scene, event);
};

/** Asks another question, as one would have just after the event. */
const voted: Case<Event> = (scene, event) => {
  if (requestIn(event) === null) return null;
  const { seq } = event;
  return isGrant(event)
    ? whyVoteGranted(scene, { kind: 'voteGranted', seq })
    : whyVoteRefused(scene, { kind: 'voteRefused', seq });
};

const overwrote: Case<Event> = (scene, event) =>
  event.kind === 'receive' && firstLost(event) !== null
    ? whyOverwritten(scene, { kind: 'overwritten', seq: event.seq })
    : null;

const tookOffice: Case<Event> = (scene, { seq, before: was, after: is }) =>
  is?.role === 'leader' && was?.role !== 'leader'
    ? whyRole(sceneAfter(scene, seq), { kind: 'role', server: is.id })
    : null;

const committed: Case<Event> = (scene, { seq, before: was, after: is }) => {
  if (was === null || is === null || is.commitIndex <= was.commitIndex) return null;
  const question = { kind: 'committed', server: is.id, index: is.commitIndex } as const;
  return whyCommitted(sceneAfter(scene, seq), question);
};

const sentAway: Case<Event> = (scene, event) =>
  refusalIn(event) === null ? null : whyRefused(scene, { kind: 'refused', seq: event.seq });

/** A term above its own; for a leader the end of its office, whatever else the message said. */
const newTerm =
  (isLeader: boolean): Case<Event> =>
  (scene, event) => {
    const { before: was, after: is, envelope } = event;
    if (was === null || is === null || envelope === null) return null;
    if (is.currentTerm <= was.currentTerm || is.role !== 'follower') return null;
    if (isLeader && was.role !== 'leader') return null;
    const { message, sentBy } = envelope;
    const old = was.currentTerm;
    const server = nameOf(scene, is.id);
    const params = { server, from: nameOf(scene, message.from), term: is.currentTerm };
    return {
      what: say(isLeader ? 'steppedDown' : 'adoptedTerm', { ...params, old }),
      rule: 'All2',
      causes: [cause('termInMessage', params, sentBy)],
      effect: say('wouldStay', { server, term: old }),
      proposals: [lostMessage(scene, event, ({ servers }) => servers[is.id]?.currentTerm === old)],
    };
  };

const stood: Case<Event> = (scene, event) => {
  const { kind, seq, before: was, after: is } = event;
  if (kind !== 'electionTimeout' || was === null || is === null) return null;
  if (is.role !== 'candidate' && is.role !== 'preCandidate') return null;
  const server = nameOf(scene, is.id);
  const term = is.currentTerm;
  const isAgain = was.role !== 'follower';
  const ms = silenceBefore(scene, is.id, seq);
  const id = event.command !== null ? 'stoodByHand' : isAgain ? 'stoodAgain' : 'stood';
  return {
    what: say(id, { server, term, ms }),
    rule: isAgain ? 'Can4' : 'Fol2',
    causes: [timerCause(scene, is.id, seq - 1)],
    effect: say('wouldNotStand', { server }),
    proposals: isAgain ? [wonBefore(scene, event)] : notStanding(scene, event),
  };
};

/** So long before a timer runs out that a message asked for then arrives in time. */
const inTime = (scene: Scene, { time }: Event) =>
  earlier(scene, time - 2 * scene.world.options.latencyMs[1]);

// Where somebody led, its heartbeat a little sooner would have been in time; else another's request for a vote.
function* notStanding(scene: Scene, event: Event): Generator<Proposal> {
  const { server: id, seq } = event;
  const { servers } = sceneAfter(scene, seq - 1).world;
  const at = inTime(scene, event);
  const withinMs = patience(scene.world);
  const changed: Proposal['changed'] = (world) =>
    world.servers[id ?? 0]?.role === 'follower' && world.time <= event.time;
  const server = nameOf(scene, id ?? 0);
  for (const { id: other, role } of servers) {
    if (other === id) continue;
    const isLeader = role === 'leader';
    const leader = nameOf(scene, other);
    const heard: Stage = {
      commands: () => [
        { type: 'heal', links: null },
        { type: isLeader ? 'heartbeat' : 'timeout', server: other },
      ],
      until: (_world, one) =>
        one?.server === id &&
        (one.rules.ids.includes('AE2') || (one.kind === 'receive' && isGrant(one))),
      withinMs,
    };
    const said = isLeader
      ? say('hadHeard', { server, leader })
      : say('hadTimedOut', { server: leader });
    yield { said, at, stages: [heard], changed };
  }
}

// With all links whole it would have won the time before.
function wonBefore(scene: Scene, { server: id, seq }: Event): Proposal | null {
  const stoodBefore = id === null ? null : lastIn(scene, { server: id, rule: 'Can1' }, seq - 1);
  if (id === null || stoodBefore === null) return null;
  return {
    said: say('hadLinksWorked', {}),
    at: before(scene, eventIn(scene, stoodBefore)),
    stages: [
      {
        commands: () => [{ type: 'heal', links: null }],
        until: isNow(id, 'leader'),
        withinMs: patience(scene.world),
      },
    ],
  };
}

const lost: Case<Event> = (scene, event) => {
  const { kind, envelope, reason, cause: by } = event;
  if (kind !== 'drop' || envelope === null) return null;
  const params = messageParams(scene, envelope.message);
  return {
    what: say('lost', { ...params, reason: reason ?? 'loss' }),
    rule: null,
    section: '5.5',
    causes: [cause('wasSent', params, envelope.sentBy ?? by)],
    effect: say('wouldArrive', params),
    proposals: [arrival(scene, event)],
  };
};

// Whatever lost it had not been so: the link whole, the server up, nobody who drops it.
function arrival(scene: Scene, event: Event): Proposal | null {
  const { envelope, reason } = event;
  if (envelope === null || envelope.sentBy === null || reason === 'loss') return null;
  const { from, to } = envelope.message;
  const { id: message, sentBy } = envelope;
  const servers = [nameOf(scene, to)];
  const said = { asker: nameOf(scene, from), servers };
  const until: Stage['until'] = (_world, one) =>
    one?.kind === 'receive' && one.envelope?.id === message;
  const withinMs = patience(scene.world);
  const play = (command: Command): readonly Stage[] => [
    { commands: () => [command], until, withinMs },
  ];
  if (reason === 'cut') {
    const at = before(scene, eventIn(scene, sentBy));
    return { said: say('hadLinkWorked', said), at, stages: play({ type: 'heal', links: null }) };
  }
  const at = before(scene, event);
  return reason === 'crashed'
    ? { said: say('hadRestarted', said), at, stages: play({ type: 'restart', server: to }) }
    : { said: say('hadArrived', said), at, stages: play({ type: 'deliver', message }) };
}

const applied: Case<Event> = (scene, { kind, after: is, cause: by }) => {
  if (kind !== 'apply' || is === null) return null;
  const params = { server: nameOf(scene, is.id), index: is.lastApplied };
  return { what: say('applied', params), rule: 'All1', causes: [cause('committedIt', params, by)] };
};

const beat: Case<Event> = (scene, { kind, after: is }) => {
  if (kind !== 'heartbeat' || is?.role !== 'leader') return null;
  const leader = nameOf(scene, is.id);
  const every = scene.world.options.heartbeatIntervalMs;
  const least = scene.world.options.electionTimeoutMs[0];
  return {
    what: say('beat', { leader, term: is.currentTerm }),
    rule: 'Ldr1',
    causes: [cause('beats', { leader, every, least }, null)],
  };
};

const gaveUp: Case<Event> = (scene, event) => {
  const { kind, before: was, after: is, seq } = event;
  if (kind !== 'heartbeat' || was?.role !== 'leader' || is?.role === 'leader') return null;
  const then = sceneAfter(scene, seq - 1);
  const others = was.configuration.voters.filter((to) => to !== was.id);
  const upTo = lastOf(was).index + 1;
  const { heartbeatIntervalMs, latencyMs } = scene.world.options;
  const leader = nameOf(scene, was.id);
  const withinMs = heartbeatIntervalMs + 3 * latencyMs[1];
  return {
    what: say('lostQuorum', { leader, term: was.currentTerm }),
    rule: 'CQ1',
    causes: others.map(
      (to) => obstacleOf(then, { from: was.id, to, wants: { kind: 'entries', upTo } }).cause,
    ),
    effect: say('wouldStay', { server: leader, term: was.currentTerm }),
    proposals: [
      {
        said: say('hadLinksWorked', {}),
        at: earlier(scene, event.time - withinMs),
        stages: [{ commands: () => [{ type: 'heal', links: null }], until: null, withinMs }],
        changed: ({ servers }) => servers[was.id]?.role === 'leader',
      },
    ],
  };
};

const received: Case<Event> = (scene, { kind, envelope, rules }) => {
  if (kind !== 'receive' || envelope === null) return null;
  const params = messageParams(scene, envelope.message);
  const rule = rules.ids.at(-1) ?? null;
  const draft: Draft = {
    what: say('arrived', params),
    rule,
    causes: [cause('wasSent', params, envelope.sentBy)],
  };
  return rule === null ? { ...draft, section: '5.1' } : draft;
};

const byHand: Case<Event> = (scene, { kind, server, command, seq }) => ({
  what: say('happened', {
    kind,
    server: server === null ? '' : nameOf(scene, server),
  }),
  rule: null,
  section: '5',
  causes: command === null ? [] : [cause('givenByHand', { command: command.type }, seq)],
});

const cases: readonly Case<Event>[] = [
  tookOffice,
  newTerm(true),
  voted,
  overwrote,
  tookEntries,
  refusedEntries,
  committed,
  sentAway,
  newTerm(false),
  stood,
  lost,
  applied,
  gaveUp,
  beat,
  heardLeader,
  heardFollower,
  countedVote,
  received,
  byHand,
];
