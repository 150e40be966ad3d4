/** The fields of a server, by what becomes of them in a crash. */
import { log as logs, type Server } from '../../raft/index.ts';
import { durableOf, type World } from '../../sim/index.ts';
import { inspector, words } from '../../words/index.ts';
import { storeText } from '../clients/StoreLine.tsx';
import { configurationText } from '../logs/configuration.ts';
import type { Fact } from './FactList.tsx';

const said = inspector.server;

/** What stands on disk. */
export function durableFacts(world: World, server: Server): readonly Fact[] {
  const { names } = world.setup;
  const { currentTerm, votedFor, log, snapshot } = server;
  return [
    [said.currentTerm, currentTerm],
    [said.votedFor, votedFor === null ? inspector.none : (names[votedFor] ?? '')],
    [said.log, words.logs.entries(logs.lastIndex(log))],
    [said.configuration, configurationText(names, server.configuration)],
    [said.snapshot, snapshot === null ? inspector.none : said.upTo(snapshot.lastIncludedIndex)],
    ...diskFacts(world, server),
  ];
}

// Only a slow disk lags behind what the server holds.
function diskFacts(world: World, server: Server): readonly Fact[] {
  if (world.durable[server.id] === null) return [];
  const { currentTerm, log } = durableOf(world, server.id);
  return [[said.onDisk, said.lag(currentTerm, logs.lastIndex(log))]];
}

/** What a crash takes. */
export function volatileFacts(world: World, server: Server): readonly Fact[] {
  const { names } = world.setup;
  const { id, role, leaderId, commitIndex, lastApplied } = server;
  const machine = world.machines[id];
  const dueAt = world.timers.dueAt[id] ?? Infinity;
  const timer = role === 'leader' ? said.heartbeat : said.timer;
  return [
    [said.role, words.roles[role]],
    [said.commitIndex, commitIndex],
    [said.lastApplied, lastApplied],
    [said.leaderId, leaderId === null ? inspector.none : (names[leaderId] ?? '')],
    [timer, dueAt === Infinity ? inspector.none : words.duration(Math.max(0, dueAt - world.time))],
    [said.store, machine === undefined ? said.emptyStore : storeText(machine)],
  ];
}

/** Who has answered a candidate, and how; nothing for others. */
export function candidateFacts({ setup }: World, server: Server): readonly Fact[] {
  if (server.role !== 'candidate' && server.role !== 'preCandidate') return [];
  const names = (ids: readonly number[]): string =>
    ids.length === 0 ? inspector.none : words.list(ids.map((id) => setup.names[id] ?? ''));
  return [
    [said.votesGranted, names(server.votesGranted)],
    [said.votesRefused, names(server.votesRefused)],
  ];
}
