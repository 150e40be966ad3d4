/** The fields of a server, by what becomes of them in a crash, and what it knows in office. */
import { sortedMap } from '../../base/index.ts';
import type { Outcome, Session } from '../../kv/index.ts';
import { log as logs, type Server } from '../../raft/index.ts';
import { durableOf, leaseLeft, type World } from '../../sim/index.ts';
import { crewOf, partOf } from '../../viz/index.ts';
import { answers, inspector, words } from '../../words/index.ts';
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
    ...configurationFacts(names, server),
    [said.snapshot, snapshot === null ? inspector.none : snapshotText(snapshot)],
    ...diskFacts(world, server),
  ];
}

const snapshotText = (snapshot: NonNullable<Server['snapshot']>): string =>
  words.logs.snapshot.upTo(snapshot.lastIncludedIndex, snapshot.lastIncludedTerm);

/** Who takes part as far as this server knows, and since which entry. */
function configurationFacts(names: readonly string[], server: Server): readonly Fact[] {
  const { configuration, configurationIndex, commitIndex } = server;
  const text = configurationText(names, configuration);
  if (configurationIndex === 0) return [[said.configuration, text]];
  const isCommitted = configurationIndex <= commitIndex;
  return [
    [said.configuration, text],
    [said.configurationSince, said.since(configurationIndex, isCommitted)],
  ];
}

// Only a slow disk lags behind what the server holds.
function diskFacts(world: World, server: Server): readonly Fact[] {
  if (world.durable[server.id] === null) return [];
  const { currentTerm, votedFor, log } = durableOf(world, server.id);
  const held = durableEntries(server, log);
  const isVoteKept = currentTerm === server.currentTerm && votedFor === server.votedFor;
  return [
    [said.onDisk, said.lag(held, logs.lastIndex(server.log))],
    ...(isVoteKept ? [] : [[said.voteOnDisk, said.voteLag(currentTerm)] as const]),
  ];
}

/** How many entries at the start of a log would survive a crash. */
function durableEntries({ log }: Server, durable: Server['log']): number {
  let index = Math.min(logs.lastIndex(log), logs.lastIndex(durable));
  while (index > Math.max(log.snapshotIndex, durable.snapshotIndex)) {
    const [own, kept] = [logs.entryAt(log, index), logs.entryAt(durable, index)];
    if (own !== undefined && kept !== undefined && logs.sameEntry(own, kept)) break;
    index -= 1;
  }
  return index;
}

/** What a crash takes. */
export function volatileFacts(world: World, server: Server): readonly Fact[] {
  const { names } = world.setup;
  const { id, role, leaderId, commitIndex, lastApplied } = server;
  const machine = world.machines[id];
  const dueAt = world.timers.dueAt[id] ?? Infinity;
  const timer = role === 'leader' ? said.heartbeat : said.timer;
  return [
    [said.role, roleText(world, server)],
    [said.commitIndex, commitIndex],
    [said.lastApplied, lastApplied],
    [said.leaderId, leaderId === null ? inspector.none : (names[leaderId] ?? '')],
    [timer, dueAt === Infinity ? inspector.none : words.duration(Math.max(0, dueAt - world.time))],
    [said.store, machine === undefined ? said.emptyStore : storeText(machine)],
  ];
}

function roleText(world: World, { id, role }: Server): string {
  const part = partOf(crewOf(world), id);
  if (part === 'outside') return said.outside(words.roles[role]);
  return part === 'learner' && role === 'follower' ? words.roles.learner : words.roles[role];
}

/** A transfer under way, the lease, and the reads that wait; nothing for others. */
export function officeFacts(world: World, server: Server): readonly Fact[] {
  if (server.role !== 'leader') return [];
  const { names } = world.setup;
  const { transfer, reads, settings } = server;
  const lease = leaseLeft(world, server.id);
  const facts: (Fact | null)[] = [
    transfer === null
      ? null
      : [said.transfer, said.transferTo(names[transfer.target] ?? '', transfer.isAsked)],
    settings.reads === 'lease'
      ? [
          said.lease,
          lease > 0
            ? words.duration(Math.min(lease, settings.electionTimeoutMinMs))
            : inspector.none,
        ]
      : null,
    ...(reads?.pending ?? []).map(({ command, readIndex, round }): Fact => {
      const asked = `${command.clientId ?? ''} ${words.commandLong(command.operation)}`;
      return [said.pendingRead(asked), said.waitsFor(round, readIndex)];
    }),
  ];
  return facts.filter((fact) => fact !== null);
}

/** What the state machine remembers of each client: its last command, and the answer (§8). */
export function sessionFacts(world: World, { id }: Server): readonly Fact[] {
  const sessions = sortedMap.entries<Session>(world.machines[id]?.sessions ?? null);
  return sessions.map(([client, { serial, outcome }]) => [
    said.session(client),
    said.answered(serial, outcomeText(outcome)),
  ]);
}

function outcomeText({ ok, value }: Outcome): string {
  if (!ok) return answers.notEqual(value ?? null);
  if (value === undefined) return answers.done;
  return value === null ? answers.absent : answers.value(value);
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
