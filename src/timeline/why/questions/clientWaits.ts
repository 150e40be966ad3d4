/** Why is this client still waiting? */
import type { Seq, ServerId } from '../../../base/index.ts';
import { type Client, type Command, clientOf, type Pending, placeOf } from '../../../sim/index.ts';
import { notation } from '../../notation.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, type Draft, firstCase, say } from '../draft.ts';
import { isNow, revival, stoppedCause } from '../elections.ts';
import { handoverCause, handoverOf } from '../handover.ts';
import { type Proposal, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { eventIn, lastIn, nameOf, type Scene, serverIn, since } from '../scene.ts';
import { askLeader, elected, isAnswered, retryCause, type Waiting } from '../waiting.ts';
import { isMissed, isUnanswered, isUnderWay } from './clientUnanswered.ts';
import { whyNotCommitted } from './notCommitted.ts';
import { refusalIn } from './refused.ts';

export const whyClientWaits: Case<Of<'clientWaits'>> = (scene, { client: id }) => {
  const client = clientOf(scene.world, id);
  const { pending } = client;
  if (pending === null) return null;
  const waiting = { client, pending, command: notation(pending.operation) };
  const draft = firstCase(cases, scene, waiting);
  return draft === null ? null : { effect: say('wouldAnswer', { client: id }), ...draft };
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

const isRefused: Case<Waiting> = (scene, waiting) => {
  const { client, pending, command } = waiting;
  if (pending.state !== 'refused') return null;
  const server = nameOf(scene, pending.at);
  const refused = refusalBy(scene, client.id, pending.at);
  const target = handoverOf(refused === null ? null : eventIn(scene, refused).before);
  if (target !== null) return untilHandedOver(scene, waiting, target);
  return {
    what: say('waitsRefused', { client: client.id, command, server }),
    rule: null,
    section: '8',
    causes: [cause('knewNoLeader', { server }, refused), retryCause(scene, pending, client.id)],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

/** The event in which a server sent that client away. */
function refusalBy(scene: Scene, client: string, server: ServerId): Seq | null {
  const last = lastIn(scene, { kind: 'client', server });
  for (let seq = last; seq !== null; seq = lastIn(scene, { kind: 'client', server }, seq - 1))
    if (refusalIn(eventIn(scene, seq))?.client === client) return seq;
  return last;
}

// Thesis §3.10: a leader that hands its office over takes no commands; whom it hands it to will.
function untilHandedOver(
  scene: Scene,
  { client, pending, command }: Waiting,
  target: ServerId,
): Draft {
  const leader = nameOf(scene, target);
  const params = { client: client.id, command, server: nameOf(scene, pending.at) };
  const retry: Command = { type: 'retry', client: client.id, at: target };
  return {
    what: say('waitsHandover', { ...params, target: leader }),
    rule: 'LT1',
    causes: [handoverCause(scene, pending.at, target), retryCause(scene, pending, client.id)],
    proposals: [
      {
        said: say('hadAskedOnceLed', { client: client.id, leader }),
        at: scene.asked,
        stages: [
          stage(scene.world, [], isNow(target, 'leader')),
          stage(scene.world, [retry], isAnswered(client)),
        ],
      },
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
  return {
    what: say('waitsOrphaned', { client: client.id, command, server: name }),
    rule: null,
    section: '8',
    causes: [...fallCauses(scene, server.id), retryCause(scene, pending, client.id)],
    proposals: [askLeader(scene, client), elected(scene, client, pending)],
  };
};

// It crashed, or heard of another term; where it has been down since, it is down that keeps it.
function fallCauses(scene: Scene, id: ServerId): readonly Cause[] {
  const fell = since(scene, id, ({ role }) => role !== 'leader');
  const event = fell === null ? null : eventIn(scene, fell);
  const server = nameOf(scene, id);
  if (event === null || event.before === null) return [];
  if (event.kind === 'crash') return [cause('crashedByHand', { server }, fell)];
  return [cause('leadsNoMore', { server, term: event.before.currentTerm }, fell)];
}

const cases: readonly Case<Waiting>[] = [
  isUnheard,
  isRefused,
  isInLog,
  isOrphaned,
  isUnanswered,
  isMissed,
  isUnderWay,
];
