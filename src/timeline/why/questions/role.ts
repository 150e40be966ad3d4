/** Why is this server what it is? */

import type { ServerId } from '../../../base/index.ts';
import {
  type Candidate,
  type Leader,
  log as logs,
  mayStand,
  type PreCandidate,
} from '../../../raft/index.ts';
import { conditionOf } from '../../../sim/index.ts';
import type { Cause } from '../answer.ts';
import { type Case, cause, type Draft, firstCase, say } from '../draft.ts';
import {
  isNow,
  revival,
  silencedLeader,
  standsIn,
  timeoutNow,
  timerCause,
  timerLeftCause,
} from '../elections.ts';
import { obstacleOf } from '../obstacles.ts';
import { isolate, type Proposal, patience, type Stage, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { bothCauses, mendings, votesOf } from '../quorum.ts';
import {
  before,
  eventIn,
  lastIn,
  leaderIn,
  nameOf,
  namesOf,
  type Scene,
  serverIn,
  since,
} from '../scene.ts';
import { stoodCauses } from '../stood.ts';
import { noVoteCauses, withVote } from '../voteless.ts';

type Asked = Of<'role'>;

export const whyRole: Case<Asked> = (scene, asked) => firstCase(cases, scene, asked);

const stopped: Case<Asked> = (scene, { server: id }) => {
  const back = revival(scene, id);
  if (back === null) return null;
  const server = nameOf(scene, id);
  const { log, currentTerm } = serverIn(scene, id);
  const isCrashed = conditionOf(scene.world, id) === 'crashed';
  const kind = isCrashed ? 'crash' : 'pause';
  const kept = { server, term: currentTerm, entries: logs.lastIndex(log) };
  return {
    what: say(isCrashed ? 'roleDown' : 'rolePaused', { server }),
    rule: null,
    section: '5.5',
    causes: [
      cause(
        isCrashed ? 'crashedByHand' : 'pausedByHand',
        { server },
        lastIn(scene, { kind, server: id }),
      ),
      cause('keeps', kept, null),
    ],
    effect: say('wouldRun', { server }),
    proposals: [
      {
        said: say(isCrashed ? 'hadRestarted' : 'hadGoneOn', { asker: server, servers: [server] }),
        at: scene.asked,
        stages: [stage(scene.world, [back], (world) => world.conditions[id] === 'running')],
      },
    ],
  };
};

const leads: Case<Asked> = (scene, { server: id }) => {
  const leader = serverIn(scene, id);
  if (leader.role !== 'leader') return null;
  const server = nameOf(scene, id);
  const term = leader.currentTerm;
  const elected = since(scene, id, (one) => one.role === 'leader' && one.currentTerm === term);
  const event = elected === null ? null : eventIn(scene, elected);
  const voters = event === null ? [] : votersIn(event.before, event.envelope?.message.from ?? null);
  // Who had a vote then: its crew may be another by now.
  const { configuration } = event?.before ?? leader;
  const of = configuration.voters.length;
  return {
    what: say('roleLeads', { server, term, have: voters.length, of }),
    rule: 'Can2',
    causes:
      elected === null
        ? [cause('soFromStart', { server }, null)]
        : [...stoodCauses(scene, id, elected), ...voteCauses(scene, id, voters, elected)],
    effect: say('wouldNotLead', { server, term }),
    proposals: elected === null ? rivals(scene, leader) : deposings(scene, leader, elected),
  };
};

function votersIn(before: unknown, last: ServerId | null): readonly ServerId[] {
  const granted = (before as Candidate | null)?.votesGranted ?? [];
  return last === null ? granted : [...granted, last];
}

function voteCauses(
  scene: Scene,
  id: ServerId,
  voters: readonly ServerId[],
  elected: number,
): readonly Cause[] {
  return voters
    .filter((voter) => voter !== id)
    .map((voter) =>
      cause(
        'votedFor',
        { server: nameOf(scene, voter), candidate: nameOf(scene, id) },
        lastIn(scene, { server: voter, mark: 'granted' }, elected),
      ),
    );
}

function* deposings(scene: Scene, leader: Leader, elected: number): Generator<Proposal | null> {
  const { id, currentTerm } = leader;
  const server = nameOf(scene, id);
  const event = eventIn(scene, elected);
  const at = before(scene, event);
  const withinMs = Math.min(patience(scene.world), Math.max(1, scene.asked.time - at.time));
  const pass = (commands: ReturnType<Stage['commands']>): Proposal['stages'] => [
    { commands: () => commands, until: null, withinMs },
  ];
  const changed: Proposal['changed'] = ({ servers }) =>
    servers[id]?.role !== 'leader' || servers[id].currentTerm !== currentTerm;
  if (event.envelope !== null) {
    const voter = nameOf(scene, event.envelope.message.from);
    const stages = pass([{ type: 'drop', message: event.envelope.id }]);
    yield { said: say('hadVoteBeenLost', { voter, server }), at, stages, changed };
  }
  yield {
    said: say('hadBeenCutOff', { server }),
    at,
    stages: [{ commands: isolate(id), until: null, withinMs }],
    changed,
  };
  yield {
    said: say('hadCrashed', { server }),
    at,
    stages: pass([{ type: 'crash', server: id }]),
    changed,
  };
}

// Where it led from the start, another that stands now takes its office.
function* rivals(scene: Scene, { id, currentTerm }: Leader): Generator<Proposal> {
  for (const { id: other } of scene.world.servers) {
    if (other === id) continue;
    yield {
      said: say('hadTimedOut', { server: nameOf(scene, other) }),
      at: scene.asked,
      stages: [
        stage(scene.world, [{ type: 'timeout', server: other }], ({ servers }) => {
          const one = servers[id];
          return one?.role !== 'leader' || one.currentTerm !== currentTerm;
        }),
      ],
    };
  }
}

const asks: Case<Asked> = (scene, { server: id }) => {
  const server = serverIn(scene, id);
  if (server.role !== 'candidate' && server.role !== 'preCandidate') return null;
  return askingDraft(scene, server);
};

/** Why a server that asks for votes has not got them yet. */
export function askingDraft(scene: Scene, asking: Candidate | PreCandidate): Draft {
  const { id, currentTerm: term } = asking;
  const server = nameOf(scene, id);
  const { have, lacking, of, needed } = votesOf(asking);
  const isPre = asking.role === 'preCandidate';
  const params = { server, term: isPre ? term + 1 : term, have: have.length, of, needed };
  const obstacles = lacking.map((to) =>
    obstacleOf(scene, { from: id, to, wants: { kind: 'vote' } }),
  );
  const isLeader = isNow(id, 'leader');
  return {
    what: say(isPre ? 'roleAsksFirst' : 'roleStands', params),
    rule: isPre ? 'PV1' : 'Can1',
    causes: [
      ...stoodCauses(scene, id, scene.seq),
      ...bothCauses(scene, asking),
      ...obstacles.map((one) => one.cause),
    ],
    effect: say('wouldLead', { server }),
    proposals: both(
      mendings(scene, id, obstacles, needed - have.length, isLeader),
      mendings(scene, id, obstacles, needed - have.length, isLeader, [
        { type: 'timeout', server: id },
      ]),
      [timeoutNow(scene, id, isLeader), silencedLeader(scene, id, isLeader)],
    ),
  };
}

/** One list of proposals after the other. */
export function* both(...lists: readonly Iterable<Proposal | null>[]): Generator<Proposal | null> {
  for (const list of lists) yield* list;
}

const follows: Case<Asked> = (scene, { server: id }) => {
  const { currentTerm: term, leaderId } = serverIn(scene, id);
  const server = nameOf(scene, id);
  const what =
    leaderId === null
      ? say('roleWaits', { server, term })
      : say('roleFollows', { server, leader: namesOf(scene, [leaderId])[0] ?? '', term });
  const stands = standsIn(id, term + 1);
  return {
    what,
    rule: 'Fol2',
    causes: [timerCause(scene, id), timerLeftCause(scene, id)],
    effect: say('wouldStand', { server, term: term + 1 }),
    proposals: [timeoutNow(scene, id, stands), silencedLeader(scene, id, stands)],
  };
};

/** §6, Thesis §4.2.1: a learner, or who was removed, or was never told of a configuration that names it. */
const watches: Case<Asked> = (scene, { server: id }) => {
  const one = serverIn(scene, id);
  if (mayStand(one)) return null;
  const server = nameOf(scene, id);
  const { leaderId, currentTerm: term } = one;
  return {
    what: say('roleNoVote', { server, term }),
    rule: 'MC1',
    causes: [
      ...noVoteCauses(scene, id),
      ...(leaderId === null
        ? []
        : [
            cause(
              'follows',
              { server, leader: nameOf(scene, leaderId) },
              timerCause(scene, id).seq,
            ),
          ]),
    ],
    effect: say('wouldStand', {
      server,
      term: Math.max(term, leaderIn(scene)?.currentTerm ?? 0) + 1,
    }),
    proposals: withVote(scene, id),
  };
};

const cases: readonly Case<Asked>[] = [stopped, leads, asks, watches, follows];
