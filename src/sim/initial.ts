/** Servers that start in the middle of a story: what a setup leaves out follows from what it says. */
import type { ServerId } from '../base/index.ts';
import { sortedMap } from '../base/index.ts';
import { apply, emptyMachine, type Machine } from '../kv/index.ts';
import {
  boot,
  type Candidate,
  type Configuration,
  freshProgress,
  type Leader,
  type Log,
  log as logs,
  nobody,
  type PreCandidate,
  type Progress,
  type Server,
  type Snapshot,
  votersOnly,
} from '../raft/index.ts';
import { expiryAt, optionsOf, settingsOf } from './options.ts';
import type { InitialServer, Setup } from './setup.ts';

/** The configuration before everything: as given, all servers that are no spares, or nobody for a spare. */
export function initialConfiguration(
  { names, spares = 0, initial }: Setup,
  id: ServerId,
): Configuration {
  const voters = names.length - spares;
  return (
    initial[id]?.config ??
    (id < voters ? votersOnly(names.slice(0, voters).map((_, i) => i)) : nobody)
  );
}

function initialLog({ log }: InitialServer, snapshot: Snapshot | null): Log {
  const held = logs.logOf(log ?? []);
  if (snapshot === null) return held;
  return {
    ...held,
    snapshotIndex: snapshot.lastIncludedIndex,
    snapshotTerm: snapshot.lastIncludedTerm,
  };
}

function initialSnapshot(setup: Setup, id: ServerId): Snapshot | null {
  const given = setup.initial[id]?.snapshot;
  if (given === undefined) return null;
  const data: Machine = {
    data: sortedMap.fromRecord(given.kv ?? {}),
    sessions: sortedMap.fromRecord(given.sessions ?? {}),
  };
  return {
    lastIncludedIndex: given.lastIndex,
    lastIncludedTerm: given.lastTerm,
    configuration: given.config ?? initialConfiguration(setup, id),
    data,
  };
}

/** One server as the setup describes it; a stopped one shows only what is durable. */
export function initialServer(setup: Setup, id: ServerId): Server {
  const given = setup.initial[id] ?? {};
  const snapshot = initialSnapshot(setup, id);
  const log = initialLog(given, snapshot);
  const durable = {
    currentTerm: given.currentTerm ?? logs.lastTerm(log),
    votedFor: given.votedFor !== undefined ? given.votedFor : ownVote(id, given),
    log,
    snapshot,
  };
  const settings = settingsOf(setup.options, setup.rulesOff, id);
  const booted = boot(id, settings, initialConfiguration(setup, id), durable);
  if (given.running === false) return booted;
  const commitIndex = Math.max(given.commitIndex ?? 0, log.snapshotIndex);
  const lastApplied = given.lastApplied ?? commitIndex;
  const volatile = { commitIndex, lastApplied, leaderId: given.leaderId ?? null };
  // Onto what was booted: a spread would be of one more shape, and code that has read more than four stays slow.
  return inRole(Object.assign(booted, volatile), given);
}

// §5.2: whoever stands, or has won, has given itself the vote of its term.
const ownVote = (id: ServerId, { role }: InitialServer): ServerId | null =>
  role === 'leader' || role === 'candidate' ? id : null;

function inRole(server: Server, given: InitialServer): Server {
  if (given.role === 'leader') return asLeader(server, given);
  if (given.role !== 'candidate' && given.role !== 'preCandidate') return server;
  const candidate: Candidate | PreCandidate = {
    ...server,
    role: given.role,
    votesGranted: given.votesGranted ?? [server.id],
    votesRefused: [],
  };
  return candidate;
}

function asLeader(server: Server, given: InitialServer): Leader {
  const fresh = freshProgress(server, logs.lastIndex(server.log));
  const progress = fresh.map((known, id): Progress | null => {
    if (known === null) return null;
    const matchIndex = given.matchIndex?.[id] ?? known.matchIndex;
    return { ...known, matchIndex, nextIndex: given.nextIndex?.[id] ?? known.nextIndex };
  });
  const durableIndex = server.settings.isDiskSlow ? logs.lastIndex(server.log) : null;
  return {
    ...server,
    role: 'leader',
    leaderId: server.id,
    progress,
    transfer: null,
    hasAskedToStand: false,
    reads: null,
    durableIndex,
  };
}

/** The state machine of a server: as given, else what its applied entries make. */
export function initialMachine(setup: Setup, server: Server): Machine {
  const given = setup.initial[server.id]?.kv;
  const { snapshot, log } = server;
  const options = optionsOf(setup.options, server.id);
  let machine = snapshot === null ? emptyMachine : (snapshot.data as Machine);
  for (let index = log.snapshotIndex + 1; index <= server.lastApplied; index += 1) {
    const entry = logs.entryAt(log, index);
    if (entry === undefined) continue;
    machine = apply(machine, entry.payload, options.sessions, expiryAt(options, index)).machine;
  }
  return given === undefined ? machine : { ...machine, data: sortedMap.fromRecord(given) };
}
