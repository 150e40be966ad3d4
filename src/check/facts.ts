/**
 * What is known of a run beyond its present state: who led, what was committed and when, what was applied. Kept
 * apart from the core on purpose, so that a fault of the core cannot hide itself.
 */
import {
  extended,
  type LogIndex,
  type ServerId,
  type SortedMap,
  sortedMap,
  type Term,
} from '../base/index.ts';
import { type Entry, type Log, log as logs, type Operation, type Server } from '../raft/index.ts';
import type { World } from '../sim/index.ts';
import { type Expected, expectAfter, nothingExpected } from './expected.ts';
import type { Answered, Call } from './histories.ts';

/** A list that shares its buffer with its other versions. */
interface Shared<T> {
  readonly buffer: T[];
  readonly length: number;
}

/** A server that took office, with the log it had then. */
export interface Elected {
  readonly server: ServerId;
  readonly term: Term;
  readonly log: Log;
}

/** An entry known to be committed, dated by the term of the server that first counted it so. */
export interface Committed {
  readonly entry: Entry;
  readonly term: Term;
  readonly server: ServerId;
}

export interface AppliedEntry {
  readonly entry: Entry;
  readonly server: ServerId;
  /** What the state machine should be from here on; null where the beginning is not known. */
  readonly expected: Expected | null;
}

/** What is known of the state machine at the start. */
export interface Start {
  readonly index: LogIndex;
  readonly expected: Expected;
  /** Commands that stood in logs and were not applied: they may happen at any time, or never. */
  readonly open: readonly Operation[];
}

/** A value: noting something gives new facts, and the old ones stay as they were. */
export interface Facts {
  /** First leader of each term, by the term as a string. */
  readonly leaders: SortedMap<ServerId>;
  readonly elected: Shared<Elected>;
  /** Highest term anybody was elected in. */
  readonly highestTerm: Term;
  /** The entry committed at index i stands at place i - 1; undefined where a snapshot hides it. */
  readonly committed: Shared<Committed | undefined>;
  /** The first entry applied at index i, at place i - 1. */
  readonly applied: Shared<AppliedEntry | undefined>;
  readonly start: Start;
  /** By client: the command it has out, or had last. */
  readonly calls: SortedMap<Call>;
  readonly answered: Shared<Answered>;
  /** Keys on which the order of the log has not explained every answer. */
  readonly unexplained: SortedMap<true>;
}

const nothing: Facts = {
  leaders: null,
  elected: { buffer: [], length: 0 },
  highestTerm: 0,
  committed: { buffer: [], length: 0 },
  applied: { buffer: [], length: 0 },
  start: { index: 0, expected: nothingExpected, open: [] },
  calls: null,
  answered: { buffer: [], length: 0 },
  unexplained: null,
};

/** What is known at the start: initial leaders took office, initial commits are commits. */
export function factsAtStart(world: World): Facts {
  const { servers, conditions } = world;
  const running = servers.filter((server) => conditions[server.id] !== 'crashed');
  // Of several servers that cover an entry from the start, the one of the lowest term dates it.
  const byTerm = [...running].sort((a, b) => a.currentTerm - b.currentTerm);
  let facts: Facts = { ...nothing, start: startOf(world, running) };
  for (const server of byTerm) facts = noteApplied(noteCommitted(facts, server), server, 0);
  for (const server of running) if (server.role === 'leader') facts = noteElected(facts, server);
  return facts;
}

function startOf({ machines }: World, running: readonly Server[]): Start {
  const furthest = running.reduce<Server | null>(
    (best, server) => (best === null || server.lastApplied > best.lastApplied ? server : best),
    null,
  );
  if (furthest === null) return nothing.start;
  const index = furthest.lastApplied;
  const { data, sessions } = machines[furthest.id] as World['machines'][number];
  let effected: Expected['effected'] = null;
  for (const [client, { serial, outcome }] of sortedMap.entries(sessions))
    effected = sortedMap.set(effected, client, { serial, told: outcome });
  return { index, expected: { data, effected }, open: openCommands(running, index) };
}

function openCommands(running: readonly Server[], applied: LogIndex): readonly Operation[] {
  return running.flatMap(({ log }) => {
    const found: Operation[] = [];
    for (let index = applied + 1; index <= logs.lastIndex(log); index += 1) {
      const payload = logs.entryAt(log, index)?.payload;
      if (payload?.type === 'command') found.push(payload.command.operation);
    }
    return found;
  });
}

function added<T>(list: Shared<T>, item: T, same: (a: T, b: T) => boolean): Shared<T> {
  return { buffer: extended(list.buffer, list.length, item, same), length: list.length + 1 };
}

/** A server has taken office. */
export function noteElected(facts: Facts, { id, currentTerm, log }: Server): Facts {
  const key = String(currentTerm);
  const isFirst = sortedMap.get(facts.leaders, key) === undefined;
  return {
    ...facts,
    leaders: isFirst ? sortedMap.set(facts.leaders, key, id) : facts.leaders,
    elected: added(facts.elected, { server: id, term: currentTerm, log }, sameElected),
    highestTerm: Math.max(facts.highestTerm, currentTerm),
  };
}

const sameElected = (a: Elected, b: Elected): boolean =>
  a.server === b.server &&
  a.term === b.term &&
  a.log.buffer === b.log.buffer &&
  a.log.length === b.log.length;

/** A server's commitIndex covers these entries now. */
export function noteCommitted(facts: Facts, { id, currentTerm, commitIndex, log }: Server): Facts {
  let { committed } = facts;
  for (let index = committed.length + 1; index <= commitIndex; index += 1) {
    const entry = logs.entryAt(log, index);
    const item = entry === undefined ? undefined : { entry, term: currentTerm, server: id };
    committed = added(committed, item, sameCommitted);
  }
  return committed === facts.committed ? facts : { ...facts, committed };
}

const sameCommitted = (a: Committed | undefined, b: Committed | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.term === b.term &&
    a.server === b.server &&
    logs.sameEntry(a.entry, b.entry));

/** A server has applied its log from after `since` to lastApplied. */
export function noteApplied(
  facts: Facts,
  { id, lastApplied, log }: Server,
  since: LogIndex,
): Facts {
  let { applied } = facts;
  for (let index = Math.max(since, applied.length) + 1; index <= lastApplied; index += 1) {
    while (applied.length < index - 1) applied = added(applied, undefined, Object.is);
    const entry = logs.entryAt(log, index);
    const item =
      entry === undefined ? undefined : appliedEntry(facts.start, applied, index, entry, id);
    applied = added(applied, item, sameApplied);
  }
  return applied === facts.applied ? facts : { ...facts, applied };
}

function appliedEntry(
  start: Start,
  applied: Facts['applied'],
  index: LogIndex,
  entry: Entry,
  server: ServerId,
): AppliedEntry {
  const before =
    index === start.index + 1 ? start.expected : (applied.buffer[index - 2]?.expected ?? null);
  const isKnown = index > start.index && before !== null;
  return { entry, server, expected: isKnown ? expectAfter(before, entry) : null };
}

const sameApplied = (a: AppliedEntry | undefined, b: AppliedEntry | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.server === b.server && logs.sameEntry(a.entry, b.entry));

/** What is known to be committed at `index`. */
export const committedAt = ({ committed }: Facts, index: LogIndex): Committed | undefined =>
  index <= committed.length ? committed.buffer[index - 1] : undefined;

/** What was first applied at `index`. */
export const appliedAt = ({ applied }: Facts, index: LogIndex): AppliedEntry | undefined =>
  index <= applied.length ? applied.buffer[index - 1] : undefined;

/** What the state machine should be after `index`; null where the beginning is not known. */
export const expectedAt = (facts: Facts, index: LogIndex): Expected | null =>
  index === facts.start.index ? facts.start.expected : (appliedAt(facts, index)?.expected ?? null);
