/** The clients: one command out at a time, sent to whom they believe leads, followed up until it is answered (§8). */
import {
  added,
  emptyList,
  type Seq,
  type ServerId,
  type SharedList,
  type VirtualMs,
} from '../base/index.ts';
import type { Outcome } from '../kv/index.ts';
import type { Command, Operation } from '../raft/index.ts';
import type { ClientNews } from './event.ts';
import { roundMs } from './grain.ts';
import { latencyOf, post } from './mail.ts';
import { optionsAt } from './options.ts';
import { leaderOf, type World } from './world.ts';

/** What a server tells a client: the outcome, or who leads (null: unknown). */
export type Answer = Outcome | { readonly ok: false; readonly redirect: ServerId | null };

/** Whether an answer sends the client elsewhere. */
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
  /** Where its session had expired: whether an earlier attempt of it may have been executed. */
  readonly mayBeDone?: boolean;
}

export interface Client {
  readonly id: string;
  readonly believes: ServerId | null;
  /** Number of the last command sent. */
  readonly serial: number;
  readonly pending: Pending | null;
  readonly queue: readonly Asked[];
  readonly replies: SharedList<Answer>;
  readonly completed: SharedList<Completed>;
}

const newClient = (id: string): Client => ({
  id,
  believes: null,
  serial: 0,
  pending: null,
  queue: [],
  replies: emptyList(),
  completed: emptyList(),
});

/** The client of that name, as it is now; a new one where nobody asked under it before. */
export function clientOf({ clients }: World, id: string): Client {
  for (const client of clients) if (client.id === id) return client;
  return newClient(id);
}

/** Puts a changed client in its place. */
export function put(world: World, client: Client): void {
  const { clients } = world;
  let place = 0;
  while (place < clients.length && clients[place]?.id !== client.id) place += 1;
  clients[place] = client;
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

/** The client with a new command out, to be sent now to whom it believes leads. */
export function begin(world: World, client: Client, { operation, at, loseReply }: Asked): Client {
  const { id, believes, serial, queue, replies, completed } = client;
  const target = at ?? believes ?? leaderOf(world) ?? 0;
  const pending: Pending = {
    operation,
    calledAt: world.time,
    state: 'travelling',
    at: target,
    first: target,
    attempt: 1,
    retryAt: startWaiting(world, target),
    loseReply,
    redirects: 0,
  };
  return { id, believes: target, serial: serial + 1, pending, queue, replies, completed };
}

/** Starts the timer of a client that asks `at` now; gives when it runs out. */
export function startWaiting(world: World, at: ServerId): VirtualMs {
  if (world.setup.timers === 'manual') return Infinity;
  const retryAt = roundMs(world.time + optionsAt(world, at).clientTimeoutMs);
  if (retryAt < world.timers.bound) world.timers.bound = retryAt;
  return retryAt;
}

type Own<T> = { -readonly [Field in keyof T]: T[Field] };

/** A copy of the client, to be changed. Field by field: every command passes here, and a spread takes ten times as long. */
export const copyOfClient = (client: Client): Own<Client> => ({
  id: client.id,
  believes: client.believes,
  serial: client.serial,
  pending: client.pending,
  queue: client.queue,
  replies: client.replies,
  completed: client.completed,
});

/** A copy of the command that is out, to be changed. */
export const copyOfPending = (pending: Pending): Own<Pending> => ({
  operation: pending.operation,
  calledAt: pending.calledAt,
  state: pending.state,
  at: pending.at,
  first: pending.first,
  attempt: pending.attempt,
  retryAt: pending.retryAt,
  loseReply: pending.loseReply,
  redirects: pending.redirects,
});

/** A copy of the client with another command out, to be changed. */
export function withPending(client: Client, pending: Pending): Own<Client> {
  const copy = copyOfClient(client);
  copy.pending = pending;
  return copy;
}

/** The command out, standing otherwise. */
export function withState(pending: Pending, state: PendingState): Pending {
  const copy = copyOfPending(pending);
  copy.state = state;
  return copy;
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
  put(world, withPending(client, withState(client.pending, 'accepted')));
  return [news(client, client.pending, 'asked', null, server)];
}

/** A server answers in the event `by`; gives `told` with the news added. An answer to anything but the command out is not heard. */
export function answer(
  world: World,
  server: ServerId,
  clientId: string | null,
  serial: number,
  given: Answer,
  told: ClientNews[] | null,
  by: Seq = world.seq,
): ClientNews[] | null {
  if (clientId === null) return told;
  const client = clientOf(world, clientId);
  const { pending } = client;
  if (pending === null || client.serial !== serial) return told;
  if (pending.loseReply && !isRedirect(given)) {
    const lost = copyOfPending(pending);
    lost.loseReply = false;
    lost.state = 'unreachable';
    put(world, withPending(client, lost));
    return told;
  }
  const delay = latencyOf(world, server);
  if (delay > 0) {
    post(world, client, server, given, delay, by);
    return told ?? [];
  }
  const one = hear(world, client, pending, given, server, by);
  return told === null ? [one] : [...told, one];
}

/** An answer of `server` reaches its client in the event `by`. */
export function hear(
  world: World,
  client: Client,
  pending: Pending,
  given: Answer,
  server: ServerId,
  by: Seq,
): ClientNews {
  const replies = added(client.replies, given, same);
  if (isRedirect(given)) {
    const told = copyOfClient(client);
    told.replies = replies;
    follow(world, told, pending, given.redirect, by);
  } else complete(world, client, replies, pending, given, by);
  return news(client, pending, isRedirect(given) ? 'asked' : 'answered', given, server);
}

function follow(
  world: World,
  client: Client,
  pending: Pending,
  leader: ServerId | null,
  by: Seq,
): void {
  const isLoop = pending.redirects >= world.servers.length;
  if (leader === null || isLoop) {
    put(world, withPending(client, withState(pending, 'refused')));
    return;
  }
  const again = copyOfPending(pending);
  again.state = 'travelling';
  again.at = leader;
  again.redirects += 1;
  const sent = withPending(client, again);
  sent.believes = leader;
  put(world, sent);
  post(world, client, leader, null, latencyOf(world, leader), by);
}

function complete(
  world: World,
  { id, believes, serial, queue: waiting, completed: before }: Client,
  replies: Client['replies'],
  { operation, calledAt, attempt }: Pending,
  outcome: Outcome,
  by: Seq,
): void {
  const answer: Completed = { operation, call: calledAt, return: world.time, outcome };
  const entry = outcome.expired === true ? { ...answer, mayBeDone: attempt > 1 } : answer;
  const next = waiting[0];
  const queue = next === undefined ? waiting : waiting.slice(1);
  const completed = added(before, entry, same);
  const done: Client = { id, believes, serial, pending: null, queue, replies, completed };
  if (next === undefined) {
    put(world, done);
    return;
  }
  const started = begin(world, done, next);
  put(world, started);
  const { at } = started.pending as Pending;
  post(world, started, at, null, latencyOf(world, at), by);
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
