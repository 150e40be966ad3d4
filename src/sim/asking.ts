/** How commands reach servers: sent, handed over, followed up; the answers are in `clients.ts`. */
import { heap, type Seq, type ServerId } from '../base/index.ts';
import { answered, type Outcome } from '../kv/index.ts';
import type { Command, Server } from '../raft/index.ts';
import { act } from './act.ts';
import {
  type Asked,
  answer,
  begin,
  type Client,
  clientOf,
  copyOfClient,
  copyOfPending,
  hear,
  news,
  type Pending,
  put,
  startWaiting,
  withPending,
  withState,
} from './clients.ts';
import type { ClientNews, Event } from './event.ts';
import { happen } from './happen.ts';
import { latencyOf, type Mail, post } from './mail.ts';
import { optionsAt } from './options.ts';
import type { World } from './world.ts';

/** A client wants something done: it is sent, or queued behind the command that is out. */
export function ask(world: World, id: string, asked: Asked): Event {
  const client = clientOf(world, id);
  if (client.pending === null) return sendOut(world, begin(world, client, asked));
  const waiting = copyOfClient(client);
  waiting.queue = [...client.queue, asked];
  put(world, waiting);
  const told: ClientNews = {
    ...news(client, client.pending, 'queued', null),
    operation: asked.operation,
  };
  return happen(world, 'client', { clients: [told] });
}

/** The client sends its pending command again, with the same serial. */
export function retry(world: World, client: Client, at: ServerId | null): Event {
  const pending = client.pending as Pending;
  const next = at ?? successor(world, client, pending);
  const again = copyOfPending(pending);
  again.state = 'travelling';
  again.at = next;
  again.first = next;
  again.attempt += 1;
  again.retryAt = startWaiting(world, next);
  again.redirects = 0;
  const sent = withPending(client, again);
  sent.believes = next;
  return sendOut(world, sent);
}

// Told of a leader it has not asked yet, a client asks that one; otherwise the next server in turn. Where a redirect
// ended at a server that knows no leader, the turn goes on from where it began: else two that point at each other's
// neighbours, such as servers that were removed, would keep the client between them for ever.
function successor(world: World, { believes }: Client, { at, first, state }: Pending): ServerId {
  if (believes !== null && believes !== at) return believes;
  return nextInTurn(world, state === 'refused' ? first : at);
}

// A server that was never told of a configuration has not joined: nobody knows its address.
function nextInTurn({ servers, setup }: World, id: ServerId): ServerId {
  const firstSpare = servers.length - (setup.spares ?? 0);
  const hasJoined = (next: ServerId): boolean =>
    next < firstSpare || (servers[next] as Server).configuration.voters.length > 0;
  let next = (id + 1) % servers.length;
  while (!hasJoined(next)) next = (next + 1) % servers.length;
  return next;
}

/** The event that is about to be made. */
const nextSeq = ({ seq }: World): Seq => seq + 1;

function sendOut(world: World, sent: Client): Event {
  const pending = sent.pending as Pending;
  put(world, sent);
  const delay = latencyOf(world, pending.at);
  if (delay === 0) return handOver(world, sent.id, sent.serial, pending.at, null);
  post(world, sent, pending.at, null, delay, nextSeq(world));
  return happen(world, 'client', { clients: [news(sent, pending, 'sent', null)] });
}

/** A command reaches a server: it is taken, refused, or heard by nobody. `cause`: what sent it, where it was on its way. */
function handOver(
  world: World,
  id: string,
  serial: number,
  server: ServerId,
  cause: Seq | null,
): Event {
  const client = clientOf(world, id);
  const { pending } = client;
  if (pending === null || client.serial !== serial) return happen(world, 'client', { cause });
  const command: Command = { operation: pending.operation, clientId: id, serial };
  if (world.conditions[server] !== 'running') {
    return handToNobody(world, client, pending, { server, cause });
  }
  const known = knownOutcome(world, server, command);
  // §8: a serial that was executed already is answered at once, without executing it again.
  if (known !== null) {
    const clients = answer(world, server, id, serial, known, null, nextSeq(world)) ?? [];
    const state = world.servers[server] as Server;
    return happen(world, 'client', { server, before: state, after: state, clients, cause });
  }
  return act(world, server, { type: 'clientRequest', command }, 'client', null, cause);
}

function handToNobody(
  world: World,
  client: Client,
  pending: Pending,
  { server, cause }: { readonly server: ServerId; readonly cause: Seq | null },
): Event {
  put(world, withPending(client, withState(pending, 'unreachable')));
  // A paused process still has its door open: the command waits there until it runs again.
  if (world.conditions[server] === 'paused') {
    post(world, client, server, null, Infinity, nextSeq(world));
  }
  const clients = [news(client, pending, 'unreachable', null, server)];
  return happen(world, 'client', { clients, cause });
}

function knownOutcome(world: World, server: ServerId, command: Command): Outcome | null {
  const state = world.servers[server] as Server;
  const { sessions } = optionsAt(world, server);
  const isExactlyOnce = sessions && state.settings.obeys['session.deduplicate'];
  if (!isExactlyOnce || state.role !== 'leader') return null;
  return answered(world.machines[server] as World['machines'][number], command);
}

/** What waited at the door of a paused server is handed over now. */
export function openDoor(world: World, server: ServerId): void {
  const parked = heap.removeWhere(
    world.mail,
    (mail) => mail.at === Infinity && mail.server === server,
  );
  for (const mail of parked) heap.push(world.mail, { ...mail, at: world.time });
}

/** The next mail arrives. */
export function deliverMail(world: World, mail: Mail): Event {
  if (mail.answer === null) {
    return handOver(world, mail.client, mail.serial, mail.server, mail.sentBy);
  }
  const cause = mail.sentBy;
  const client = clientOf(world, mail.client);
  if (client.pending === null || client.serial !== mail.serial)
    return happen(world, 'client', { cause });
  const told = hear(world, client, client.pending, mail.answer, mail.server, nextSeq(world));
  return happen(world, 'client', { clients: [told], cause });
}
