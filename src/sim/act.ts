/** One server takes one step, and what it asks for is carried out: messages, timers, entries to apply. */
import type { LogIndex, Seq, ServerId } from '../base/index.ts';
import { apply, type Machine, readFrom } from '../kv/index.ts';
import {
  type Command,
  type Effect,
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
import { clockOf, noteLeader, noteOffice } from './clocks.ts';
import { type HeldMessage, isSlow, noteWrite, waitsForDisk } from './disk.ts';
import type { Envelope } from './envelope.ts';
import type { ClientNews, Event, EventKind } from './event.ts';
import { noClients, nothingSent } from './happen.ts';
import { expiryAt, optionsAt } from './options.ts';
import { setDue, startTimer } from './timers.ts';
import type { World } from './world.ts';

const nothingHeld: readonly HeldMessage[] = [];

/** The world after `input` reached a server that runs, as the event it was. */
export function act(
  world: World,
  id: ServerId,
  input: Input,
  kind: EventKind,
  envelope: Envelope | null = null,
  cause: Seq | null = null,
  released: readonly HeldMessage[] = nothingHeld,
): Event {
  const before = world.servers[id] as Server;
  const { server, effects, rules } = step(before, input, clockOf(world, id));
  world.servers[id] = server;
  world.seq += 1;
  const seq = world.seq;
  const write = isSlow(world, server) ? noteWrite(world, before, server) : null;
  let sent: Envelope[] | null = null;
  let clients: ClientNews[] | null = null;
  if (released.length > 0)
    sent = released.map(({ message, inReplyTo }) => transmit(world, message, seq, inReplyTo));
  for (const effect of effects) {
    if (isMessage(effect)) {
      const inReplyTo = envelope !== null && isResponse(effect.type) ? envelope.id : null;
      if (write !== null && waitsForDisk(effect)) {
        write.held.push({ message: effect, inReplyTo });
        continue;
      }
      const one = transmit(world, effect, seq, inReplyTo);
      // Most steps send one message: written out the list takes one place, a pushed one takes seventeen.
      if (sent === null) sent = [one];
      else sent.push(one);
    } else {
      clients = carryOut(world, server, effect, input, clients);
    }
  }
  if (input.type === 'clientRequest' && clients === null)
    clients = noteAccepted(world, id, input.command);
  if (before.role !== server.role) noteRole(world, server);
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

// By its type: to look for a field in objects of so many shapes takes as long as sending a message.
function isMessage(effect: Effect): effect is Message {
  switch (effect.type) {
    case 'resetElectionTimer':
    case 'resetHeartbeatTimer':
    case 'applyEntries':
    case 'restore':
    case 'answerRead':
    case 'redirect':
      return false;
    default:
      return true;
  }
}

function noteRole(world: World, { id, role }: Server): void {
  setDue(world, id);
  if (role === 'leader') noteOffice(world, id);
}

function carryOut(
  world: World,
  server: Server,
  effect: Exclude<Effect, Message>,
  input: Input,
  clients: ClientNews[] | null,
): ClientNews[] | null {
  switch (effect.type) {
    case 'resetElectionTimer':
      if (effect.isLeaderHeard) noteLeader(world, server.id);
      if (server.role !== 'leader') startTimer(world, server.id);
      return clients;
    case 'resetHeartbeatTimer':
      startTimer(world, server.id);
      return clients;
    case 'applyEntries':
      return applyEntries(world, server, effect.first, effect.last, clients);
    case 'restore':
      world.machines[server.id] = effect.data as Machine;
      return clients;
    case 'answerRead':
      return read(world, server, effect.command, clients);
    case 'redirect':
      return redirect(world, server.id, effect.leader, input, clients);
  }
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

function read(
  world: World,
  { id }: Server,
  command: Command,
  told: ClientNews[] | null,
): ClientNews[] | null {
  const outcome = readFrom(world.machines[id] as Machine, command.operation);
  return answer(world, id, command.clientId, command.serial, outcome, told);
}

function applyEntries(
  world: World,
  server: Server,
  first: LogIndex,
  last: LogIndex,
  clients: ClientNews[] | null,
): ClientNews[] | null {
  const options = optionsAt(world, server.id);
  const exactlyOnce = options.sessions && server.settings.obeys['session.deduplicate'];
  let told = clients;
  for (let index = first; index <= last; index += 1) {
    const entry = logs.entryAt(server.log, index);
    if (entry === undefined) continue;
    const machine = world.machines[server.id] as Machine;
    const { machine: applied, outcome } = apply(
      machine,
      entry.payload,
      exactlyOnce,
      expiryAt(options, index),
    );
    world.machines[server.id] = applied;
    // Fig. 2, Ldr2: respond after the entry is applied; only the leader that took the command does.
    if (outcome === null || entry.payload.type !== 'command') continue;
    if (server.role !== 'leader' || entry.term !== server.currentTerm) continue;
    const { clientId, serial } = entry.payload.command;
    told = answer(world, server.id, clientId, serial, outcome, told);
  }
  return told;
}
