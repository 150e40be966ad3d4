/** Where a client's command stands, derived from the world: what to say of it, and how many hold it. */
import { type Leader, log as logs, matchIndexOf, type Server } from '../../raft/index.ts';
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
import { type Tally, tallies } from '../../viz/index.ts';
import { answers, commandStates, words } from '../../words/index.ts';
import { readStage } from './reads.ts';
import { type Quorum, quorumsWhere, type Stage, silent, type Tone, waits } from './stages.ts';

export interface ClientLine {
  readonly client: string;
  readonly command: string;
  readonly state: string;
  readonly tone: Tone;
  /** One a body of voters, and each must agree; none where no leader holds the command. */
  readonly quorums: readonly Quorum[];
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
    quorums: stage.quorums,
  };
}

function stageOf(world: World, client: Client, pending: Pending, at: string): Stage {
  const condition = conditionOf(world, pending.at);
  if (condition === 'crashed') return silent(commandStates.down(at));
  if (condition === 'paused') return silent(commandStates.paused(at));
  switch (pending.state) {
    case 'travelling':
      return {
        state: commandStates.travelling(at),
        tone: 'waiting',
        quorums: [],
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
  const read = server.role === 'leader' ? readStage(server, client, at) : null;
  if (read !== null) return read;
  const index = placeOf(server, client);
  if (index === null) return silent(commandStates.lost(at));
  if (server.lastApplied >= index) return waits(commandStates.applied(at), []);
  if (server.role !== 'leader') return silent(commandStates.deposed(at));
  const quorums = quorumsOf(world, server, index);
  if (server.commitIndex >= index) return waits(commandStates.committed, quorums);
  const reached = reachable(world, server);
  if (reached.some(({ have, needed }) => have < needed)) {
    return waits(commandStates.noMajority(words.tally(reached)), quorums, true);
  }
  if (leaderOf(world) !== server.id) return waits(commandStates.oldLeader(at), quorums, true);
  const held = quorums.map((one) => ({ ...one, have: one.held, of: one.size }));
  if (held.some(({ have }) => have > 1)) {
    return waits(commandStates.acknowledged(words.tally(held)), quorums);
  }
  const sent = Math.max(...quorums.map((one) => one.sent));
  if (sent > 0) return waits(commandStates.sent(at, index, sent), quorums);
  return waits(commandStates.appended(at, index), quorums);
}

const quorumsOf = (world: World, leader: Leader, index: number): readonly Quorum[] =>
  quorumsWhere(
    leader,
    (id) => matchIndexOf(leader, id) >= index,
    (id) => isOnItsWay(world, leader, id, index),
  );

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
function reachable(world: World, { id, configuration }: Leader): readonly Tally[] {
  const isReached = (other: number): boolean =>
    other === id ||
    (conditionOf(world, other) === 'running' &&
      !isCut(world, id, other) &&
      !isCut(world, other, id));
  return tallies(configuration, world.servers.map((server) => server.id).filter(isReached));
}

function completedLine(client: string, { operation, outcome }: Completed): ClientLine {
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
    quorums: [],
  };
}
