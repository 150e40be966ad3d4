/** What several answers to why a client waits have in common. */
import { type Client, clientOf, conditionOf, type Pending } from '../../sim/index.ts';
import type { Cause } from './answer.ts';
import { cause, say } from './draft.ts';
import { isNow } from './elections.ts';
import { type Proposal, type Seen, stage } from './otherwise.ts';
import { leaderIn, nameOf, type Scene } from './scene.ts';

/** A client with a command out. */
export interface Waiting {
  readonly client: Client;
  readonly pending: Pending;
  readonly command: string;
}

/** Whether the command out has been answered. */
export const isAnswered =
  ({ id, serial }: Client): Seen =>
  (world) => {
    const { pending, serial: now } = clientOf(world, id);
    return now > serial || pending === null;
  };

/** When it asks again. */
export function retryCause(scene: Scene, { retryAt, attempt }: Pending, client: string): Cause {
  const ms = retryAt === Infinity ? null : Math.max(0, retryAt - scene.world.time);
  return ms === null
    ? cause('asksAgainByHand', { client, attempt }, null)
    : cause('asksAgain', { client, attempt, ms }, null);
}

/** The client asks the one that leads, at once. */
export function askLeader(scene: Scene, client: Client): Proposal | null {
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

/** The server it asked wins an election, and is asked again. */
export function elected(scene: Scene, client: Client, { at }: Pending): Proposal {
  return {
    said: say('hadTimedOut', { server: nameOf(scene, at) }),
    at: scene.asked,
    stages: [
      stage(scene.world, [{ type: 'timeout', server: at }], isNow(at, 'leader')),
      stage(scene.world, [{ type: 'retry', client: client.id, at }], isAnswered(client)),
    ],
  };
}
