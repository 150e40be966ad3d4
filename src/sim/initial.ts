/** Servers that start in the middle of a story: what a setup leaves out follows from what it says. */
import type { ServerId } from '../base/index.ts';
import { sortedMap } from '../base/index.ts';
import { apply, emptyMachine, type Machine } from '../kv/index.ts';
import {
  boot,
  type Candidate,
  freshProgress,
  type Leader,
  log as logs,
  type Progress,
  type Server,
  votersOnly,
} from '../raft/index.ts';
import { settingsOf } from './options.ts';
import type { InitialServer, Setup } from './setup.ts';

/** One server as the setup describes it; a stopped one shows only what is durable. */
export function initialServer(setup: Setup, id: ServerId): Server {
  const given = setup.initial[id] ?? {};
  const log = logs.logOf(given.log ?? []);
  const durable = {
    currentTerm: given.currentTerm ?? logs.lastTerm(log),
    votedFor: given.votedFor !== undefined ? given.votedFor : ownVote(id, given),
    log,
  };
  const configuration = given.config ?? votersOnly(setup.names.map((_, other) => other));
  const booted = boot(id, settingsOf(setup.options, setup.rulesOff, id), configuration, durable);
  if (given.running === false) return booted;
  const commitIndex = given.commitIndex ?? 0;
  const lastApplied = given.lastApplied ?? commitIndex;
  const server = { ...booted, commitIndex, lastApplied, leaderId: given.leaderId ?? null };
  return inRole(server, given);
}

// §5.2: whoever stands, or has won, has given itself the vote of its term.
const ownVote = (id: ServerId, { role }: InitialServer): ServerId | null =>
  role === 'leader' || role === 'candidate' ? id : null;

function inRole(server: Server, given: InitialServer): Server {
  if (given.role === 'leader') return asLeader(server, given);
  if (given.role !== 'candidate') return server;
  const candidate: Candidate = {
    ...server,
    role: 'candidate',
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
  return { ...server, role: 'leader', leaderId: server.id, progress };
}

/** The state machine of a server: as given, else what its applied entries make. */
export function initialMachine(setup: Setup, server: Server): Machine {
  const given = setup.initial[server.id]?.kv;
  let machine: Machine = emptyMachine;
  for (let index = 1; index <= server.lastApplied; index += 1) {
    const entry = logs.entryAt(server.log, index);
    if (entry !== undefined)
      machine = apply(machine, entry.payload, setup.options.sessions).machine;
  }
  return given === undefined ? machine : { ...machine, data: sortedMap.fromRecord(given) };
}
