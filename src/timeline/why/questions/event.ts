/** Why did this event happen? The question of a kind of event that has a file of its own is asked there. */
import type { ServerId, VirtualMs } from '../../../base/index.ts';
import { log as logs } from '../../../raft/index.ts';
import type { Command, Event, World } from '../../../sim/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import { beatsCause } from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { type Proposal, type Seen, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { isGrant, requestIn } from '../requests.ts';
import { appendedAt, before, earlier, eventIn, nameOf, type Scene, sceneAfter } from '../scene.ts';
import { cutOff, whyCommitted } from './committed.ts';
import { heardLeader, lostMessage, tookEntries } from './entries.ts';
import { lost, rouse } from './lost.ts';
import { firstLost, whyOverwritten } from './overwritten.ts';
import { byHand, changeRefused, received } from './plainEvents.ts';
import { refusalIn, whyRefused } from './refused.ts';
import { refusedEntries } from './refusedEntries.ts';
import { countedVote, heardFollower } from './replies.ts';
import { whyRole } from './role.ts';
import { snapshots } from './snapshots.ts';
import { stands } from './stands.ts';
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

/** §6: the configuration without it is committed, and its last act was to commit it. */
const leftOffice: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, rules } = event;
  if (was?.role !== 'leader' || is?.role !== 'follower' || !rules.ids.includes('MC6')) return null;
  const server = nameOf(scene, is.id);
  const index = is.configurationIndex;
  const from = envelope?.message.from;
  return {
    what: say('leftOffice', { server, term: is.currentTerm, index }),
    rule: 'MC6',
    causes: [
      cause(
        'entryIsOf',
        { leader: server, index, term: logs.termAt(is.log, index) },
        appendedAt(sceneAfter(scene, event.seq), is.id, index),
      ),
      ...(from === undefined
        ? []
        : [cause('acknowledged', { server: nameOf(scene, from), index }, event.seq)]),
    ],
    effect: say('wouldLead', { server }),
    proposals: [lostMessage(scene, event, ({ servers }) => servers[is.id]?.role === 'leader')],
  };
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

const applied: Case<Event> = (scene, { kind, after: is, cause: by }) => {
  if (kind !== 'apply' || is === null) return null;
  const params = { server: nameOf(scene, is.id), index: is.lastApplied };
  const entry = { server: is.id, index: is.lastApplied };
  return {
    what: say('applied', params),
    rule: 'All1',
    causes: [cause('committedIt', params, by)],
    effect: say('wouldNotApply', params),
    proposals: by === null ? [] : [cutOff(scene, entry, by)],
  };
};

const beat: Case<Event> = (scene, event) => {
  const { kind, after: is } = event;
  if (kind !== 'heartbeat' || is?.role !== 'leader') return null;
  const leader = nameOf(scene, is.id);
  const term = is.currentTerm + 1;
  const stands: Seen = ({ servers }) =>
    servers.some((one) => one.role === 'candidate' && one.currentTerm === term);
  return {
    what: say('beat', { leader, term: is.currentTerm }),
    rule: 'Ldr1',
    causes: [beatsCause(sceneAfter(scene, event.seq), is.id, null)],
    effect: say('somebodyWouldStand', { term }),
    proposals: [
      {
        said: say('hadFallenSilent', { leader }),
        at: before(scene, event),
        stages: [stage(scene.world, [{ type: 'crash', server: is.id }], stands)],
      },
    ],
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
    proposals: reachedInTime(scene, event, was.id, withinMs),
  };
};

// All links whole a round before it gave up; or, where that is not what was wrong, the others running besides.
const reachedInTime = (scene: Scene, { time }: Event, leader: ServerId, withinMs: VirtualMs) =>
  [links, linksAndServers].map(
    ({ said, commands }): Proposal => ({
      said,
      at: earlier(scene, time - withinMs),
      stages: [{ commands, until: null, withinMs }],
      changed: ({ servers }) => servers[leader]?.role === 'leader',
    }),
  );

const links = {
  said: say('hadLinksWorked', {}),
  commands: (): readonly Command[] => [{ type: 'heal', links: null }],
};
const linksAndServers = {
  said: say('hadAllRun', {}),
  commands: ({ conditions }: World): readonly Command[] => [
    { type: 'heal', links: null },
    ...conditions.flatMap((condition, server) => rouse[condition](server)),
  ],
};

const cases: readonly Case<Event>[] = [
  tookOffice,
  newTerm(true),
  voted,
  overwrote,
  tookEntries,
  refusedEntries,
  ...snapshots,
  leftOffice,
  committed,
  sentAway,
  newTerm(false),
  lost,
  applied,
  gaveUp,
  beat,
  heardLeader,
  heardFollower,
  countedVote,
  ...stands,
  received,
  changeRefused,
  byHand,
];
