/** The servers' own clocks, which may run fast or slow, and what each last heard by its own. */
import type { ServerId, VirtualMs } from '../base/index.ts';
import { type Clock, isResponse, leaseEnd, type Message } from '../raft/index.ts';
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
  /** Own time at which each other server last answered; at time 0 all had. */
  answeredAt: VirtualMs[][];
}

/** Clocks at time 0. */
export const newClocks = (count: number): Clocks => ({
  base: Array.from({ length: count }, () => 0),
  since: Array.from({ length: count }, () => 0),
  leaderHeardAt: Array.from({ length: count }, () => -Infinity),
  heardAt: Array.from({ length: count }, () => []),
  answeredAt: Array.from({ length: count }, () => []),
});

export const cloneClocks = ({
  base,
  since,
  leaderHeardAt,
  heardAt,
  answeredAt,
}: Clocks): Clocks => ({
  base: [...base],
  since: [...since],
  leaderHeardAt: [...leaderHeardAt],
  heardAt: heardAt.map((row) => [...row]),
  answeredAt: answeredAt.map((row) => [...row]),
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
  answeredAt: world.clocks.answeredAt[id] as VirtualMs[],
});

/** For how long a leader may still read on its lease, in virtual ms; 0: it has none. */
export function leaseLeft(world: World, id: ServerId): VirtualMs {
  const server = world.servers[id];
  if (server?.role !== 'leader' || world.conditions[id] === 'crashed') return 0;
  return Math.max(0, (leaseEnd(server) - ownTime(world, id)) / rateOf(world, id));
}

/** A server hears another one. */
export function noteHeard(world: World, { to, from, type }: Message): void {
  const now = ownTime(world, to);
  (world.clocks.heardAt[to] as VirtualMs[])[from] = now;
  if (isResponse[type]) (world.clocks.answeredAt[to] as VirtualMs[])[from] = now;
}

/** A server takes office: from now on it waits for answers. */
export function noteOffice(world: World, id: ServerId): void {
  const now = ownTime(world, id);
  world.clocks.answeredAt[id] = world.servers.map(() => now);
}

/** A server hears its leader. */
export function noteLeader(world: World, id: ServerId): void {
  world.clocks.leaderHeardAt[id] = ownTime(world, id);
}

/**
 * A server that boots has heard no leader. Departure: where leaders read on leases, it holds still for a least
 * election timeout, because before it went down it may have promised one to a leader.
 */
export function forgetLeader(world: World, id: ServerId): void {
  const mayHavePromised = (world.options.servers[id]?.reads ?? world.options.reads) === 'lease';
  world.clocks.leaderHeardAt[id] = mayHavePromised ? ownTime(world, id) : -Infinity;
}

/** Sets every clock going on from what it shows, before rates change. */
export function rebaseClocks(world: World): void {
  world.clocks.base = world.servers.map(({ id }) => ownTime(world, id));
  world.clocks.since = world.servers.map(() => world.time);
}
