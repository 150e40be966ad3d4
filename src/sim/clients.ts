/** The clients: one command out at a time, sent to whom they believe leads, followed up until it is answered (§8). */
import { extended, heap, type ServerId, type VirtualMs } from '../base/index.ts';
import type { Outcome } from '../kv/index.ts';
import { type Command, log as logs, type Operation, type Server } from '../raft/index.ts';
import type { ClientNews } from './event.ts';
import { atServer } from './options.ts';
import { roundMs } from './timers.ts';
import { leaderOf, type World } from './world.ts';

/** What a server tells a client: the outcome, or who leads (null: unknown). */
export type Answer = Outcome | { readonly ok: false; readonly redirect: ServerId | null };

export const isRedirect = (answer: Answer): answer is Extract<Answer, { redirect: unknown }> =>
  'redirect' in answer;

/** Where a command out stands: on its way, in a leader's log, unheard, or refused without a better address. */
export type PendingState = 'travelling' | 'accepted' | 'unreachable' | 'refused';

export interface Pending {
  readonly operation: Operation;
  readonly calledAt: VirtualMs;
  readonly state: PendingState;
  readonly at: ServerId;
  /** Where this attempt began, before any redirect. */
  readonly first: ServerId;
  readonly attempt: number;
  /** When the client stops waiting and asks again; Infinity: only on command. */
  readonly retryAt: VirtualMs;
  readonly loseReply: boolean;
  /** Redirects followed since the client last waited. */
  readonly redirects: number;
}

export interface Asked {
  readonly operation: Operation;
  readonly at: ServerId | null;
  readonly loseReply: boolean;
}

/** A command that was answered. */
export interface Completed {
  readonly operation: Operation;
  readonly call: VirtualMs;
  readonly return: VirtualMs;
  readonly outcome: Outcome;
}

/** Invariant: `replies` and `completed` share their buffers with other versions of the client; only the counts are its own. */
export interface Client {
  readonly id: string;
  readonly believes: ServerId | null;
  /** Number of the last command sent. */
  readonly serial: number;
  readonly pending: Pending | null;
  readonly queue: readonly Asked[];
  readonly replies: { readonly buffer: Answer[]; readonly length: number };
  readonly completed: { readonly buffer: Completed[]; readonly length: number };
}

/** A command or an answer between a client and a server. */
export interface Mail {
  readonly id: number;
  readonly at: VirtualMs;
  readonly client: string;
  readonly serial: number;
  readonly server: ServerId;
  /** Null: the client asks. */
  readonly answer: Answer | null;
}

const newClient = (id: string): Client => ({
  id,
  believes: null,
  serial: 0,
  pending: null,
  queue: [],
  replies: { buffer: [], length: 0 },
  completed: { buffer: [], length: 0 },
});

/** The client of that name, as it is now; a new one where nobody asked under it before. */
export const clientOf = (world: World, id: string): Client =>
  world.clients.find((client) => client.id === id) ?? newClient(id);

/** Puts a changed client in its place. */
export function put(world: World, client: Client): void {
  const place = world.clients.findIndex(({ id }) => id === client.id);
  if (place < 0) world.clients.push(client);
  else world.clients[place] = client;
}

/** What to tell of a client in an event; `at` is the server in it, which need not be the one it asked last. */
export const news = (
  client: Client,
  pending: Pending,
  what: ClientNews['what'],
  answer: Answer | null,
  at: ServerId = pending.at,
): ClientNews => ({
  client: client.id,
  serial: client.serial,
  operation: pending.operation,
  what,
  at,
  answer,
  attempt: pending.attempt,
});

/** The client with a new command out, to be sent to whom it believes leads. */
export function begin(world: World, client: Client, { operation, at, loseReply }: Asked): Client {
  const target = at ?? client.believes ?? leaderOf(world) ?? 0;
  const pending: Pending = {
    operation,
    calledAt: world.time,
    state: 'travelling',
    at: target,
    first: target,
    attempt: 1,
    retryAt: Infinity,
    loseReply,
    redirects: 0,
  };
  return { ...client, believes: target, serial: client.serial + 1, pending };
}

/** One way between clients and servers; under manual delivery at once. */
export const latencyOf = (world: World, server: ServerId): VirtualMs =>
  world.setup.delivery === 'manual' ? 0 : atServer(world.options, server, 'clientLatencyMs');

/** Puts a command or an answer on its way. */
export function post(
  world: World,
  client: Client,
  server: ServerId,
  answer: Answer | null,
  delay: VirtualMs,
): void {
  world.lastMailId += 1;
  const at = roundMs(world.time + delay);
  heap.push(world.mail, {
    id: world.lastMailId,
    at,
    client: client.id,
    serial: client.serial,
    server,
    answer,
  });
}

/** A leader has put the command into its log. */
export function noteAccepted(
  world: World,
  server: ServerId,
  { clientId, serial }: Command,
): ClientNews[] | null {
  if (clientId === null) return null;
  const client = clientOf(world, clientId);
  if (client.pending === null || client.serial !== serial) return null;
  put(world, { ...client, pending: { ...client.pending, state: 'accepted' } });
  return [news(client, client.pending, 'asked', null, server)];
}

/** A server answers; gives `told` with the news added. An answer to anything but the command out is not heard. */
export function answer(
  world: World,
  server: ServerId,
  clientId: string | null,
  serial: number,
  given: Answer,
  told: ClientNews[] | null,
): ClientNews[] | null {
  if (clientId === null) return told;
  const client = clientOf(world, clientId);
  const { pending } = client;
  if (pending === null || client.serial !== serial) return told;
  if (pending.loseReply && !isRedirect(given)) {
    put(world, { ...client, pending: { ...pending, loseReply: false, state: 'unreachable' } });
    return told;
  }
  const delay = latencyOf(world, server);
  if (delay > 0) {
    post(world, client, server, given, delay);
    return told ?? [];
  }
  return [...(told ?? []), hear(world, client, pending, given, server)];
}

/** An answer of `server` reaches its client. */
export function hear(
  world: World,
  client: Client,
  pending: Pending,
  given: Answer,
  server: ServerId,
): ClientNews {
  const replies = appended(client.replies, given);
  if (isRedirect(given)) follow(world, { ...client, replies }, pending, given.redirect);
  else complete(world, { ...client, replies }, pending, given);
  return news(client, pending, isRedirect(given) ? 'asked' : 'answered', given, server);
}

function follow(world: World, client: Client, pending: Pending, leader: ServerId | null): void {
  const isLoop = pending.redirects >= world.servers.length;
  if (leader === null || isLoop) {
    put(world, { ...client, pending: { ...pending, state: 'refused' } });
    return;
  }
  const redirects = pending.redirects + 1;
  put(world, {
    ...client,
    believes: leader,
    pending: { ...pending, at: leader, redirects, state: 'travelling' },
  });
  post(world, client, leader, null, latencyOf(world, leader));
}

function complete(world: World, client: Client, pending: Pending, outcome: Outcome): void {
  const { operation, calledAt } = pending;
  const entry: Completed = { operation, call: calledAt, return: world.time, outcome };
  const [next, ...queue] = client.queue;
  const done: Client = {
    ...client,
    pending: null,
    queue,
    completed: appended(client.completed, entry),
  };
  if (next === undefined) {
    put(world, done);
    return;
  }
  const started = startWaiting(world, begin(world, done, next));
  put(world, started);
  const { at } = started.pending as Pending;
  post(world, started, at, null, latencyOf(world, at));
}

/** The client with its command sent now, and its timer started. */
export function startWaiting(world: World, client: Client): Client {
  const pending = client.pending as Pending;
  const isManual = world.setup.timers === 'manual';
  const timeoutMs = atServer(world.options, pending.at, 'clientTimeoutMs');
  const retryAt = isManual ? Infinity : roundMs(world.time + timeoutMs);
  if (retryAt < world.timers.bound) world.timers.bound = retryAt;
  return { ...client, pending: { ...pending, state: 'travelling', retryAt } };
}

function appended<T>(
  list: { readonly buffer: T[]; readonly length: number },
  item: T,
): { buffer: T[]; length: number } {
  return { buffer: extended(list.buffer, list.length, item, same), length: list.length + 1 };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The client that stops waiting first, or null when none will. */
export function soonestRetry(world: World): Client | null {
  let soonest: Client | null = null;
  for (const client of world.clients) {
    const at = client.pending?.retryAt ?? Infinity;
    if (at < (soonest?.pending?.retryAt ?? Infinity)) soonest = client;
  }
  return soonest;
}

/** Where in a server's log the pending command of a client stands; null when it is not there. */
export function placeOf(server: Server, client: Client): number | null {
  for (let index = logs.lastIndex(server.log); index > server.log.snapshotIndex; index -= 1) {
    const payload = logs.entryAt(server.log, index)?.payload;
    if (payload?.type !== 'command') continue;
    if (payload.command.clientId === client.id && payload.command.serial === client.serial)
      return index;
  }
  return null;
}
