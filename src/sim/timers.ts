/**
 * One timer a server: a leader's runs to the next heartbeat, everybody else's to an election. What is kept is when
 * it was started and which share of the range was drawn, so that changed options move running timers at once.
 */
import { draw, type ServerId, type VirtualMs } from '../base/index.ts';
import type { Server } from '../raft/index.ts';
import type { OwnClock } from './clocks.ts';
import { roundMs } from './grain.ts';
import { optionsAt } from './options.ts';
import { electionStream } from './streams.ts';
import type { World } from './world.ts';

export interface Timers {
  startedAt: VirtualMs[];
  /** Where in [min, max] the election timeout falls, 0 to 1. */
  fraction: number[];
  /** When it fires; Infinity: not by itself. */
  dueAt: VirtualMs[];
  /** How often each server's election timer was drawn. */
  draws: number[];
  /** No timer is due before this moment; a rescan finds the true one. */
  bound: VirtualMs;
}

/** Starts the timer that the server's role calls for, an election timeout drawn afresh. */
export function startTimer(world: World, id: ServerId): void {
  const { timers } = world;
  timers.startedAt[id] = world.time;
  if ((world.servers[id] as Server).role !== 'leader') {
    const count = timers.draws[id] as number;
    timers.draws[id] = count + 1;
    timers.fraction[id] = draw(world.setup.seed, electionStream(id), count);
  }
  setDue(world, id);
}

/** Works out again when every timer fires, after a change of options or of who is running. */
export function retime(world: World): void {
  for (let id = 0; id < world.servers.length; id += 1) setDue(world, id);
}

/** Keeps what has run of each timer by its server's own clock, before rates change. */
export function rebaseTimers(world: World, rates: Readonly<Record<number, number>>): void {
  const { startedAt } = world.timers;
  for (let id = 0; id < startedAt.length; id += 1) {
    const ratio = (world.clocks[id] as OwnClock).rate / (rates[id] ?? 1);
    if (ratio === 1) continue;
    startedAt[id] = roundMs(world.time - (world.time - (startedAt[id] as VirtualMs)) * ratio);
  }
}

/** Works out again when one timer fires, after a change of role. */
export function setDue(world: World, id: ServerId): void {
  const due = dueOf(world, id);
  world.timers.dueAt[id] = due;
  if (due < world.timers.bound) world.timers.bound = due;
}

function dueOf(world: World, id: ServerId): VirtualMs {
  const server = world.servers[id] as Server;
  if (world.setup.timers === 'manual' || world.conditions[id] !== 'running') return Infinity;
  const started = world.timers.startedAt[id] as VirtualMs;
  // What should have fired in the past, while its process was paused, fires after what is to be read now.
  const { rate } = world.clocks[id] as OwnClock;
  const at = (ms: VirtualMs): VirtualMs => Math.max(world.time, roundMs(started + ms / rate));
  const { heartbeatIntervalMs, electionTimeoutMs } = optionsAt(world, id);
  if (server.role === 'leader') return at(heartbeatIntervalMs);
  // A server that was told of no configuration stands for nothing.
  if (server.configuration.voters.length === 0) return Infinity;
  const { obeys } = server.settings;
  // With the rule off whoever has asked for votes asks no more; a timer that fired for nothing would fire for ever.
  if (server.role !== 'follower' && !obeys['candidate.retry']) return Infinity;
  const min = electionTimeoutMs[0];
  const max = electionTimeoutMs[1];
  const share = obeys['timeout.randomized'] ? (world.timers.fraction[id] as number) : 0;
  return at(min + share * (max - min));
}

/** The server whose timer is due first, the lowest id among equals; -1 when none runs. */
export function soonestTimer(world: World): ServerId {
  const { dueAt } = world.timers;
  let soonest = -1;
  let at = Infinity;
  for (let id = 0; id < dueAt.length; id += 1) {
    const due = dueAt[id] as number;
    if (due < at) {
      at = due;
      soonest = id;
    }
  }
  world.timers.bound = at;
  return soonest;
}
