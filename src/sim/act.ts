/** One server takes one step, and what it asks for is carried out: messages, timers, entries to apply. */
import type { LogIndex, Seq, ServerId } from '../base/index.ts';
import { apply } from '../kv/index.ts';
import {
  hasToApply,
  type Input,
  isResponse,
  log as logs,
  type Message,
  type Server,
  step,
} from '../raft/index.ts';
import { transmit } from './bus.ts';
import { answer, noteAccepted } from './clients.ts';
import type { Envelope } from './envelope.ts';
import type { ClientNews, Event, EventKind } from './event.ts';
import { noClients, nothingSent } from './happen.ts';
import { setDue, startTimer } from './timers.ts';
import type { World } from './world.ts';

/** The world after `input` reached a server that runs, as the event it was. */
export function act(
  world: World,
  id: ServerId,
  input: Input,
  kind: EventKind,
  envelope: Envelope | null = null,
  cause: Seq | null = null,
): Event {
  const before = world.servers[id] as Server;
  const { server, effects, rules } = step(before, input);
  world.servers[id] = server;
  world.seq += 1;
  const seq = world.seq;
  let sent: Envelope[] | null = null;
  let clients: ClientNews[] | null = null;
  for (const effect of effects) {
    switch (effect.type) {
      case 'resetElectionTimer':
        if (server.role !== 'leader') startTimer(world, id);
        break;
      case 'resetHeartbeatTimer':
        startTimer(world, id);
        break;
      case 'applyEntries':
        clients = applyEntries(world, server, effect.first, effect.last, clients);
        break;
      case 'redirect':
        clients = redirect(world, id, effect.leader, input, clients);
        break;
      default: {
        const one = send(world, effect, seq, envelope);
        if (sent === null) sent = [one];
        else sent.push(one);
      }
    }
  }
  if (input.type === 'clientRequest' && clients === null)
    clients = noteAccepted(world, id, input.command);
  if (before.role !== server.role) setDue(world, id);
  if (hasToApply(server) && !world.toApply.includes(id)) world.toApply.push(id);
  return {
    seq,
    time: world.time,
    kind,
    server: id,
    before,
    after: server,
    envelope,
    rules,
    sent: sent ?? nothingSent,
    cause,
    reason: null,
    clients: clients ?? noClients,
    command: null,
  };
}

function send(world: World, message: Message, seq: Seq, received: Envelope | null): Envelope {
  const inReplyTo = received !== null && isResponse[message.type] ? received.id : null;
  return transmit(world, message, seq, inReplyTo);
}

function redirect(
  world: World,
  id: ServerId,
  leader: ServerId | null,
  input: Input,
  clients: ClientNews[] | null,
): ClientNews[] | null {
  if (input.type !== 'clientRequest') return clients;
  const { clientId, serial } = input.command;
  return answer(world, id, clientId, serial, { ok: false, redirect: leader }, clients);
}

function applyEntries(
  world: World,
  server: Server,
  first: LogIndex,
  last: LogIndex,
  clients: ClientNews[] | null,
): ClientNews[] | null {
  const exactlyOnce = world.options.sessions && server.settings.obeys['session.deduplicate'];
  let told = clients;
  for (let index = first; index <= last; index += 1) {
    const entry = logs.entryAt(server.log, index);
    if (entry === undefined) continue;
    const machine = world.machines[server.id] as World['machines'][number];
    const { machine: applied, outcome } = apply(machine, entry.payload, exactlyOnce);
    world.machines[server.id] = applied;
    // Fig. 2, Ldr2: respond after the entry is applied; only the leader that took the command does.
    if (outcome === null || entry.payload.type !== 'command') continue;
    if (server.role !== 'leader' || entry.term !== server.currentTerm) continue;
    const { clientId, serial } = entry.payload.command;
    told = answer(world, server.id, clientId, serial, outcome, told);
  }
  return told;
}
