/** Where a client's command stands, derived from the world: what to say of it, and how many hold it. */
import { type Leader, log as logs, majority, matchIndexOf, type Server } from '../../raft/index.ts';
import {
  type Client,
  type Completed,
  conditionOf,
  inFlight,
  isCut,
  leaderOf,
  type Pending,
  placeOf,
  type World,
} from '../../sim/index.ts';
import { words } from '../../words/index.ts';

/** How the servers stand to one entry: as many slots as there are voters. */
export interface Quorum {
  readonly held: number;
  /** Sent, and not yet acknowledged. */
  readonly sent: number;
  readonly size: number;
  readonly needed: number;
}

export type Tone = 'waiting' | 'done' | 'silent' | 'refused';

export interface ClientLine {
  readonly client: string;
  readonly command: string;
  readonly state: string;
  readonly tone: Tone;
  /** Null where no leader holds the command. */
  readonly quorum: Quorum | null;
}

/** One line a client that has asked for anything, in the order of their names. */
export function clientLines(world: World, names: readonly string[]): readonly ClientLine[] {
  return [...world.clients]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((client) => {
      const line = lineOf(world, names, client);
      return line === null ? [] : [line];
    });
}

function lineOf(world: World, names: readonly string[], client: Client): ClientLine | null {
  const { pending, completed } = client;
  if (pending !== null) return pendingLine(world, names, client, pending);
  const last = completed.buffer[completed.length - 1];
  return last === undefined ? null : completedLine(client.id, last);
}

function pendingLine(
  world: World,
  names: readonly string[],
  client: Client,
  pending: Pending,
): ClientLine {
  const at = names[pending.at] ?? '';
  const stage = stageOf(world, client, pending, at);
  const { commandStates } = words;
  const parts = [stage.state];
  if (pending.attempt > 1) parts.unshift(commandStates.retried(pending.attempt, at));
  else if (pending.redirects > 0) parts.unshift(commandStates.redirected(at));
  if (stage.asksAgain && pending.retryAt < Infinity) {
    const left = Math.max(0, pending.retryAt - world.time);
    parts.push(commandStates.asksAgain(words.duration(left)));
  }
  if (client.queue.length > 0) parts.push(commandStates.queued(client.queue.length));
  return {
    client: client.id,
    command: words.commandLong(pending.operation),
    state: commandStates.join(parts),
    tone: stage.tone,
    quorum: stage.quorum,
  };
}

interface Stage {
  readonly state: string;
  readonly tone: Tone;
  readonly quorum: Quorum | null;
  /** Whether the client will only get on by asking again. */
  readonly asksAgain: boolean;
}

const silent = (state: string): Stage => ({ state, tone: 'silent', quorum: null, asksAgain: true });

function stageOf(world: World, client: Client, pending: Pending, at: string): Stage {
  const { commandStates } = words;
  const condition = conditionOf(world, pending.at);
  if (condition === 'crashed') return silent(commandStates.down(at));
  if (condition === 'paused') return silent(commandStates.paused(at));
  switch (pending.state) {
    case 'travelling':
      return {
        state: commandStates.travelling(at),
        tone: 'waiting',
        quorum: null,
        asksAgain: false,
      };
    case 'unreachable':
      return silent(commandStates.silent(at));
    case 'refused':
      return { ...silent(commandStates.refused(at)), tone: 'refused' };
    case 'accepted':
      return acceptedStage(world, client, world.servers[pending.at] as Server, at);
  }
}

function acceptedStage(world: World, client: Client, server: Server, at: string): Stage {
  const { commandStates } = words;
  const index = placeOf(server, client);
  if (index === null) return silent(commandStates.lost(at));
  const waits = (state: string, quorum: Quorum | null, asksAgain = false): Stage => ({
    state,
    tone: 'waiting',
    quorum,
    asksAgain,
  });
  if (server.lastApplied >= index) return waits(commandStates.applied(at), null);
  if (server.role !== 'leader') return silent(commandStates.deposed(at));
  const quorum = quorumOf(world, server, index);
  if (server.commitIndex >= index) return waits(commandStates.committed, quorum);
  const reached = reachable(world, server);
  if (reached < quorum.needed) {
    return waits(commandStates.noMajority(reached, quorum.size), quorum, true);
  }
  if (leaderOf(world) !== server.id) return waits(commandStates.oldLeader(at), quorum, true);
  if (quorum.held > 1) return waits(commandStates.acknowledged(quorum.held, quorum.size), quorum);
  if (quorum.sent > 0) return waits(commandStates.sent(at, index, quorum.sent), quorum);
  return waits(commandStates.appended(at, index), quorum);
}

function quorumOf(world: World, leader: Leader, index: number): Quorum {
  const { voters } = leader.configuration;
  const held = voters.filter((id) => matchIndexOf(leader, id) >= index);
  const sent = voters.filter((id) => !held.includes(id) && isOnItsWay(world, leader, id, index));
  return {
    held: held.length,
    sent: sent.length,
    size: voters.length,
    needed: majority(voters.length),
  };
}

// Under way to the follower, or there already and the answer on its way back.
function isOnItsWay(world: World, leader: Leader, id: number, index: number): boolean {
  const follower = world.servers[id] as Server;
  if (conditionOf(world, id) === 'crashed') return false;
  const own = logs.entryAt(leader.log, index);
  const theirs = logs.entryAt(follower.log, index);
  if (own !== undefined && theirs !== undefined && logs.sameEntry(own, theirs)) return true;
  return inFlight(world).some(
    ({ message }) =>
      message.type === 'AppendEntriesRequest' &&
      message.from === leader.id &&
      message.to === id &&
      message.prevLogIndex < index &&
      message.prevLogIndex + message.entries.length >= index,
  );
}

/** Voters whose answer can come to this leader, itself included. */
function reachable(world: World, { id, configuration }: Leader): number {
  return configuration.voters.filter(
    (other) =>
      other === id ||
      (conditionOf(world, other) === 'running' &&
        !isCut(world, id, other) &&
        !isCut(world, other, id)),
  ).length;
}

function completedLine(client: string, { operation, outcome }: Completed): ClientLine {
  const { answers } = words;
  const value = outcome.value ?? null;
  const said = (): string => {
    if (!outcome.ok && operation.type === 'incr') return answers.notNumber(value);
    if (!outcome.ok) return answers.notEqual(value);
    if (operation.type === 'get') return value === null ? answers.absent : answers.value(value);
    return value === null ? answers.done : answers.value(value);
  };
  return {
    client,
    command: words.commandLong(operation),
    state: said(),
    tone: outcome.ok ? 'done' : 'refused',
    quorum: null,
  };
}
