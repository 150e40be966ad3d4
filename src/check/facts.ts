/**
 * What is known of a run beyond its present state: who led, what was committed and when, what was applied. Kept
 * apart from the core on purpose, so that a fault of the core cannot hide itself.
 */
import {
  type LogIndex,
  type ServerId,
  type SortedMap,
  sortedMap,
  type Term,
} from '../base/index.ts';
import { type Entry, type Log, log as logs, type Operation, type Server } from '../raft/index.ts';
import { type Expected, expectAfter, nothingExpected, valueIn } from './expected.ts';
import type { Answered, Call } from './histories.ts';
import type { Value } from './model.ts';
import { added, emptyList, type Shared, sameOrNothing } from './shared.ts';

/** A server that took office, with the log it had then. */
export interface Elected {
  readonly server: ServerId;
  readonly term: Term;
  readonly log: Log;
}

/** Who first counted a run of entries committed, and in which term: those from `first` on, up to the next run. */
export interface Dated {
  readonly first: LogIndex;
  readonly term: Term;
  readonly server: ServerId;
}

export interface AppliedEntry {
  readonly entry: Entry;
  readonly server: ServerId;
  /** What its key should hold from here on; undefined where the beginning is not known. */
  readonly due: Value | undefined;
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
  readonly committed: Shared<Entry | undefined>;
  /** Who committed them, by `first`: nearly always the leader of a term everything in it. */
  readonly dates: Shared<Dated>;
  /** The first entry applied at index i, at place i - 1. */
  readonly applied: Shared<AppliedEntry | undefined>;
  /** What the state machine should be after the last of them; null where the beginning is not known. */
  readonly expected: Expected | null;
  readonly start: Start;
  /** By client: the command it has out, or had last. */
  readonly calls: SortedMap<Call>;
  readonly answered: Shared<Answered>;
  /** Keys on which the order of the log has not explained every answer. */
  readonly unexplained: SortedMap<true>;
}

export const nothingBefore: Start = { index: 0, expected: nothingExpected, open: [] };

/** What is known before anything happened. The lists are new ones: what runs share, they must share from a start. */
export const factsFrom = (start: Start): Facts => ({
  leaders: null,
  elected: emptyList(),
  highestTerm: 0,
  committed: emptyList(),
  dates: emptyList(),
  applied: emptyList(),
  expected: start.expected,
  start,
  calls: null,
  answered: emptyList(),
  unexplained: null,
});

/** A copy to be changed before anybody else has it. Fields by name: a spread takes ten times as long. */
export const copyOf = (facts: Facts): { -readonly [Field in keyof Facts]: Facts[Field] } => ({
  leaders: facts.leaders,
  elected: facts.elected,
  highestTerm: facts.highestTerm,
  committed: facts.committed,
  dates: facts.dates,
  applied: facts.applied,
  expected: facts.expected,
  start: facts.start,
  calls: facts.calls,
  answered: facts.answered,
  unexplained: facts.unexplained,
});

/** A server has taken office. */
export function noteElected(facts: Facts, { id, currentTerm, log }: Server): Facts {
  const noted = copyOf(facts);
  const key = String(currentTerm);
  if (sortedMap.get(facts.leaders, key) === undefined)
    noted.leaders = sortedMap.set(facts.leaders, key, id);
  noted.elected = added(facts.elected, { server: id, term: currentTerm, log }, sameElected);
  noted.highestTerm = Math.max(facts.highestTerm, currentTerm);
  return noted;
}

const sameElected = (a: Elected, b: Elected): boolean =>
  a.server === b.server &&
  a.term === b.term &&
  a.log.buffer === b.log.buffer &&
  a.log.length === b.log.length;

/** A server's commitIndex covers these entries now. */
export function noteCommitted(facts: Facts, { id, currentTerm, commitIndex, log }: Server): Facts {
  if (commitIndex <= facts.committed.length) return facts;
  const noted = copyOf(facts);
  const first = facts.committed.length + 1;
  for (let index = first; index <= commitIndex; index += 1)
    noted.committed = added(noted.committed, logs.entryAt(log, index), sameCommitted);
  const last = facts.dates.buffer[facts.dates.length - 1];
  if (facts.dates.length === 0 || last?.term !== currentTerm || last.server !== id)
    noted.dates = added(facts.dates, { first, term: currentTerm, server: id }, sameDated);
  return noted;
}

const sameCommitted = sameOrNothing(logs.sameEntry);

const sameDated = (a: Dated, b: Dated): boolean =>
  a.first === b.first && a.term === b.term && a.server === b.server;

/** A server has applied its log from after `since` to lastApplied. */
export function noteApplied(
  facts: Facts,
  { id, lastApplied, log }: Server,
  since: LogIndex,
): Facts {
  if (lastApplied <= facts.applied.length) return facts;
  const noted = copyOf(facts);
  for (let index = facts.applied.length + 1; index <= lastApplied; index += 1) {
    const entry = index > since ? logs.entryAt(log, index) : undefined;
    // What held before the run began is given, and is no effect of these entries.
    if (index > facts.start.index)
      noted.expected =
        entry === undefined || noted.expected === null ? null : expectAfter(noted.expected, entry);
    const due = index > facts.start.index ? dueBy(noted.expected, entry) : undefined;
    const item = entry === undefined ? undefined : { entry, server: id, due };
    noted.applied = added(noted.applied, item, sameApplied);
  }
  return noted;
}

function dueBy(expected: Expected | null, entry: Entry | undefined): Value | undefined {
  if (expected === null || entry?.payload.type !== 'command') return undefined;
  return valueIn(expected, entry.payload.command.operation.key);
}

const sameApplied = sameOrNothing<AppliedEntry>(
  (a, b) => a.server === b.server && logs.sameEntry(a.entry, b.entry),
);

/** What is known to be committed at `index`. */
export const committedAt = ({ committed }: Facts, index: LogIndex): Entry | undefined =>
  index <= committed.length ? committed.buffer[index - 1] : undefined;

/** What was first applied at `index`. */
export const appliedAt = ({ applied }: Facts, index: LogIndex): AppliedEntry | undefined =>
  index <= applied.length ? applied.buffer[index - 1] : undefined;
