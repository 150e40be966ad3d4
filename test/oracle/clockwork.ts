/** The servers' own clocks, and what each last heard by its own. */
import type { ServerId, VirtualMs } from '../../src/base/index.ts';
import type { Message } from '../../src/raft/index.ts';
import type { World } from '../../src/sim/index.ts';
import type { Given, Hearing } from './given.ts';

/** Changed in place. */
export interface Clockwork {
  /** What each clock showed at `since`, and how fast it goes. */
  shown: VirtualMs[];
  since: VirtualMs;
  rates: number[];
  leaderAt: VirtualMs[];
  heardAt: Map<ServerId, VirtualMs>[];
  answeredAt: Map<ServerId, VirtualMs>[];
}

const ratesIn = ({ options, servers }: World): number[] =>
  servers.map(({ id }) => options.clockRate[id] ?? 1);

export const wound = (world: World): Clockwork => ({
  shown: world.servers.map(() => 0),
  since: 0,
  rates: ratesIn(world),
  leaderAt: world.servers.map(() => -Infinity),
  heardAt: world.servers.map(() => new Map()),
  answeredAt: world.servers.map(() => new Map()),
});

export const cloneClockwork = (clockwork: Clockwork): Clockwork => ({
  ...clockwork,
  leaderAt: [...clockwork.leaderAt],
  heardAt: clockwork.heardAt.map((heard) => new Map(heard)),
  answeredAt: clockwork.answeredAt.map((answered) => new Map(answered)),
});

export function nowAt(
  { shown, since, rates }: Clockwork,
  id: ServerId,
  time: VirtualMs,
): VirtualMs {
  return (shown[id] ?? 0) + (time - since) * (rates[id] ?? 1);
}

/** The clocks go on from what they show, as fast as the options now say. */
export function rewind(clockwork: Clockwork, world: World): void {
  clockwork.shown = world.servers.map(({ id }) => nowAt(clockwork, id, world.time));
  clockwork.since = world.time;
  clockwork.rates = ratesIn(world);
}

export const hearingOf = (clockwork: Clockwork, id: ServerId, time: VirtualMs): Hearing => ({
  now: nowAt(clockwork, id, time),
  leaderAt: clockwork.leaderAt[id] ?? -Infinity,
  heardAt: (other) => clockwork.heardAt[id]?.get(other) ?? 0,
  answeredAt: (other) => clockwork.answeredAt[id]?.get(other) ?? 0,
});

/** A message has come in; an answer tells more than a request. */
export function noteHeard(
  { heardAt, answeredAt }: Clockwork,
  message: Message,
  now: VirtualMs,
): void {
  const { to, from, type } = message;
  heardAt[to]?.set(from, now);
  if (type.endsWith('Response')) answeredAt[to]?.set(from, now);
}

/** What an event means for whom a server listens to: its leader has spoken, it has one no more, or it leads itself. */
export function noteTurn(clockwork: Clockwork, given: Given, isLeaderHeard: boolean): void {
  const { event, before, after, world, hearing } = given;
  const { id } = before;
  if (isLeaderHeard) clockwork.leaderAt[id] = hearing.now;
  if (event.kind === 'restart') {
    // Departure: where any leader may read on leases, one that starts holds still: it may have promised a lease.
    const { reads, servers } = world.options;
    const isLeased = world.setup.names.some((_, one) => (servers[one]?.reads ?? reads) === 'lease');
    clockwork.leaderAt[id] = isLeased ? hearing.now : -Infinity;
  }
  if (before.role !== 'leader' && after.role === 'leader')
    clockwork.answeredAt[id] = new Map(world.servers.map((other) => [other.id, hearing.now]));
}
