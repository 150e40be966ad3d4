/** Why does this server not lead? */
import { isVoter } from '../../../raft/index.ts';
import { type Command, conditionOf } from '../../../sim/index.ts';
import { type Case, cause, firstCase, say } from '../draft.ts';
import {
  isNow,
  officeCause,
  revival,
  stoppedCause,
  timeoutNow,
  timerCause,
  timerLeftCause,
} from '../elections.ts';
import { type Proposal, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { lastOf } from '../quorum.ts';
import { leaderIn, nameOf, type Scene, serverIn } from '../scene.ts';
import { noVoteCauses } from '../voteless.ts';
import { askingDraft } from './role.ts';

type Asked = Of<'notLeader'>;

export const whyNotLeader: Case<Asked> = (scene, asked) =>
  isNow(asked.server, 'leader')(scene.world, null) ? null : firstCase(cases, scene, asked);

const stopped: Case<Asked> = (scene, { server: id }) => {
  const back = revival(scene, id);
  const why = stoppedCause(scene, id);
  if (back === null || why === null) return null;
  const server = nameOf(scene, id);
  return {
    what: say('notLeaderStopped', { server }),
    rule: null,
    section: '5.5',
    causes: [why],
    effect: say('wouldLead', { server }),
    proposals: [
      {
        said: say('hadRunAndTimedOut', { server }),
        at: scene.asked,
        stages: [
          stage(scene.world, [back], ({ conditions }) => conditions[id] === 'running'),
          stage(scene.world, [{ type: 'timeout', server: id }], isNow(id, 'leader')),
        ],
      },
      handover(scene, id, [back]),
    ],
  };
};

const hasNoVote: Case<Asked> = (scene, { server: id }) => {
  const crew = (leaderIn(scene) ?? serverIn(scene, id)).configuration;
  if (isVoter(crew, id)) return null;
  const server = nameOf(scene, id);
  const leader = leaderIn(scene);
  const add: Command = { type: 'reconfigure', change: { kind: 'add', server: id } };
  return {
    what: say('notLeaderNoVote', { server }),
    rule: 'MC1',
    causes: noVoteCauses(scene, id),
    effect: say('wouldLead', { server }),
    proposals:
      leader === null
        ? []
        : [
            {
              said: say('hadBeenAdded', { server }),
              at: scene.asked,
              stages: [
                stage(scene.world, [add], ({ servers }) => {
                  const { configuration, log } = servers[id] as typeof leader;
                  return (
                    configuration.outgoing === null &&
                    isVoter(configuration, id) &&
                    log.length >= leader.log.length
                  );
                }),
                stage(scene.world, [{ type: 'timeout', server: id }], isNow(id, 'leader')),
              ],
            },
          ],
  };
};

const lost: Case<Asked> = (scene, { server: id }) => {
  const server = serverIn(scene, id);
  if (server.role !== 'candidate' && server.role !== 'preCandidate') return null;
  return askingDraft(scene, server);
};

const follows: Case<Asked> = (scene, { server: id }) => {
  const { currentTerm: term } = serverIn(scene, id);
  const server = nameOf(scene, id);
  const leader = leaderIn(scene);
  if (leader === null || leader.id === id) {
    return {
      what: say('notLeaderWaits', { server, term }),
      rule: 'Fol2',
      causes: [timerCause(scene, id), timerLeftCause(scene, id)],
      effect: say('wouldLead', { server }),
      proposals: [timeoutNow(scene, id, isNow(id, 'leader'))],
    };
  }
  const { id: by, currentTerm } = leader;
  const params = { leader: nameOf(scene, by), term: currentTerm };
  return {
    what: say('notLeaderFollows', { server, ...params }),
    rule: 'Fol2',
    causes: [officeCause(scene, leader), timerCause(scene, id), ...logCauses(scene, id)],
    effect: say('wouldLead', { server }),
    proposals: [timeoutNow(scene, id, isNow(id, 'leader')), handover(scene, id)],
  };
};

// §5.4.1: with a log that most of the others are ahead of it could not win, whenever its timer ran out.
function logCauses(scene: Scene, id: number) {
  const own = lastOf(serverIn(scene, id));
  const { voters } = serverIn(scene, id).configuration;
  const ahead = voters.filter((other) => {
    const { index, term } = lastOf(serverIn(scene, other));
    return term > own.term || (term === own.term && index > own.index);
  });
  const of = voters.length;
  if (of === 0 || ahead.length * 2 < of) return [];
  const params = { server: nameOf(scene, id), ahead: ahead.length, of, ...own };
  return [cause('logIsBehind', params, null)];
}

// The leader brings its log up to date before it gives its office away (Thesis §3.10).
function handover(scene: Scene, id: number, first: readonly Command[] = []): Proposal | null {
  const leader = leaderIn(scene);
  if (leader === null || conditionOf(scene.world, leader.id) !== 'running') return null;
  const give: Command = { type: 'transfer', target: id, at: leader.id };
  const params = { leader: nameOf(scene, leader.id), server: nameOf(scene, id) };
  return {
    said: say(first.length === 0 ? 'hadHandedOver' : 'hadRunAndBeenHanded', params),
    at: scene.asked,
    stages: [stage(scene.world, [...first, give], isNow(id, 'leader'))],
  };
}

const cases: readonly Case<Asked>[] = [stopped, hasNoVote, lost, follows];
