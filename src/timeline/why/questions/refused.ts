/** Why did this server send a client away? */
import type { ServerId } from '../../../base/index.ts';
import { type Command, type Event, isRedirect } from '../../../sim/index.ts';
import { notation } from '../../notation.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, say } from '../draft.ts';
import { isNow, timerCause } from '../elections.ts';
import { handoverCause, handoverOf } from '../handover.ts';
import { type Proposal, patience, type Seen, type Stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { before, eventIn, leaderIn, nameOf, type Scene, sceneAfter, serverIn } from '../scene.ts';

/** The news of a client that was sent away by an event; null: none was. */
export const refusalIn = ({ clients }: ReturnType<typeof eventIn>) =>
  clients.find(({ answer }) => answer !== null && isRedirect(answer)) ?? null;

export const whyRefused: Case<Of<'refused'>> = (asked, { seq }) => {
  const event = eventIn(asked, seq);
  const told = refusalIn(event);
  if (told === null) return null;
  // Where the answer took its time: as it was when the server gave it.
  const scene = sceneAfter(asked, (event.server === null ? event.cause : null) ?? seq - 1);
  const server = nameOf(scene, told.at);
  const command = notation(told.operation);
  const to = told.answer !== null && 'redirect' in told.answer ? told.answer.redirect : null;
  const params = { client: told.client, server, command };
  const effect = say('wouldTake', { client: told.client, command });
  const target = handoverOf(serverIn(scene, told.at));
  if (target !== null)
    return {
      what: say('sentAwayHandover', { ...params, target: nameOf(scene, target) }),
      rule: 'LT1',
      causes: [handoverCause(scene, told.at, target)],
      effect,
      proposals: [askedThen(scene, target, askAgain(event, told), event)],
    };
  const causes: Cause[] = [
    to === null
      ? timerCause(scene, told.at)
      : cause('follows', { server, leader: nameOf(scene, to) }, timerCause(scene, told.at).seq),
  ];
  return {
    what: say('sentAway', params),
    rule: null,
    section: '8',
    causes,
    effect,
    proposals: askedElsewhere(scene, seq),
  };
};

type Told = NonNullable<ReturnType<typeof refusalIn>>;

/** Asks a server for what was refused. */
const askAgain =
  ({ command }: Event, { client, operation }: Told) =>
  (at: ServerId): Command =>
    command?.type === 'request'
      ? { type: 'request', client, operation, at }
      : { type: 'retry', client, at };

const taken =
  ({ client }: Told): Seen =>
  (_world, one) =>
    one?.clients.some(
      (news) => news.client === client && news.what === 'asked' && news.answer === null,
    ) ?? false;

// The client had waited until the office was handed over.
function askedThen(
  scene: Scene,
  target: ServerId,
  ask: (at: ServerId) => Command,
  event: Event,
): Proposal | null {
  const told = refusalIn(event);
  if (told === null) return null;
  const withinMs = patience(scene.world);
  return {
    said: say('hadAskedOnceLed', { client: told.client, leader: nameOf(scene, target) }),
    at: before(scene, event),
    stages: [
      { commands: () => [], until: isNow(target, 'leader'), withinMs },
      { commands: () => [ask(target)], until: taken(told), withinMs },
    ],
  };
}

// The client had asked the leader, or its server had been one.
function* askedElsewhere(scene: Scene, seq: number): Generator<Proposal> {
  const event = eventIn(scene, seq);
  const told = refusalIn(event);
  if (told === null) return;
  const { client, at } = told;
  const where = before(scene, event);
  const withinMs = patience(scene.world);
  const ask = (server: ServerId): Stage => ({
    commands: () => [askAgain(event, told)(server)],
    until: taken(told),
    withinMs,
  });
  const leader = leaderIn(scene);
  if (leader !== null && leader.id !== at) {
    const params = { client, leader: nameOf(scene, leader.id) };
    yield { said: say('hadAskedLeader', params), at: where, stages: [ask(leader.id)] };
  }
  const stand: Stage = {
    commands: () => [{ type: 'timeout', server: at }],
    until: isNow(at, 'leader'),
    withinMs,
  };
  yield {
    said: say('hadTimedOut', { server: nameOf(scene, at) }),
    at: where,
    stages: [stand, ask(at)],
  };
}
