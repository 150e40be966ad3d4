/** Why does this client still wait, though no server has anything left to do for it? */
import { type Client, type Command, clientOf, type Pending, placeOf } from '../../../sim/index.ts';
import { type Case, cause, say } from '../draft.ts';
import type { Proposal, Seen } from '../otherwise.ts';
import { lastIn, nameOf, type Scene, serverIn, since } from '../scene.ts';
import { askLeader, elected, retryCause, type Waiting } from '../waiting.ts';

/** §8: it was carried out, and the answer did not reach the client; asked again, a leader answers without doing it twice. */
export const isUnanswered: Case<Waiting> = (scene, { client, pending, command }) => {
  const server = serverIn(scene, pending.at);
  const index = placeOf(server, client);
  if (index === null || server.lastApplied < index || hasMail(scene, client)) return null;
  const name = nameOf(scene, server.id);
  const applied = since(scene, server.id, ({ lastApplied }) => lastApplied >= index);
  return {
    what: say('waitsAnswerLost', { client: client.id, command, server: name, index }),
    rule: null,
    section: '8',
    causes: [
      cause('appliedIt', { server: name, index }, applied),
      retryCause(scene, pending, client.id),
    ],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

/** The server it asked did not run then; it runs by now, and knows nothing of the command. */
export const isMissed: Case<Waiting> = (scene, { client, pending, command }) => {
  if (pending.state !== 'unreachable' || hasMail(scene, client)) return null;
  const server = nameOf(scene, pending.at);
  return {
    what: say('waitsMissed', { client: client.id, command, server }),
    rule: null,
    section: '8',
    causes: [
      cause('restartedAt', { server }, lastIn(scene, { kind: 'restart', server: pending.at })),
      retryCause(scene, pending, client.id),
    ],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

const hasMail = ({ world: { mail } }: Scene, { id }: Client): boolean =>
  mail.some(({ client }) => client === id);

export const isUnderWay: Case<Waiting> = (scene, { client, pending, command }) => {
  const server = nameOf(scene, pending.at);
  const ms = scene.world.mail
    .filter((mail) => mail.client === client.id && mail.at < Infinity)
    .map(({ at }) => Math.max(0, at - scene.world.time));
  return {
    what: say('waitsUnderWay', { client: client.id, command, server }),
    rule: null,
    section: '8',
    causes: [
      ...(ms[0] === undefined ? [] : [cause('mailArrives', { server, ms: ms[0] }, null)]),
      retryCause(scene, pending, client.id),
    ],
    proposals: [withoutDelay(scene, client, pending)],
    ...(pending.state === 'travelling'
      ? { effect: say('wouldTake', { client: client.id, command }) }
      : {}),
  };
};

// The command is given again on a way that takes no time, and must be where it is to go by now.
function withoutDelay(scene: Scene, client: Client, pending: Pending): Proposal | null {
  const { run } = scene.timeline;
  const given = run.commands.findLast(
    ({ seq, command }) =>
      seq < scene.seq && command.type === 'request' && command.client === client.id,
  );
  if (given === undefined) return null;
  const { options, rulesOff } = scene.world;
  const quick: Command = { type: 'options', options: { ...options, clientLatencyMs: 0 }, rulesOff };
  const taken: Seen = (_world, event) =>
    event?.clients.some(({ what, answer }) => what === 'asked' && answer === null) ?? false;
  const answered: Seen = (world) => {
    const now = clientOf(world, client.id);
    return now.serial === client.serial && now.pending === null;
  };
  return {
    said: say('hadNoDelay', { client: client.id, server: nameOf(scene, pending.at) }),
    at: { seq: given.seq, time: given.time },
    stages: [
      {
        commands: () => [quick, given.command],
        until: pending.state === 'travelling' ? taken : answered,
        withinMs: scene.asked.time - given.time,
      },
    ],
  };
}
