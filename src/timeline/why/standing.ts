/** What would have kept a server from standing for election: to hear its leader, or another candidate, in time. */
import type { Event } from '../../sim/index.ts';
import type { Moment } from '../run.ts';
import { say } from './draft.ts';
import type { Proposal, Stage } from './otherwise.ts';
import { earlier, nameOf, type Scene, sceneAfter } from './scene.ts';

/** So long before a timer runs out that a message asked for then arrives in time; who asks first needs a round more. */
export function inTime(scene: Scene, { time }: Event): Moment {
  const { latencyMs, preVote } = scene.world.options;
  return earlier(scene, time - (preVote ? 4 : 2) * latencyMs[1]);
}

// Where somebody led, its heartbeat a little sooner would have been in time; else another's request for a vote. Whether
// it was shows when the timer would have run out: a pre-vote, for one, that was given in time resets no timer.
export function* notStanding(scene: Scene, event: Event): Generator<Proposal> {
  const { server: id, seq } = event;
  const { servers } = sceneAfter(scene, seq - 1).world;
  const at = inTime(scene, event);
  const server = nameOf(scene, id ?? 0);
  for (const { id: other, role } of servers) {
    if (other === id) continue;
    const isLeader = role === 'leader';
    const name = nameOf(scene, other);
    const speak: Stage = {
      commands: () => [
        { type: 'heal', links: null },
        { type: isLeader ? 'heartbeat' : 'timeout', server: other },
      ],
      until: null,
      withinMs: event.time - at.time,
    };
    yield {
      said: isLeader
        ? say('hadHeard', { server, leader: name })
        : say('hadTimedOut', { server: name }),
      at,
      stages: [speak],
      changed: (world) => world.servers[id ?? 0]?.role === 'follower',
    };
  }
}
