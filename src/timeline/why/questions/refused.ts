/** Why did this server send a client away? */
import { isRedirect } from '../../../sim/index.ts';
import { notation } from '../../notation.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, say } from '../draft.ts';
import { isNow, timerCause } from '../elections.ts';
import { type Proposal, patience, type Seen, type Stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { before, eventIn, leaderIn, nameOf, type Scene, sceneAfter } from '../scene.ts';

/** The news of a client that was sent away by an event; null: none was. */
export const refusalIn = ({ clients }: ReturnType<typeof eventIn>) =>
  clients.find(({ answer }) => answer !== null && isRedirect(answer)) ?? null;

export const whyRefused: Case<Of<'refused'>> = (asked, { seq }) => {
  const event = eventIn(asked, seq);
  const told = refusalIn(event);
  if (told === null) return null;
  const scene = sceneAfter(asked, seq - 1);
  const server = nameOf(scene, told.at);
  const command = notation(told.operation);
  const to = told.answer !== null && 'redirect' in told.answer ? told.answer.redirect : null;
  const params = { client: told.client, server, command };
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
    effect: say('wouldTake', { client: told.client, command }),
    proposals: askedElsewhere(scene, seq),
  };
};

// The client had asked the leader, or its server had been one.
function* askedElsewhere(scene: Scene, seq: number): Generator<Proposal> {
  const event = eventIn(scene, seq);
  const told = refusalIn(event);
  if (told === null) return;
  const { client, operation, at } = told;
  const where = before(scene, event);
  const withinMs = patience(scene.world);
  const taken: Seen = (_world, one) =>
    one?.clients.some(
      (news) => news.client === client && news.what === 'asked' && news.answer === null,
    ) ?? false;
  const ask = (server: number): Stage => ({
    commands: () =>
      event.command?.type === 'request'
        ? [{ type: 'request', client, operation, at: server }]
        : [{ type: 'retry', client, at: server }],
    until: taken,
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
