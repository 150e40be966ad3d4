/** Why does this server not stand for election? */
import { isVoter } from '../../../raft/index.ts';
import type { Command } from '../../../sim/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import {
  isNow,
  revival,
  stoppedCause,
  timeoutNow,
  timerCause,
  timerLeft,
  timerLeftCause,
} from '../elections.ts';
import { type Proposal, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { leaderIn, nameOf, type Scene, serverIn, since } from '../scene.ts';

type Asked = Of<'doesNotStand'>;

export const whyDoesNotStand: Case<Asked> = (scene, asked) => firstCase(cases, scene, asked);

const standing = ['candidate', 'preCandidate', 'leader'] as const;

const stopped: Case<Asked> = (scene, { server: id }) => {
  const back = revival(scene, id);
  const why = stoppedCause(scene, id);
  if (back === null || why === null) return null;
  const server = nameOf(scene, id);
  const commands: readonly Command[] = [back, { type: 'timeout', server: id }];
  return {
    what: say('standsNotStopped', { server }),
    rule: null,
    section: '5.5',
    causes: [why],
    effect: say('wouldStand', { server, term: serverIn(scene, id).currentTerm + 1 }),
    proposals: [
      {
        said: say('hadRunAndTimedOut', { server }),
        at: scene.asked,
        stages: [stage(scene.world, commands, isNow(id, ...standing))],
      },
    ],
  };
};

const hasNoVote: Case<Asked> = (scene, { server: id }) => {
  const { configuration, role } = serverIn(scene, id);
  if (isVoter(configuration, id) || role !== 'follower') return null;
  const crew = leaderIn(scene)?.configuration ?? configuration;
  const server = nameOf(scene, id);
  const add: Command = { type: 'reconfigure', change: { kind: 'add', server: id } };
  return {
    what: say('standsNotNoVote', { server }),
    rule: 'MC1',
    causes: [cause('hasNoVote', { server, of: crew.voters.length }, null)],
    effect: say('wouldStand', { server, term: serverIn(scene, id).currentTerm + 1 }),
    proposals: [
      {
        said: say('hadBeenAdded', { server }),
        at: scene.asked,
        stages: [
          stage(scene.world, [add], ({ servers }) =>
            isVoter((servers[id] as (typeof servers)[number]).configuration, id),
          ),
          stage(scene.world, [{ type: 'timeout', server: id }], isNow(id, ...standing)),
        ],
      },
    ],
  };
};

const hasStood: Case<Asked> = (scene, { server: id }) => {
  const { role, currentTerm: term } = serverIn(scene, id);
  if (role === 'follower') return null;
  const server = nameOf(scene, id);
  return {
    what: say(role === 'leader' ? 'standsNotLeads' : 'standsAlready', { server, term }),
    rule: role === 'leader' ? 'Ldr1' : 'Can1',
    causes:
      role === 'leader'
        ? [
            cause(
              'wonElection',
              { leader: server, term },
              since(scene, id, (one) => one.role === role),
            ),
          ]
        : [timerCause(scene, id)],
  };
};

const waits: Case<Asked> = (scene, { server: id }) => {
  const { currentTerm } = serverIn(scene, id);
  const server = nameOf(scene, id);
  const ms = timerLeft(scene, id);
  return {
    what: ms === null ? say('standsNotByHand', { server }) : say('standsNotYet', { server, ms }),
    rule: 'Fol2',
    causes: [timerCause(scene, id), timerLeftCause(scene, id)],
    effect: say('wouldStand', { server, term: currentTerm + 1 }),
    proposals: [silencedLeader(scene, id), timeoutNow(scene, id, ...standing)],
  };
};

function silencedLeader(scene: Scene, id: number): Proposal | null {
  const leader = leaderIn(scene);
  if (leader === null || leader.id === id) return null;
  return {
    said: say('hadFallenSilent', { leader: nameOf(scene, leader.id) }),
    at: scene.asked,
    stages: [stage(scene.world, [{ type: 'crash', server: leader.id }], isNow(id, ...standing))],
  };
}

const cases: readonly Case<Asked>[] = [stopped, hasNoVote, hasStood, waits];
