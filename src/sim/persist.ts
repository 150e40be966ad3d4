/** A write ends: what rested on it may be said, and what is durable may be counted. */
import { heap, type ServerId } from '../base/index.ts';
import { log as logs } from '../raft/index.ts';
import { act } from './act.ts';
import { finishWrite, type Write } from './disk.ts';
import type { Event } from './event.ts';
import type { World } from './world.ts';

/** The event of a write that is done; it is off the heap already. */
export function endWrite(world: World, write: Write): Event {
  finishWrite(world, write);
  const { currentTerm, log } = write.durable;
  const input = { type: 'persisted', currentTerm, lastIndex: logs.lastIndex(log) } as const;
  return act(world, write.server, input, 'persist', null, write.writtenBy, write.held);
}

/** The oldest write of a server ends now; null where it has none under way. */
export function endOldestWrite(world: World, id: ServerId): Event | null {
  const ids = world.writes.filter(({ server }) => server === id).map((write) => write.id);
  if (ids.length === 0) return null;
  const oldest = Math.min(...ids);
  const write = heap.removeWhere(world.writes, (one) => one.id === oldest)[0] as Write;
  return endWrite(world, write);
}
