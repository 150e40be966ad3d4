/** Why does this server not stand for election? */
import { mayStand } from '../../../raft/index.ts';
import type { Command } from '../../../sim/index.ts';
import { type Case, firstCase, say } from '../draft.ts';
import {
  isNow,
  officeCause,
  revival,
  silencedLeader,
  standsIn,
  stoppedCause,
  timeoutNow,
  timerCause,
  timerLeft,
  timerLeftCause,
} from '../elections.ts';
import { type Proposal, stage } from '../otherwise.ts';
import type { Of } from '../question.ts';
import { eventIn, leaderIn, nameOf, type Scene, serverIn } from '../scene.ts';
import { notStanding } from '../standing.ts';
import { stoodAt } from '../stood.ts';
import { noVoteCauses, withVote } from '../voteless.ts';

type Asked = Of<'doesNotStand'>;

export const whyDoesNotStand: Case<Asked> = (scene, asked) => firstCase(cases, scene, asked);

const stopped: Case<Asked> = (scene, { server: id }) => {
  const back = revival(scene, id);
  const why = stoppedCause(scene, id);
  if (back === null || why === null) return null;
  const server = nameOf(scene, id);
  const commands: readonly Command[] = [back, { type: 'timeout', server: id }];
  const term = serverIn(scene, id).currentTerm + 1;
  return {
    what: say('standsNotStopped', { server }),
    rule: null,
    section: '5.5',
    causes: [why],
    effect: say('wouldStand', { server, term }),
    proposals: [
      {
        said: say('hadRunAndTimedOut', { server }),
        at: scene.asked,
        stages: [stage(scene.world, commands, standsIn(id, term))],
      },
    ],
  };
};

const hasNoVote: Case<Asked> = (scene, { server: id }) => {
  const one = serverIn(scene, id);
  if (mayStand(one) || one.role !== 'follower') return null;
  const server = nameOf(scene, id);
  const term = Math.max(one.currentTerm, leaderIn(scene)?.currentTerm ?? 0) + 1;
  return {
    what: say('standsNotNoVote', { server }),
    rule: 'MC1',
    causes: noVoteCauses(scene, id),
    effect: say('wouldStand', { server, term }),
    proposals: withVote(scene, id),
  };
};

const isLeading: Case<Asked> = (scene, { server: id }) => {
  const leader = serverIn(scene, id);
  const { role, currentTerm: term } = leader;
  if (role !== 'leader') return null;
  const server = nameOf(scene, id);
  return {
    what: say('standsNotLeads', { server, term }),
    rule: 'Ldr1',
    causes: [officeCause(scene, leader)],
    // Another stands in the term after this one, and it in the one after that.
    effect: say('wouldStand', { server, term: term + 2 }),
    proposals: deposals(scene, id),
  };
};

// Another takes its office from it; then it has a timer again.
function* deposals(scene: Scene, id: number): Generator<Proposal> {
  const server = nameOf(scene, id);
  for (const { id: other } of scene.world.servers) {
    if (other === id) continue;
    yield {
      said: say('hadStoodAndTimedOut', { server, other: nameOf(scene, other) }),
      at: scene.asked,
      stages: [
        stage(scene.world, [{ type: 'timeout', server: other }], isNow(id, 'follower')),
        stage(scene.world, [{ type: 'timeout', server: id }], isNow(id, 'candidate')),
      ],
    };
  }
}

const hasStood: Case<Asked> = (scene, { server: id }) => {
  const { role, currentTerm: term } = serverIn(scene, id);
  if (role === 'follower') return null;
  const server = nameOf(scene, id);
  const stood = stoodAt(scene, id);
  return {
    what: say('standsAlready', { server, term }),
    rule: 'Can1',
    causes: [timerCause(scene, id)],
    effect: say('wouldNotStand', { server }),
    ...(stood === null
      ? { none: say('noneFromStart', {}) }
      : { proposals: notStanding(scene, eventIn(scene, stood)) }),
  };
};

const waits: Case<Asked> = (scene, { server: id }) => {
  const { currentTerm } = serverIn(scene, id);
  const server = nameOf(scene, id);
  const ms = timerLeft(scene, id);
  const stands = standsIn(id, currentTerm + 1);
  return {
    what: ms === null ? say('standsNotByHand', { server }) : say('standsNotYet', { server, ms }),
    rule: 'Fol2',
    causes: [timerCause(scene, id), timerLeftCause(scene, id)],
    effect: say('wouldStand', { server, term: currentTerm + 1 }),
    proposals: [silencedLeader(scene, id, stands), timeoutNow(scene, id, stands)],
  };
};

const cases: readonly Case<Asked>[] = [stopped, hasNoVote, isLeading, hasStood, waits];
