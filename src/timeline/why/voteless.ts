/** Why a server has no vote, and what would give it one. */
import type { ServerId } from '../../base/index.ts';
import { isVoter } from '../../raft/index.ts';
import type { Command } from '../../sim/index.ts';
import type { Cause } from './answer.ts';
import { cause, say } from './draft.ts';
import { standsIn } from './elections.ts';
import { type Obstacle, obstacleOf } from './obstacles.ts';
import { type Proposal, type Seen, stage } from './otherwise.ts';
import { mendings } from './quorum.ts';
import { leaderIn, nameOf, type Scene, serverIn } from './scene.ts';

/** None of the voters it knows of; or the leader has given it a vote, and it has not been told yet. */
export function noVoteCauses(scene: Scene, id: ServerId): readonly Cause[] {
  const server = nameOf(scene, id);
  const untold = untoldOf(scene, id);
  if (untold !== null) return [cause('notToldOfVote', { server }, null), untold.cause];
  const crew = leaderIn(scene)?.configuration ?? serverIn(scene, id).configuration;
  return [cause('hasNoVote', { server, of: crew.voters.length }, null)];
}

/** What keeps from a server the configuration that gives it a vote; null where there is no such thing. */
function untoldOf(scene: Scene, id: ServerId): Obstacle | null {
  const leader = leaderIn(scene);
  if (leader === null || leader.id === id || !isVoter(leader.configuration, id)) return null;
  const upTo = leader.configurationIndex;
  return obstacleOf(scene, { from: leader.id, to: id, wants: { kind: 'entries', upTo } });
}

/** It gets a vote, or hears of the one it has, and its timer runs out then. */
export function* withVote(scene: Scene, id: ServerId): Generator<Proposal> {
  const server = nameOf(scene, id);
  const hasVote: Seen = ({ servers }) => isVoter((servers[id] as typeof own).configuration, id);
  const own = serverIn(scene, id);
  const stands = stage(
    scene.world,
    [{ type: 'timeout', server: id }],
    standsIn(id, termOf(scene, id) + 1),
  );
  const untold = untoldOf(scene, id);
  const leader = leaderIn(scene);
  if (untold !== null && leader !== null) {
    for (const told of mendings(scene, leader.id, [untold], 1, hasVote))
      yield { ...told, stages: [...told.stages, stands] };
    return;
  }
  const add: Command = { type: 'reconfigure', change: { kind: 'add', server: id } };
  yield {
    said: say('hadBeenAdded', { server }),
    at: scene.asked,
    stages: [stage(scene.world, [add], hasVote), stands],
  };
}

// Who is told of a configuration is told of the leader's term with it.
const termOf = (scene: Scene, id: ServerId): number =>
  Math.max(serverIn(scene, id).currentTerm, leaderIn(scene)?.currentTerm ?? 0);
