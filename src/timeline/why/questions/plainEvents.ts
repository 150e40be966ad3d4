/** Why did an event happen that no other file speaks of? A message arrived, or somebody asked for it. */
import type { ServerId } from '../../../base/index.ts';
import { log as logs, type MessageType, type RuleId } from '../../../raft/index.ts';
import { clientOf, type Event, type EventKind, grainMs } from '../../../sim/index.ts';
import { type Case, cause, type Draft, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import { type Proposal, patience, type Seen } from '../otherwise.ts';
import { commandFor } from '../ownEntry.ts';
import { after, before, eventIn, nameOf, type Scene, sceneAfter, termSince } from '../scene.ts';
import type { WhyParams } from '../whyParams.ts';
import { lostMessage } from './entries.ts';

export const received: Case<Event> = (scene, event) => {
  const { kind, envelope, rules, after: is } = event;
  if (kind !== 'receive' || envelope === null) return null;
  const params = messageParams(scene, envelope.message);
  const rule = rules.ids.at(-1) ?? null;
  const draft: Draft = {
    what:
      is !== null && isStale(event)
        ? say('staleReply', staleness(params, event))
        : say('arrived', params),
    rule,
    causes: [cause('wasSent', params, envelope.sentBy)],
    none: say('noneIgnored', { server: params.to }),
    ...(is === null ? {} : (tooLate(scene, event) ?? made(scene, event, is.id))),
  };
  return rule === null ? { ...draft, section: '5.1' } : draft;
};

// §5.1: what answers a question of an older term changes nothing, unless that rule is off.
const isStale = ({ envelope, before: was, after: is }: Event): boolean =>
  envelope !== null &&
  replies.has(envelope.message.type) &&
  envelope.message.term < (is?.currentTerm ?? 0) &&
  JSON.stringify(was) === JSON.stringify(is);

const replies: ReadonlySet<MessageType> = new Set([
  'RequestVoteResponse',
  'AppendEntriesResponse',
  'InstallSnapshotResponse',
]);

const staleness = (params: WhyParams['arrived'], { envelope, after: is }: Event) => ({
  ...params,
  term: envelope?.message.term ?? 0,
  current: is?.currentTerm ?? 0,
});

type Ending = Pick<Draft, 'effect' | 'proposals'>;

// §5.1: a vote of an older term counts for nothing; it would have, had it come before the newer term.
function tooLate(scene: Scene, { envelope, after: is, seq }: Event): Ending | null {
  const message = envelope?.message;
  if (envelope === null || is === null || message?.type !== 'RequestVoteResponse') return null;
  if (!message.voteGranted || message.term >= is.currentTerm) return null;
  const came = termSince(sceneAfter(scene, seq), is.id);
  const server = nameOf(scene, is.id);
  const params = { ...messageParams(scene, message), server, term: is.currentTerm };
  const quick: Proposal | null =
    came === null
      ? null
      : {
          said: say('hadArrivedBefore', params),
          at: before(scene, eventIn(scene, came)),
          stages: [
            {
              commands: () => [{ type: 'deliver', message: envelope.id }],
              until: ({ servers }) => counts(servers[is.id], message.from),
              withinMs: 0,
            },
          ],
        };
  return {
    effect: say('wouldCountVote', { server, from: nameOf(scene, message.from) }),
    proposals: [quick],
  };
}

const counts = (server: Event['after'] | undefined, from: ServerId): boolean =>
  server?.role === 'leader' || (server?.role === 'candidate' && server.votesGranted.includes(from));

// What the server did by this event it would not have done, had the message not come.
function made(scene: Scene, event: Event, id: ServerId): Ending {
  const was = JSON.stringify(event.before);
  if (was === JSON.stringify(event.after)) return {};
  return {
    effect: say('wouldBeAsBefore', { server: nameOf(scene, id) }),
    proposals: [lostMessage(scene, event, ({ servers }) => JSON.stringify(servers[id]) === was)],
  };
}

/** What stops a server: without it, the server would run. */
const stops: ReadonlySet<EventKind> = new Set(['crash', 'pause']);

/** The line that says what a kind of event is for, where there is one. */
const ruleOf: Partial<Record<EventKind, RuleId>> = {
  transfer: 'LT1',
  snapshot: 'IS5',
  reconfigure: 'MC1',
  persist: 'DK1',
};

/** Why a leader begins no change that it is asked for, by the last line it looked at. */
const refusals: Partial<Record<RuleId, 'changeUnderWay' | 'changeTooEarly' | 'changeTooLarge'>> = {
  MC2: 'changeUnderWay',
  MC3: 'changeTooEarly',
  MC4: 'changeTooLarge',
};

export const changeRefused: Case<Event> = (scene, event) => {
  const { kind, before: was, after: is, rules, command } = event;
  const rule = rules.ids.at(-1);
  const id = rule === undefined ? undefined : refusals[rule];
  if (kind !== 'reconfigure' || was === null || is?.log !== was.log) return null;
  if (rule === undefined || id === undefined || command === null) return null;
  const server = nameOf(scene, is.id);
  const waits = id === 'changeUnderWay' || id === 'changeTooEarly';
  const isFree: Seen = ({ servers }) => {
    const leader = servers[is.id];
    if (leader?.role !== 'leader') return false;
    const { configuration, configurationIndex, commitIndex, log, currentTerm } = leader;
    return (
      configuration.outgoing === null &&
      configurationIndex <= commitIndex &&
      (id === 'changeUnderWay' || logs.termAt(log, commitIndex) === currentTerm)
    );
  };
  const begun: Seen = (_world, one) =>
    one?.kind === 'reconfigure' && one.before?.log !== one.after?.log;
  const withinMs = patience(scene.world);
  return {
    what: say(id, { server, term: is.currentTerm }),
    rule,
    causes: [],
    effect: say('wouldBegin', { server }),
    proposals: waits
      ? [
          {
            said: say('hadWaited', { server }),
            at: after(event),
            stages: [
              {
                commands: (world) => (id === 'changeTooEarly' ? [commandFor(world, is.id)] : []),
                until: isFree,
                withinMs,
              },
              { commands: () => [command], until: begun, withinMs },
            ],
          },
        ]
      : [],
  };
};

export const byHand: Case<Event> = (scene, event) => {
  const { kind, server, command, seq } = event;
  const name = server === null ? '' : nameOf(scene, server);
  const rule = ruleOf[kind] ?? null;
  return {
    what: say('happened', { kind, server: name }),
    ...(rule === null ? { rule, section: '5' } : { rule }),
    causes: command === null ? [] : [cause('givenByHand', { command: command.type }, seq)],
    effect: stops.has(kind) ? say('wouldRun', { server: name }) : say('wouldNotHappen', {}),
    proposals: [command === null ? null : unasked(event), crashedBefore(scene, event)],
  };
};

// The run goes on from just before it, and nobody gives the command.
export function unasked({ seq, time, kind, server }: Event): Proposal {
  return {
    said: say('hadNotBeenAsked', {}),
    at: { seq: seq - 1, time },
    stages: [{ commands: () => [], until: null, withinMs: 0 }],
    changed: ({ conditions }) =>
      !stops.has(kind) || server === null || conditions[server] === 'running',
  };
}

// What a server does by itself, and what comes of it at a client, it does only while it runs.
function crashedBefore(scene: Scene, event: Event): Proposal | null {
  if (event.command !== null) return null;
  const isItsOwn = event.server !== null || event.cause === null;
  const origin = isItsOwn ? event : eventIn(scene, event.cause);
  const { server } = origin;
  if (server === null) return null;
  const at = before(scene, origin);
  return {
    said: say('hadCrashed', { server: nameOf(scene, server) }),
    at,
    stages: [
      {
        commands: () => [{ type: 'crash', server }],
        until: null,
        withinMs: Math.max(grainMs, event.time - at.time),
      },
    ],
    changed: (world) =>
      world.conditions[server] === 'crashed' &&
      event.clients.every(({ client, serial }) => {
        const { pending, serial: now } = clientOf(world, client);
        return now < serial || pending !== null;
      }),
  };
}
