/** The servers' own clocks, which may run fast or slow, and what each last heard by its own. */
import type { ServerId, VirtualMs } from '../base/index.ts';
import { type Clock, isResponse, leaseEnd, type Message } from '../raft/index.ts';
import type { Options } from './options.ts';
import type { World } from './world.ts';

/** One server's clock, changed in place: a server that takes a step is shown it, and keeps nothing of it. */
export interface OwnClock extends Clock {
  now: VirtualMs;
  leaderHeardAt: VirtualMs;
  readonly heardAt: VirtualMs[];
  answeredAt: VirtualMs[];
  /** How fast it runs; 1 is true time. */
  rate: number;
  /** What it showed at `since`, which moves when its rate changes. */
  base: VirtualMs;
  since: VirtualMs;
}

const rateOf = ({ clockRate }: Pick<Options, 'clockRate'>, id: ServerId): number =>
  clockRate[id] ?? 1;

function allAt(time: VirtualMs, count: number): VirtualMs[] {
  const times: VirtualMs[] = [];
  while (times.length < count) times.push(time);
  return times;
}

/** Clocks at time 0, by server id. */
export function newClocks(options: Options, count: number): OwnClock[] {
  // By slice, which takes as much room as it copies; a list that grows by push takes room for seventeen, twice a server.
  const never = allAt(0, count);
  const clocks: OwnClock[] = [];
  for (let id = 0; id < count; id += 1)
    clocks.push({
      now: 0,
      leaderHeardAt: -Infinity,
      heardAt: never.slice(),
      answeredAt: never.slice(),
      rate: rateOf(options, id),
      base: 0,
      since: 0,
    });
  return clocks;
}

export const cloneClock = (clock: OwnClock): OwnClock => ({
  now: clock.now,
  leaderHeardAt: clock.leaderHeardAt,
  heardAt: clock.heardAt.slice(),
  answeredAt: clock.answeredAt.slice(),
  rate: clock.rate,
  base: clock.base,
  since: clock.since,
});

/** What a server knows of time now. */
export function clockOf({ clocks, time }: World, id: ServerId): OwnClock {
  const clock = clocks[id] as OwnClock;
  clock.now = clock.base + (time - clock.since) * clock.rate;
  return clock;
}

/** For how long a leader may still read on its lease, in virtual ms; 0: it has none. */
export function leaseLeft(world: World, id: ServerId): VirtualMs {
  const server = world.servers[id];
  if (server?.role !== 'leader' || world.conditions[id] === 'crashed') return 0;
  const { now, rate } = clockOf(world, id);
  return Math.max(0, (leaseEnd(server) - now) / rate);
}

/** A server hears another one. */
export function noteHeard(world: World, { to, from, type }: Message): void {
  const { now, heardAt, answeredAt } = clockOf(world, to);
  heardAt[from] = now;
  if (isResponse(type)) answeredAt[from] = now;
}

/** A server takes office: from now on it waits for answers. */
export function noteOffice(world: World, id: ServerId): void {
  const clock = clockOf(world, id);
  clock.answeredAt = allAt(clock.now, world.servers.length);
}

/** A server hears its leader. */
export function noteLeader(world: World, id: ServerId): void {
  const clock = clockOf(world, id);
  clock.leaderHeardAt = clock.now;
}

/**
 * A server that boots has heard no leader. Departure: where any leader may read on leases, it holds still for a least
 * election timeout, because before it went down it may have promised one to a leader.
 */
export function forgetLeader(world: World, id: ServerId): void {
  const mayHavePromised = world.servers.some(({ settings }) => settings.reads === 'lease');
  const clock = clockOf(world, id);
  clock.leaderHeardAt = mayHavePromised ? clock.now : -Infinity;
}

/** Every clock goes on from what it shows, as fast as these options say. */
export function rebaseClocks(world: World, options: Options): void {
  for (const { id } of world.servers) {
    const clock = clockOf(world, id);
    clock.base = clock.now;
    clock.since = world.time;
    clock.rate = rateOf(options, id);
  }
}
