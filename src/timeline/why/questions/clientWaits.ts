/** Why is this client still waiting? */
import {
  type Client,
  type Command,
  clientOf,
  conditionOf,
  type Pending,
  placeOf,
} from '../../../sim/index.ts';
import { notation } from '../../notation.ts';
import { type Case, cause, type Draft, firstCase, say } from '../draft.ts';
import { isNow, revival, stoppedCause } from '../elections.ts';
import { type Proposal, type Seen, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastIn, leaderIn, nameOf, type Scene, serverIn, since } from '../scene.ts';
import { whyNotCommitted } from './notCommitted.ts';

/** A client with a command out. */
interface Waiting {
  readonly client: Client;
  readonly pending: Pending;
  readonly command: string;
}

export const whyClientWaits: Case<Of<'clientWaits'>> = (scene, { client: id }) => {
  const client = clientOf(scene.world, id);
  const { pending } = client;
  if (pending === null) return null;
  const waiting = { client, pending, command: notation(pending.operation) };
  const draft = firstCase(cases, scene, waiting);
  return draft === null ? null : { effect: say('wouldAnswer', { client: id }), ...draft };
};

/** Whether the command out has been answered. */
export const isAnswered =
  ({ id, serial }: Client): Seen =>
  (world) => {
    const { pending, serial: now } = clientOf(world, id);
    return now > serial || pending === null;
  };

const isUnheard: Case<Waiting> = (scene, { client, pending, command }) => {
  const stopped = stoppedCause(scene, pending.at);
  if (stopped === null || pending.state === 'travelling') return null;
  const at = nameOf(scene, pending.at);
  return {
    what: say('waitsUnheard', { client: client.id, command, server: at }),
    rule: null,
    section: '8',
    causes: [stopped, retryCause(scene, pending, client.id)],
    proposals: [askLeader(scene, client), woken(scene, client, pending)],
  };
};

function retryCause(scene: Scene, { retryAt, attempt }: Pending, client: string) {
  const ms = retryAt === Infinity ? null : Math.max(0, retryAt - scene.world.time);
  return ms === null
    ? cause('asksAgainByHand', { client, attempt }, null)
    : cause('asksAgain', { client, attempt, ms }, null);
}

/** The client asks the one that leads, at once. */
function askLeader(scene: Scene, client: Client): Proposal | null {
  const leader = leaderIn(scene);
  if (leader === null || conditionOf(scene.world, leader.id) !== 'running') return null;
  return {
    said: say('hadAskedLeader', { client: client.id, leader: nameOf(scene, leader.id) }),
    at: scene.asked,
    stages: [
      stage(scene.world, [{ type: 'retry', client: client.id, at: leader.id }], isAnswered(client)),
    ],
  };
}

// The server comes back, leads where nobody does, and is asked again.
function woken(scene: Scene, client: Client, { at }: Pending): Proposal | null {
  const back = revival(scene, at);
  if (back === null) return null;
  const retry = { type: 'retry', client: client.id, at } as const;
  return {
    said: say('hadRunAndTimedOut', { server: nameOf(scene, at) }),
    at: scene.asked,
    stages: [
      stage(scene.world, [back, { type: 'timeout', server: at }], isNow(at, 'leader')),
      stage(scene.world, [retry], isAnswered(client)),
    ],
  };
}

const isRefused: Case<Waiting> = (scene, { client, pending, command }) => {
  if (pending.state !== 'refused') return null;
  const server = nameOf(scene, pending.at);
  const refused = lastIn(scene, { kind: 'client', server: pending.at });
  return {
    what: say('waitsRefused', { client: client.id, command, server }),
    rule: null,
    section: '8',
    causes: [cause('knowsNoLeader', { server }, refused), retryCause(scene, pending, client.id)],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

function elected(scene: Scene, client: Client, { at }: Pending): Proposal {
  return {
    said: say('hadTimedOut', { server: nameOf(scene, at) }),
    at: scene.asked,
    stages: [
      stage(scene.world, [{ type: 'timeout', server: at }], isNow(at, 'leader')),
      stage(scene.world, [{ type: 'retry', client: client.id, at }], isAnswered(client)),
    ],
  };
}

/** A leader has it in its log: then the question is why it is not committed. */
const isInLog: Case<Waiting> = (scene, { client, pending, command }): Draft | null => {
  const server = serverIn(scene, pending.at);
  const index = placeOf(server, client);
  if (index === null || server.role !== 'leader') return null;
  if (server.commitIndex >= index) return null;
  const inner = whyNotCommitted(scene, { kind: 'notCommitted', server: server.id, index });
  if (inner === null) return null;
  const params = { client: client.id, command, server: nameOf(scene, server.id), index };
  return {
    what: say('waitsForCommit', params),
    rule: 'Ldr2',
    causes: [{ said: inner.what, seq: null }, ...inner.causes],
    proposals: untilAnswered(inner.proposals ?? [], client),
  };
};

function* untilAnswered(
  proposals: Iterable<Proposal | null>,
  client: Client,
): Generator<Proposal | null> {
  for (const proposal of proposals) {
    const last = proposal?.stages.at(-1);
    if (proposal === null || last === undefined) continue;
    const stages = [...proposal.stages.slice(0, -1), { ...last, until: isAnswered(client) }];
    yield { ...proposal, stages };
  }
}

/** The server it asked leads no more: nobody will tell it what became of its command. */
const isOrphaned: Case<Waiting> = (scene, { client, pending, command }) => {
  const server = serverIn(scene, pending.at);
  if (pending.state !== 'accepted' || server.role === 'leader') return null;
  const name = nameOf(scene, server.id);
  const deposed = since(scene, server.id, ({ role }) => role !== 'leader');
  return {
    what: say('waitsOrphaned', { client: client.id, command, server: name }),
    rule: null,
    section: '8',
    causes: [
      cause('leadsNoMore', { server: name, term: server.currentTerm }, deposed),
      retryCause(scene, pending, client.id),
    ],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

const isUnderWay: Case<Waiting> = (scene, { client, pending, command }) => {
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

const cases: readonly Case<Waiting>[] = [isUnheard, isRefused, isInLog, isOrphaned, isUnderWay];
