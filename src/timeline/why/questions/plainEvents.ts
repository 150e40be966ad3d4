/** Why did an event happen that no other file speaks of? A message arrived, or somebody asked for it. */
import type { ServerId } from '../../../base/index.ts';
import { clientOf, type Event, type EventKind, grainMs } from '../../../sim/index.ts';
import { type Case, cause, type Draft, say } from '../draft.ts';
import { messageParams } from '../obstacles.ts';
import type { Proposal } from '../otherwise.ts';
import { before, eventIn, nameOf, type Scene, sceneAfter, termSince } from '../scene.ts';
import { lostMessage } from './entries.ts';

export const received: Case<Event> = (scene, event) => {
  const { kind, envelope, rules, after: is } = event;
  if (kind !== 'receive' || envelope === null) return null;
  const params = messageParams(scene, envelope.message);
  const rule = rules.ids.at(-1) ?? null;
  const draft: Draft = {
    what: say('arrived', params),
    rule,
    causes: [cause('wasSent', params, envelope.sentBy)],
    none: say('noneIgnored', { server: params.to }),
    ...(is === null ? {} : (tooLate(scene, event) ?? made(scene, event, is.id))),
  };
  return rule === null ? { ...draft, section: '5.1' } : draft;
};

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

export const byHand: Case<Event> = (scene, event) => {
  const { kind, server, command, seq } = event;
  const name = server === null ? '' : nameOf(scene, server);
  return {
    what: say('happened', { kind, server: name }),
    rule: null,
    section: '5',
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
