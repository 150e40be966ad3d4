/** When a server replaces its log by a snapshot: on command, or after so many applied entries (§7). */
import type { ServerId } from '../base/index.ts';
import type { Server } from '../raft/index.ts';
import { act } from './act.ts';
import type { Event } from './event.ts';
import { optionsAt } from './options.ts';
import type { World } from './world.ts';

/** The server snapshots its state machine, now. */
export const takeSnapshot = (world: World, id: ServerId): Event =>
  act(
    world,
    id,
    { type: 'takeSnapshot', data: world.machines[id] as World['machines'][number] },
    'snapshot',
  );

/** Whether enough was applied since the last snapshot for another one. */
export function isSnapshotDue(world: World, { id, lastApplied, log }: Server): boolean {
  const { snapshotEvery } = optionsAt(world, id);
  return snapshotEvery !== null && lastApplied - log.snapshotIndex >= snapshotEvery;
}
