/**
 * Figure 2 read again, beside the core and without its help: every event of a run is judged by the acting server's
 * state before it, what came in, and the options. `observe` changes the oracle in place and names what differs.
 */
import type { ServerId } from '../../src/base/index.ts';
import type { Durable, Message, Server } from '../../src/raft/index.ts';
import type { Event, EventKind, World } from '../../src/sim/index.ts';
import { judgeAppend, judgeInstall } from './appending.ts';
import {
  type Clockwork,
  cloneClockwork,
  hearingOf,
  noteHeard,
  noteTurn,
  nowAt,
  rewind,
  wound,
} from './clockwork.ts';
import { wordDifferences } from './disk.ts';
import { standingDifferences } from './everywhere.ts';
import { type Given, sentIn } from './given.ts';
import { handoverDifferences } from './handover.ts';
import type { Judged } from './leading.ts';
import {
  judgeApply,
  judgeClient,
  judgeCrash,
  judgeHeartbeat,
  judgePersist,
  judgeReconfigure,
  judgeRestart,
  judgeSnapshot,
  judgeTransfer,
} from './local.ts';
import { differences, unmoved } from './picture.ts';
import { areSame } from './reading.ts';
import { cloneReads, noReads, noteCopy, type Reads, readDifferences } from './reads.ts';
import { judgeAppendAnswer, judgeSnapshotAnswer } from './replies.ts';
import { dutyDifferences, isRequest } from './requests.ts';
import {
  answerDifferences,
  copied,
  follow,
  machineDifferences,
  type Replica,
  unwritten,
} from './stateMachine.ts';
import {
  judgePreVote,
  judgePreVoteAnswer,
  judgeRequestVote,
  judgeTimeout,
  judgeTimeoutNow,
  judgeVote,
} from './voting.ts';

export interface Oracle {
  clockwork: Clockwork;
  /** The servers as the last event left them, what of each is durable, and how often its timer was drawn. */
  servers: Server[];
  durable: (Durable | null)[];
  writes: World['writes'];
  draws: number[];
  replicas: Replica[];
  /** Words that wait for a disk, by server. */
  owed: Message[][];
  reads: Reads;
}

/** An oracle for a world in which nothing has happened yet. */
export const openOracle = (world: World): Oracle => ({
  clockwork: wound(world),
  servers: [...world.servers],
  durable: [...world.durable],
  writes: [...world.writes],
  draws: [...world.timers.draws],
  replicas: world.machines.map(copied),
  owed: world.servers.map(() => []),
  reads: noReads(),
});

/** An oracle that goes its own way from here. */
export const cloneOracle = (oracle: Oracle): Oracle => ({
  clockwork: cloneClockwork(oracle.clockwork),
  servers: [...oracle.servers],
  durable: [...oracle.durable],
  writes: [...oracle.writes],
  draws: [...oracle.draws],
  replicas: oracle.replicas.map(({ data, sessions }) => ({
    data: new Map(data),
    sessions: new Map(sessions),
  })),
  owed: oracle.owed.map((waiting) => [...waiting]),
  reads: cloneReads(oracle.reads),
});

type Receivers = {
  readonly [Type in Message['type']]: (
    given: Given,
    message: Extract<Message, { type: Type }>,
  ) => Judged;
};

const receivers: Receivers = {
  RequestVoteRequest: judgeRequestVote,
  RequestVoteResponse: judgeVote,
  PreVoteRequest: judgePreVote,
  PreVoteResponse: judgePreVoteAnswer,
  AppendEntriesRequest: judgeAppend,
  AppendEntriesResponse: judgeAppendAnswer,
  InstallSnapshotRequest: judgeInstall,
  InstallSnapshotResponse: judgeSnapshotAnswer,
  TimeoutNowRequest: judgeTimeoutNow,
};

/** Who judges an event; null: it is none of a server, and must leave every server as it is. */
const judges: { readonly [Kind in EventKind]: ((given: Given) => Judged) | null } = {
  receive: (given) => {
    const message = given.event.envelope?.message as Message;
    return (receivers[message.type] as (given: Given, message: Message) => Judged)(given, message);
  },
  electionTimeout: judgeTimeout,
  heartbeat: judgeHeartbeat,
  client: judgeClient,
  apply: judgeApply,
  persist: judgePersist,
  snapshot: judgeSnapshot,
  reconfigure: judgeReconfigure,
  transfer: judgeTransfer,
  crash: judgeCrash,
  restart: judgeRestart,
  pause: unmoved,
  resume: unmoved,
  options: null,
  start: null,
  inject: null,
  hold: null,
  release: null,
  drop: null,
  duplicate: null,
  delay: null,
  cut: null,
  heal: null,
};

/** What is judged: the kinds of event that a server acts in, and the messages it receives. */
export const judged: readonly string[] = [
  ...Object.entries(judges).flatMap(([kind, by]) => (by === null ? [] : [kind])),
  ...Object.keys(receivers),
];

/** What is not, beside the events that are none of a server. */
export const unjudged = {
  start: 'what a server begins with is taken as it is given',
  bus: 'when a message arrives, whether it is lost or comes twice, and whom a cut hits',
  timers: 'how long a timer runs; that it starts afresh, and when, is judged',
  clients: 'whom a client asks next, and when it asks again; what it is told is judged',
  reads: 'that a read is answered in the end; that it may be is judged',
  rules: 'which lines of the paper an event cites',
  inFlight: 'what a leader takes to be under way; how many requests it sends is judged',
  binarySearch: 'where between its bounds a probe lies',
} as const;

/** Judges one event; gives a sentence for everything that differs, such as `S2 at event 17: …`. */
export function observe(oracle: Oracle, world: World, event: Event): string[] {
  const found = bystanders(oracle, world, event);
  if (event.kind === 'options') rewind(oracle.clockwork, world);
  noteCopy(oracle.reads, event);
  if (event.server !== null) found.push(...judge(oracle, world, event, event.server));
  oracle.servers = [...world.servers];
  oracle.durable = [...world.durable];
  oracle.writes = [...world.writes];
  oracle.draws = [...world.timers.draws];
  return found;
}

/** Only the acting server may change. */
function bystanders(oracle: Oracle, world: World, event: Event): string[] {
  return world.servers.flatMap((server, id) => {
    const was = oracle.servers[id];
    if (server === was || id === event.server) return [];
    // With its disk a leader may begin, or cease, to note how much of its log is written.
    const told = { settings: null, durableIndex: null };
    const isSame = event.kind === 'options' && areSame({ ...was, ...told }, { ...server, ...told });
    return isSame ? [] : [`${nameOf(world, id)} at event ${event.seq}: changed, and did not act`];
  });
}

const nameOf = (world: World, id: ServerId): string => world.setup.names[id] ?? `server ${id}`;

function judge(oracle: Oracle, world: World, event: Event, id: ServerId): string[] {
  const { before, after, kind, envelope } = event;
  const name = `${nameOf(world, id)} at event ${event.seq}`;
  if (before !== oracle.servers[id] || after !== world.servers[id] || !before || !after)
    return [`${name}: the event does not tell how the server changed`];
  const { clockwork } = oracle;
  const now = nowAt(clockwork, id, event.time);
  if (kind === 'receive' && envelope !== null) noteHeard(clockwork, envelope.message, now);
  const given: Given = {
    event,
    world,
    before,
    after,
    hearing: hearingOf(clockwork, id, event.time),
    durableBefore:
      event.kind === 'crash' ? survivor(oracle, event, id) : (oracle.durable[id] ?? null),
    durableAfter: world.durable[id] ?? null,
    isTimerRestarted: world.timers.draws[id] !== oracle.draws[id],
  };
  const found = sentences(oracle, given);
  return found.map((sentence) => `${name}: ${sentence}`);
}

/** What a crash leaves: a disk goes on writing while its process stands still. */
function survivor({ durable, writes }: Oracle, { time }: Event, id: ServerId): Durable | null {
  const done = writes.filter(({ server, at }) => server === id && at <= time);
  const last = done.sort((a, b) => a.id - b.id).at(-1);
  return last?.durable ?? durable[id] ?? null;
}

function sentences(oracle: Oracle, given: Given): string[] {
  const { event, before, after } = given;
  const { id } = before;
  const verdict: Judged = (judges[event.kind] ?? unmoved)(given);
  const timer =
    before.settings.obeys['timeout.resetOnlyWhenDue'] || event.kind !== 'receive'
      ? verdict.timer
      : after.role !== 'leader';
  const found = differences(given, { ...verdict, timer });
  if (verdict.duty !== undefined) found.push(...dutyDifferences(given, verdict.duty));
  else if (sentIn(event).some(isRequest)) found.push('sent entries, and does not lead');
  if (event.kind === 'crash') oracle.owed[id] = [];
  found.push(...wordDifferences(given, verdict.messages, oracle.owed[id] ?? []));
  noteTurn(oracle.clockwork, given, verdict.isLeaderHeard === true);
  found.push(...standingDifferences(given), ...handoverDifferences(given));
  found.push(...readDifferences(oracle.reads, given));
  found.push(...replicaDifferences(oracle, given));
  return found;
}

function replicaDifferences(oracle: Oracle, given: Given): string[] {
  const { event, before, after, world } = given;
  const { id } = before;
  const isReplaced = event.kind === 'crash' || event.kind === 'restart' || event.kind === 'receive';
  if (isReplaced && (after.snapshot !== before.snapshot || event.kind !== 'receive'))
    oracle.replicas[id] =
      after.snapshot === null ? unwritten() : copied(after.snapshot.data as World['machines'][0]);
  const replica = oracle.replicas[id] as Replica;
  const told = event.kind === 'apply' ? follow(replica, before, after, world) : new Map();
  const found = machineDifferences(world, id, replica);
  if (event.kind === 'snapshot' && after.snapshot !== null && after.snapshot !== before.snapshot) {
    const kept = copied(after.snapshot.data as World['machines'][0]);
    if (!areSame(kept.data, replica.data)) found.push('its snapshot is not its state machine');
  }
  return [...found, ...answerDifferences(event, replica, told)];
}
