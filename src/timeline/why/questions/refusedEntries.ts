/** Why did a server refuse what a leader sent it? Asked of the event in which it did. */
import type { LogIndex, Seq, ServerId, Term } from '../../../base/index.ts';
import { type AppendEntriesRequest, log as logs, type Server } from '../../../raft/index.ts';
import type { Command, Event, World } from '../../../sim/index.ts';
import { type Case, cause, type Draft, held, say } from '../draft.ts';
import { messageParams, obstacleOf } from '../obstacles.ts';
import { type Proposal, patience } from '../otherwise.ts';
import { mendings } from '../quorum.ts';
import { savings } from '../savings.ts';
import {
  after,
  appendedAt,
  before,
  eventIn,
  holdsEntry,
  lastIn,
  nameOf,
  type Scene,
  sceneAfter,
  since,
  termSince,
} from '../scene.ts';
import { inTime } from '../standing.ts';
import { both } from './role.ts';

/** A refusal: the message, who refused it, and the world just after. */
interface Refused {
  readonly event: Event;
  readonly message: AppendEntriesRequest;
  readonly is: Server;
  readonly seen: Scene;
}

export const refusedEntries: Case<Event> = (scene, event) => {
  const { before: was, after: is, envelope, sent, seq } = event;
  const answer = sent[0]?.message;
  if (was === null || is === null || envelope?.message.type !== 'AppendEntriesRequest') return null;
  if (answer?.type !== 'AppendEntriesResponse' || answer.success) return null;
  const { message } = envelope;
  const refused = { event, message, is, seen: sceneAfter(scene, seq) };
  return message.term < is.currentTerm ? ofOldTerm(scene, refused) : ofNoFit(scene, refused);
};

// Fig. 2, AE1: the leader's term is over.
function ofOldTerm(scene: Scene, refused: Refused): Draft {
  const { event, message, is, seen } = refused;
  const { term, from } = message;
  const current = is.currentTerm;
  const server = nameOf(scene, is.id);
  const leader = nameOf(scene, from);
  const came = termSince(seen, is.id);
  return {
    what: say('refusedOldTerm', { server, leader, term, current }),
    rule: 'AE1',
    causes: [
      cause('cameToTerm', { server, term: current }, came),
      cause('sentIn', { leader, term }, event.envelope?.sentBy ?? null),
    ],
    effect: say('wouldAccept', { server, leader }),
    ...(came === null
      ? { none: say('noneFromStart', {}) }
      : { proposals: both([arrivedBefore(scene, refused, came)], [heardInTime(scene, refused)]) }),
  };
}

// It was under way when the newer term came, and had it been quicker it would have been in time.
function arrivedBefore(scene: Scene, { event, message, is }: Refused, came: Seq): Proposal | null {
  const { envelope } = event;
  if (envelope === null) return null;
  const command: Command = { type: 'deliver', message: envelope.id };
  return {
    said: say('hadArrivedBefore', {
      ...messageParams(scene, message),
      server: nameOf(scene, is.id),
      term: is.currentTerm,
    }),
    at: before(scene, eventIn(scene, came)),
    stages: [
      {
        commands: () => [command],
        until: (_world, one) => one?.server === is.id && one.rules.ids.includes('AE2'),
        withinMs: 0,
      },
    ],
  };
}

// Whoever began the newer term had heard the leader of old, and so had no reason to.
function heardInTime(scene: Scene, { event, message, is }: Refused): Proposal | null {
  const { from, term } = message;
  const stood = standOf(scene, is.currentTerm, event.seq);
  if (stood === null || stood.server === null) return null;
  const at = inTime(scene, stood);
  const speaks = (world: World): readonly Command[] => [
    { type: 'heal', links: null },
    ...revived(world, from),
    { type: 'heartbeat', server: from },
  ];
  return {
    said: say('hadHeard', { server: nameOf(scene, stood.server), leader: nameOf(scene, from) }),
    at,
    stages: [{ commands: speaks, until: null, withinMs: event.time - at.time }],
    changed: ({ servers }) => {
      const one = servers[is.id];
      return one?.currentTerm === term && one.leaderId === from;
    },
  };
}

const revived = ({ conditions }: World, server: ServerId): readonly Command[] =>
  conditions[server] === 'paused' ? [{ type: 'resume', server }] : [];

/** The event by which a server first stood in `term`, before `until`. */
function standOf(scene: Scene, term: Term, until: Seq): Event | null {
  let found: Event | null = null;
  for (
    let seq = lastIn(scene, { rule: 'Can1' }, until);
    seq !== null;
    seq = lastIn(scene, { rule: 'Can1' }, seq - 1)
  ) {
    const event = eventIn(scene, seq);
    const stoodIn = event.after?.currentTerm ?? 0;
    if (stoodIn === term) found = event;
    else if (found !== null || stoodIn < term - 1) break;
  }
  return found;
}

// Fig. 2, AE2: the entry that the leader builds on is not there, or another one is.
function ofNoFit(scene: Scene, refused: Refused): Draft {
  const { event, message, is, seen } = refused;
  const { term, from, prevLogIndex: index, prevLogTerm } = message;
  const server = nameOf(scene, is.id);
  const leader = nameOf(scene, from);
  const end = logs.lastIndex(is.log);
  const own = logs.termAt(is.log, index);
  const last = Math.min(index, end);
  const holds = { server, index: last, term: logs.termAt(is.log, last) };
  const sentIt = cause('sentIn', { leader, term }, event.envelope?.sentBy ?? null);
  return {
    what: say('refusedGap', { server, leader, index, term: prevLogTerm, own, end }),
    rule: 'AE2',
    causes:
      last === 0 ? [sentIt] : [held('holdsLast', holds, appendedAt(seen, is.id, last)), sentIt],
    ...(index > end ? reaching(scene, refused) : keeping(scene, refused, index, own)),
  };
}

type Ending = Pick<Draft, 'effect' | 'proposals' | 'none'>;

// What kept the entry from the server when it was new: then it would be there.
function reaching(scene: Scene, { message, is, seen }: Refused): Ending {
  const { from, prevLogIndex: index, prevLogTerm: term } = message;
  const holds = holdsEntry(index, term);
  const got = since(seen, from, holds);
  if (got === null) return { none: say('noneFromStart', {}) };
  const event = eventIn(scene, got);
  const giver = event.envelope?.message.from ?? from;
  const when: Scene = { ...sceneAfter(scene, got), asked: after(event) };
  const obstacle = obstacleOf(when, {
    from: giver,
    to: is.id,
    wants: { kind: 'entries', upTo: index },
  });
  const until = ({ servers }: World): boolean => holds(servers[is.id] as Server);
  const everybody: Proposal = {
    said: say('hadReachedAll', { leader: nameOf(scene, giver), index }),
    at: after(event),
    stages: [
      {
        commands: ({ conditions }) => [
          { type: 'heal', links: null },
          ...(conditions[is.id] === 'crashed' ? [{ type: 'restart', server: is.id } as const] : []),
        ],
        until,
        withinMs: patience(scene.world),
      },
    ],
  };
  return {
    effect: say('wouldHold', { server: nameOf(scene, is.id), index, term }),
    proposals: both(mendings(when, giver, [obstacle], 1, until), [everybody]),
  };
}

// Had the entry that stands there instead been committed, no leader would be without it.
function keeping(scene: Scene, { is, seen }: Refused, index: LogIndex, term: Term): Ending {
  const isThereFromStart = appendedAt(seen, is.id, index) === null;
  return {
    effect: say('wouldKeep', { server: nameOf(scene, is.id), index, term }),
    proposals: savings(seen, is.id, index, term),
    ...(isThereFromStart ? { none: say('noneFromStart', {}) } : {}),
  };
}
