/**
 * What is known of a run beyond its present state: who led, what was committed and when, what was applied. Kept
 * apart from the core on purpose, so that a fault of the core cannot hide itself.
 */
import {
  added,
  emptyList,
  type LogIndex,
  type ServerId,
  type SharedList,
  type SortedMap,
  sortedMap,
  type Term,
} from '../base/index.ts';
import { type Entry, type Log, log as logs, type Operation, type Server } from '../raft/index.ts';
import type { Options } from '../sim/index.ts';
import { type Expected, expectAfter, nothingExpected, valueIn } from './expected.ts';
import type { Answered, Call } from './histories.ts';
import type { Value } from './model.ts';

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

/** What a snapshot hides: of its last entry the term is known, of the others nothing. */
export interface Hidden {
  readonly term: Term | null;
  readonly payload: null;
}

/** A commit of one entry. */
export interface Commit extends Dated {
  readonly entry: Entry;
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
  readonly elected: SharedList<Elected>;
  /** Highest term anybody was elected in. */
  readonly highestTerm: Term;
  /** The entry committed at index i stands at place i - 1. */
  readonly committed: SharedList<Entry | Hidden>;
  /** Who committed them, by `first`: nearly always the leader of a term everything in it. */
  readonly dates: SharedList<Dated>;
  /** What else was committed, by the index as a string: other entries, and what a snapshot of another server hid. */
  readonly otherCommits: SortedMap<readonly Commit[]>;
  /** The first entry applied at index i, at place i - 1. */
  readonly applied: SharedList<AppliedEntry | undefined>;
  /** The same where `applied` has nothing because of a snapshot, by the index as a string. */
  readonly appliedLate: SortedMap<AppliedEntry>;
  /** What the state machine should be after the last of them; null where the beginning is not known. */
  readonly expected: Expected | null;
  readonly start: Start;
  /** By client: the command it has out, or had last. */
  readonly calls: SortedMap<Call>;
  readonly answered: SharedList<Answered>;
  /** Keys on which the order of the log has not explained every answer. */
  readonly unexplained: SortedMap<true>;
  /** Whether clients had no sessions at some time: what was sent twice then may have taken effect twice. */
  readonly hasRepeats: boolean;
}

/** The start of a run that begins with empty logs. */
export const nothingBefore: Start = { index: 0, expected: nothingExpected, open: [] };

/** What is known before anything happened. The lists are new ones: what runs share, they must share from a start. */
export const factsFrom = (start: Start): Facts => ({
  leaders: null,
  elected: emptyList(),
  highestTerm: 0,
  committed: emptyList(),
  dates: emptyList(),
  otherCommits: null,
  applied: emptyList(),
  appliedLate: null,
  expected: start.expected,
  start,
  calls: null,
  answered: emptyList(),
  unexplained: null,
  hasRepeats: false,
});

/** A copy to be changed before anybody else has it. Field by field: a spread takes ten times as long. */
export const copyOf = (facts: Facts): { -readonly [Field in keyof Facts]: Facts[Field] } => ({
  leaders: facts.leaders,
  elected: facts.elected,
  highestTerm: facts.highestTerm,
  committed: facts.committed,
  dates: facts.dates,
  otherCommits: facts.otherCommits,
  applied: facts.applied,
  appliedLate: facts.appliedLate,
  expected: facts.expected,
  start: facts.start,
  calls: facts.calls,
  answered: facts.answered,
  unexplained: facts.unexplained,
  hasRepeats: facts.hasRepeats,
});

/** The options are these from now on. */
export function noteOptions(facts: Facts, { sessions }: Options): Facts {
  if (sessions || facts.hasRepeats) return facts;
  const noted = copyOf(facts);
  noted.hasRepeats = true;
  return noted;
}

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

/** A server's commitIndex covers the entries after `since` now. */
export function noteCommitted(facts: Facts, server: Server, since: LogIndex): Facts {
  const noted = noteOtherCommits(facts, server, since);
  const { id, currentTerm, commitIndex, log } = server;
  const first = facts.committed.length + 1;
  if (commitIndex < first) return noted;
  const next = copyOf(noted);
  for (let index = first; index <= commitIndex; index += 1)
    next.committed = added(next.committed, committedIn(log, index), sameCommitted);
  const last = facts.dates.buffer[facts.dates.length - 1];
  if (facts.dates.length === 0 || last?.term !== currentTerm || last.server !== id)
    next.dates = added(facts.dates, { first, term: currentTerm, server: id }, sameDated);
  return next;
}

const hidden: Hidden = { term: null, payload: null };

const committedIn = (log: Log, index: LogIndex): Entry | Hidden =>
  logs.entryAt(log, index) ??
  (index === log.snapshotIndex ? { term: log.snapshotTerm, payload: null } : hidden);

const isHidden = (known: Entry | Hidden): known is Hidden => known.payload === null;

const sameCommitted = (a: Entry | Hidden, b: Entry | Hidden): boolean =>
  isHidden(a) || isHidden(b)
    ? isHidden(a) && isHidden(b) && a.term === b.term
    : logs.sameEntry(a, b);

const sameDated = (a: Dated, b: Dated): boolean =>
  a.first === b.first && a.term === b.term && a.server === b.server;

function noteOtherCommits(facts: Facts, server: Server, since: LogIndex): Facts {
  let noted = facts;
  const last = Math.min(server.commitIndex, facts.committed.length);
  for (let index = since + 1; index <= last; index += 1) {
    const commit = newCommit(noted, server, index);
    if (commit === null) continue;
    const next = copyOf(noted);
    const others = sortedMap.get(noted.otherCommits, String(index)) ?? [];
    next.otherCommits = sortedMap.set(noted.otherCommits, String(index), [...others, commit]);
    noted = next;
  }
  return noted;
}

/** What is news in that this server's commitIndex covers an index; null: nothing. */
export function newCommit(
  facts: Facts,
  { id, currentTerm, log }: Server,
  index: LogIndex,
): Commit | null {
  const entry = logs.entryAt(log, index);
  if (entry === undefined) return null;
  const known = committedAt(facts, index);
  // Only the first to cover an entry dates it; another entry at the same index is another commit.
  if (known !== undefined && !isHidden(known) && logs.sameEntry(known, entry)) return null;
  const others = sortedMap.get(facts.otherCommits, String(index));
  if (others?.some((other) => logs.sameEntry(other.entry, entry))) return null;
  return { first: index, term: currentTerm, server: id, entry };
}

/** A server has applied its log from after `since` to lastApplied. */
export function noteApplied(facts: Facts, server: Server, since: LogIndex): Facts {
  const noted = noteAppliedLate(facts, server, since);
  const { id, lastApplied, log } = server;
  if (lastApplied <= facts.applied.length) return noted;
  const next = copyOf(noted);
  for (let index = facts.applied.length + 1; index <= lastApplied; index += 1) {
    const entry = index > since ? logs.entryAt(log, index) : undefined;
    // What held before the run began is given, and is no effect of these entries.
    if (index > facts.start.index)
      next.expected =
        entry === undefined || next.expected === null ? null : expectAfter(next.expected, entry);
    const due = index > facts.start.index ? dueBy(next.expected, entry) : undefined;
    const item = entry === undefined ? undefined : { entry, server: id, due };
    next.applied = added(next.applied, item, sameApplied);
  }
  return next;
}

function dueBy(expected: Expected | null, entry: Entry | undefined): Value | undefined {
  if (expected === null || entry?.payload.type !== 'command') return undefined;
  return valueIn(expected, entry.payload.command.operation.key);
}

const sameApplied = (a: AppliedEntry | undefined, b: AppliedEntry | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.server === b.server && logs.sameEntry(a.entry, b.entry));

function noteAppliedLate(facts: Facts, { id, lastApplied, log }: Server, since: LogIndex): Facts {
  let noted = facts;
  for (let index = since + 1; index <= Math.min(lastApplied, facts.applied.length); index += 1) {
    if (facts.applied.buffer[index - 1] !== undefined) continue;
    const entry = logs.entryAt(log, index);
    if (entry === undefined || appliedAt(noted, index) !== undefined) continue;
    const next = copyOf(noted);
    const item: AppliedEntry = { entry, server: id, due: undefined };
    next.appliedLate = sortedMap.set(noted.appliedLate, String(index), item);
    noted = next;
  }
  return noted;
}

/** What is known to be committed at `index`. */
export const committedAt = ({ committed }: Facts, index: LogIndex): Entry | Hidden | undefined =>
  index <= committed.length ? committed.buffer[index - 1] : undefined;

/** What was first applied at `index`. */
export function appliedAt(
  { applied, appliedLate }: Facts,
  index: LogIndex,
): AppliedEntry | undefined {
  const first = index <= applied.length ? applied.buffer[index - 1] : undefined;
  if (first !== undefined || appliedLate === null) return first;
  return sortedMap.get(appliedLate, String(index));
}
