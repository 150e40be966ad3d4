/** The servers' own clocks, which may run fast or slow, and what each last heard by its own. */
import type { ServerId, VirtualMs } from '../base/index.ts';
import type { Clock } from '../raft/index.ts';
import type { World } from './world.ts';

/** Changed in place. By server id. */
export interface Clocks {
  /** What each clock showed at `since`, which moves when its rate changes. */
  base: VirtualMs[];
  since: VirtualMs[];
  /** Own time at which the leader last spoke; -Infinity: never in this boot. */
  leaderHeardAt: VirtualMs[];
  /** Own time at which each other server was last heard; at time 0 all were. */
  heardAt: VirtualMs[][];
}

/** Clocks at time 0. */
export const newClocks = (count: number): Clocks => ({
  base: Array.from({ length: count }, () => 0),
  since: Array.from({ length: count }, () => 0),
  leaderHeardAt: Array.from({ length: count }, () => -Infinity),
  heardAt: Array.from({ length: count }, () => []),
});

export const cloneClocks = ({ base, since, leaderHeardAt, heardAt }: Clocks): Clocks => ({
  base: [...base],
  since: [...since],
  leaderHeardAt: [...leaderHeardAt],
  heardAt: heardAt.map((row) => [...row]),
});

/** How fast a server's clock runs; 1 is true time. */
export const rateOf = (world: World, id: ServerId): number => world.options.clockRate[id] ?? 1;

function ownTime(world: World, id: ServerId): VirtualMs {
  const { base, since } = world.clocks;
  return (base[id] as number) + (world.time - (since[id] as number)) * rateOf(world, id);
}

/** What a server knows of time now. */
export const clockOf = (world: World, id: ServerId): Clock => ({
  now: ownTime(world, id),
  leaderHeardAt: world.clocks.leaderHeardAt[id] as VirtualMs,
  heardAt: world.clocks.heardAt[id] as VirtualMs[],
});

/** A server hears another one. */
export function noteHeard(world: World, id: ServerId, from: ServerId): void {
  (world.clocks.heardAt[id] as VirtualMs[])[from] = ownTime(world, id);
}

/** A server hears its leader. */
export function noteLeader(world: World, id: ServerId): void {
  world.clocks.leaderHeardAt[id] = ownTime(world, id);
}

/** A server that boots has heard no leader. */
export function forgetLeader(world: World, id: ServerId): void {
  world.clocks.leaderHeardAt[id] = -Infinity;
}

/** Sets every clock going on from what it shows, before rates change. */
export function rebaseClocks(world: World): void {
  world.clocks.base = world.servers.map(({ id }) => ownTime(world, id));
  world.clocks.since = world.servers.map(() => world.time);
}
