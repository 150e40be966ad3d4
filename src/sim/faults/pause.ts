/** A paused process: nothing runs, its timers stand, and what arrives waits at its door. */
import { heap, type ServerId } from '../../base/index.ts';
import { hasToApply, type Server } from '../../raft/index.ts';
import { openDoor } from '../asking.ts';
import { wakeWrites } from '../disk.ts';
import { withArrival } from '../envelope.ts';
import type { Event } from '../event.ts';
import { happen } from '../happen.ts';
import { retime } from '../timers.ts';
import type { World } from '../world.ts';
import { halt, takeFromDoor } from './halt.ts';

/** The process stands still until it is resumed. */
export function pause(world: World, id: ServerId): Event {
  halt(world, id, 'paused');
  retime(world);
  return happen(world, 'pause', same(world, id));
}

/** The process goes on: first it reads what came meanwhile, then a timer that has run out fires. */
export function resume(world: World, id: ServerId): Event {
  world.conditions[id] = 'running';
  for (const envelope of takeFromDoor(world, id))
    heap.push(world.queue, withArrival(envelope, world.time));
  openDoor(world, id);
  wakeWrites(world, id);
  if (hasToApply(world.servers[id] as Server)) world.toApply.push(id);
  retime(world);
  return happen(world, 'resume', same(world, id));
}

function same(world: World, id: ServerId): Pick<Event, 'server' | 'before' | 'after'> {
  const server = world.servers[id] as Server;
  return { server: id, before: server, after: server };
}
