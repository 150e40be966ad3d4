/** What would have kept a server from standing for election: to hear its leader, or another candidate, in time. */
import type { Event } from '../../sim/index.ts';
import { say } from './draft.ts';
import { type Proposal, patience, type Stage } from './otherwise.ts';
import { isGrant } from './requests.ts';
import { earlier, nameOf, type Scene, sceneAfter } from './scene.ts';

/** So long before a timer runs out that a message asked for then arrives in time. */
export const inTime = (scene: Scene, { time }: Event) =>
  earlier(scene, time - 2 * scene.world.options.latencyMs[1]);

// Where somebody led, its heartbeat a little sooner would have been in time; else another's request for a vote.
export function* notStanding(scene: Scene, event: Event): Generator<Proposal> {
  const { server: id, seq } = event;
  const { servers } = sceneAfter(scene, seq - 1).world;
  const at = inTime(scene, event);
  const withinMs = patience(scene.world);
  const changed: Proposal['changed'] = (world) =>
    world.servers[id ?? 0]?.role === 'follower' && world.time <= event.time;
  const server = nameOf(scene, id ?? 0);
  for (const { id: other, role } of servers) {
    if (other === id) continue;
    const isLeader = role === 'leader';
    const leader = nameOf(scene, other);
    const heard: Stage = {
      commands: () => [
        { type: 'heal', links: null },
        { type: isLeader ? 'heartbeat' : 'timeout', server: other },
      ],
      until: (_world, one) =>
        one?.server === id &&
        (one.rules.ids.includes('AE2') || (one.kind === 'receive' && isGrant(one))),
      withinMs,
    };
    const said = isLeader
      ? say('hadHeard', { server, leader })
      : say('hadTimedOut', { server: leader });
    yield { said, at, stages: [heard], changed };
  }
}
