/** A crash: what Figure 2 calls volatile is gone, what is persistent waits on disk. */
import { heap, type ServerId } from '../../base/index.ts';
import { emptyMachine, type Machine } from '../../kv/index.ts';
import { boot, type Durable, log as logs, type Server, type Switch } from '../../raft/index.ts';
import { forgetLeader } from '../clocks.ts';
import { durableOf, loseWrites } from '../disk.ts';
import type { Event } from '../event.ts';
import { happen } from '../happen.ts';
import { initialConfiguration } from '../initial.ts';
import { retime, startTimer } from '../timers.ts';
import type { World } from '../world.ts';
import { halt, takeFromDoor } from './halt.ts';

/** What a disk can lose. */
export type Lost = 'votedFor' | 'currentTerm' | 'log' | 'all';

const lostByRule = {
  'persist.votedFor': 'votedFor',
  'persist.currentTerm': 'currentTerm',
  'persist.log': 'log',
} as const satisfies Partial<Record<Switch, Lost>>;

const losses = Object.entries(lostByRule) as [keyof typeof lostByRule, Lost][];

function lossesOf({ settings }: Server): Lost[] {
  const lost: Lost[] = [];
  for (const [rule, what] of losses) if (!settings.obeys[rule]) lost.push(what);
  return lost;
}

/** The server stops. It shows what is durable; a message on its way to it is lost when it arrives. */
export function crash(world: World, id: ServerId): Event {
  const before = world.servers[id] as Server;
  const lost = lossesOf(before);
  if (world.conditions[id] === 'paused') loseAtDoor(world, id);
  halt(world, id, 'crashed');
  const durable = durableOf(world, id);
  loseWrites(world, id);
  bootWithout(world, before, durable, lost);
  retime(world);
  return happen(world, 'crash', { server: id, before, after: world.servers[id] as Server });
}

// What waited for a paused process to go on has arrived: it goes with the process.
function loseAtDoor(world: World, id: ServerId): void {
  for (const envelope of takeFromDoor(world, id))
    world.news.push({ kind: 'drop', envelope, reason: 'crashed' });
  heap.removeWhere(world.mail, ({ at, server }) => at === Infinity && server === id);
}

/** The server starts from what was durable, less what `lose` takes. */
export function restart(world: World, id: ServerId, lose: readonly Lost[]): Event {
  const before = world.servers[id] as Server;
  world.conditions[id] = 'running';
  bootWithout(world, before, durableOf(world, id), lose);
  forgetLeader(world, id);
  startTimer(world, id);
  return happen(world, 'restart', { server: id, before, after: world.servers[id] as Server });
}

function bootWithout(world: World, server: Server, kept: Durable, lost: readonly Lost[]): void {
  const isLost = (what: Lost): boolean => lost.includes(what) || lost.includes('all');
  const durable: Durable = {
    currentTerm: isLost('currentTerm') ? 0 : kept.currentTerm,
    votedFor: isLost('votedFor') ? null : kept.votedFor,
    log: isLost('log') ? logs.emptyLog() : kept.log,
    snapshot: isLost('log') ? null : kept.snapshot,
  };
  const { id, settings } = server;
  world.servers[id] = boot(id, settings, initialConfiguration(world.setup, id), durable);
  world.machines[id] =
    durable.snapshot === null ? emptyMachine : (durable.snapshot.data as Machine);
}
