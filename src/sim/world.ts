/**
 * Everything that is the case at one moment. To everybody outside `sim` a world is a value; inside, the one who
 * holds it alone changes it in place, and whoever wants to keep it takes a `cloneWorld` first.
 */
import type { Seq, ServerId, VirtualMs } from '../base/index.ts';
import type { Machine } from '../kv/index.ts';
import type { Durable, Server, Switch } from '../raft/index.ts';
import type { Client } from './clients.ts';
import { cloneClock, newClocks, type OwnClock } from './clocks.ts';
import type { Write } from './disk.ts';
import type { Envelope } from './envelope.ts';
import type { DropReason } from './event.ts';
import { initialMachine, initialServer } from './initial.ts';
import type { Mail } from './mail.ts';
import { anyLinkOf, type LinkConditions, linkOf, type Options, optionsOf } from './options.ts';
import type { Setup } from './setup.ts';
import { startTimer, type Timers } from './timers.ts';

export type Condition = 'running' | 'paused' | 'crashed';

/** Something that befell a message and is still to be told as an event of its own. */
export interface News {
  readonly kind: 'drop' | 'duplicate';
  readonly envelope: Envelope;
  readonly reason: DropReason | null;
}

/** Invariants: (1) arrays by server id have one place a server; (2) `queue` and `mail` are heaps by time and id. */
export interface World {
  readonly setup: Setup;
  options: Options;
  /** The options by server id, the exceptions of each in place. */
  optionsAt: readonly Options[];
  rulesOff: readonly Switch[];
  /** `manual`: nothing arrives unless a command delivers it. */
  delivery: Setup['delivery'];
  time: VirtualMs;
  /** Number of the last event. */
  seq: Seq;
  /** Messages sent so far, copies included: the id of the last one. */
  lastMessageId: number;
  servers: Server[];
  conditions: Condition[];
  /** State machines by server id. */
  machines: Machine[];
  timers: Timers;
  /** Messages that arrive by themselves. */
  queue: Envelope[];
  /** Messages that do not: held ones, those at a paused server, and all under manual delivery. */
  waiting: Envelope[];
  news: News[];
  clocks: OwnClock[];
  /** What would survive a crash, by server id; null: everything. */
  durable: (Durable | null)[];
  /** Writes under way, a heap. */
  writes: Write[];
  lastWriteId: number;
  /** Servers with something committed and not applied, in the order they learned of it. */
  toApply: ServerId[];
  /** Servers that have applied enough for a snapshot. */
  toSnapshot: ServerId[];
  /** By directed link, `from * n + to`: 1 where it is cut. */
  cut: Uint8Array;
  /** By directed link: how many messages were sent, which is the counter of its stream of chance. */
  sentOn: Int32Array;
  /** By directed link, from the options. */
  links: LinkConditions[];
  clients: Client[];
  /** What is under way between clients and servers. */
  mail: Mail[];
  lastMailId: number;
}

/** The world at time 0, with `setup.initial` in place. */
export function worldOf(setup: Setup): World {
  const count = setup.names.length;
  const ids = setup.names.map((_, id) => id);
  const servers = ids.map((id) => initialServer(setup, id));
  const running = ids.map((id) => setup.initial[id]?.running !== false);
  const world: World = {
    setup,
    options: setup.options,
    optionsAt: ids.map((id) => optionsOf(setup.options, id)),
    rulesOff: setup.rulesOff,
    delivery: setup.delivery,
    time: 0,
    // One event for the options and one for the start of each server stand before everything else.
    seq: 1 + count,
    lastMessageId: 0,
    servers,
    conditions: running.map((is) => (is ? 'running' : 'crashed')),
    machines: servers.map((server) => initialMachine(setup, server)),
    timers: {
      startedAt: ids.map(() => 0),
      fraction: ids.map(() => 0),
      dueAt: ids.map(() => 0),
      draws: ids.map(() => 0),
      bound: 0,
    },
    queue: [],
    waiting: [],
    news: [],
    clocks: newClocks(setup.options, count),
    durable: ids.map(() => null),
    writes: [],
    lastWriteId: 0,
    toApply: servers.filter((s) => running[s.id] && s.commitIndex > s.lastApplied).map((s) => s.id),
    toSnapshot: [],
    cut: new Uint8Array(count * count),
    sentOn: new Int32Array(count * count),
    links: linkTable(setup.options, count),
    clients: [],
    mail: [],
    lastMailId: 0,
  };
  for (const id of ids) startTimer(world, id);
  return world;
}

/** The conditions of every directed link, `from * count + to`. */
export function linkTable(options: Options, count: number): LinkConditions[] {
  const usual = anyLinkOf(options);
  const hasExceptions = Object.keys(options.links).length > 0;
  const table: LinkConditions[] = [];
  for (let from = 0; from < count; from += 1)
    for (let to = 0; to < count; to += 1)
      table.push(hasExceptions ? linkOf(options, from, to) : usual);
  return table;
}

/** A world that goes its own way from here. */
export function cloneWorld(world: World): World {
  const { startedAt, fraction, dueAt, draws, bound } = world.timers;
  // Field by field, in the order of `worldOf`: so all worlds have one shape (raft/README.md), and are read fast.
  return {
    setup: world.setup,
    options: world.options,
    optionsAt: world.optionsAt,
    rulesOff: world.rulesOff,
    delivery: world.delivery,
    time: world.time,
    seq: world.seq,
    lastMessageId: world.lastMessageId,
    servers: [...world.servers],
    conditions: [...world.conditions],
    machines: [...world.machines],
    timers: {
      startedAt: [...startedAt],
      fraction: [...fraction],
      dueAt: [...dueAt],
      draws: [...draws],
      bound,
    },
    queue: [...world.queue],
    waiting: [...world.waiting],
    news: [...world.news],
    clocks: world.clocks.map(cloneClock),
    durable: [...world.durable],
    writes: world.writes.map((write) => ({ ...write, held: [...write.held] })),
    lastWriteId: world.lastWriteId,
    toApply: [...world.toApply],
    toSnapshot: [...world.toSnapshot],
    cut: world.cut.slice(),
    sentOn: world.sentOn.slice(),
    links: world.links,
    clients: [...world.clients],
    mail: [...world.mail],
    lastMailId: world.lastMailId,
  };
}

export const serverAt = (world: World, id: ServerId): Server => world.servers[id] as Server;
export const conditionOf = (world: World, id: ServerId): Condition =>
  world.conditions[id] as Condition;
/** Whether nothing passes from one server to the other. */
export const isCut = (world: World, from: ServerId, to: ServerId): boolean =>
  world.cut[from * world.servers.length + to] === 1;

/** The running leader of the highest term, or null. */
export function leaderOf(world: World): ServerId | null {
  let found: Server | null = null;
  for (const server of world.servers) {
    if (server.role !== 'leader' || world.conditions[server.id] === 'crashed') continue;
    if (found === null || server.currentTerm > found.currentTerm) found = server;
  }
  return found?.id ?? null;
}

/** Every message in flight, held ones included, the oldest first. */
export function inFlight({ queue, waiting }: World): readonly Envelope[] {
  const all = queue.length === 0 ? waiting.slice() : queue.concat(waiting);
  // Under manual delivery they wait in that order nearly always, and sorting takes longer than a step.
  return isByAge(all) ? all : all.sort((a, b) => a.id - b.id);
}

function isByAge(envelopes: readonly Envelope[]): boolean {
  let last = 0;
  for (const { id } of envelopes) {
    if (id < last) return false;
    last = id;
  }
  return true;
}
