/**
 * The log as a value: a length over a buffer that only grows. Every version of a log shares the buffer, so keeping
 * the logs of every moment costs a few words each. Only this file knows about offsets in the buffer.
 */
import {
  assert,
  extended,
  type LogIndex,
  type ServerId,
  type SharedList,
  type Term,
} from '../base/index.ts';
import type { Configuration } from './configuration.ts';

/** What a client may ask of the state machine; keys and values are strings. */
export type Operation =
  | { readonly type: 'set'; readonly key: string; readonly value: string }
  | { readonly type: 'get'; readonly key: string }
  | { readonly type: 'delete'; readonly key: string }
  | {
      readonly type: 'cas';
      readonly key: string;
      readonly expected: string;
      readonly value: string;
    }
  | { readonly type: 'incr'; readonly key: string };

/** Who asked, so that a command applied twice takes effect once (§8); `clientId` null: nobody waits for it. */
export interface Command {
  readonly operation: Operation;
  readonly clientId: string | null;
  /** Number of the command at its client, from 1. */
  readonly serial: number;
}

export type Payload =
  | { readonly type: 'noop' }
  | { readonly type: 'command'; readonly command: Command }
  | { readonly type: 'config'; readonly configuration: Configuration };

export interface Entry {
  readonly term: Term;
  readonly payload: Payload;
}

/**
 * Invariants: (1) `buffer[0 .. length)` never changes while this value lives; (2) the entry at index i stands at
 * `buffer[i - 1 - snapshotIndex]`; (3) terms never fall along the log.
 */
export interface Log extends SharedList<Entry> {
  /** Last index and term that a snapshot has replaced; 0 and 0 without one. */
  readonly snapshotIndex: LogIndex;
  readonly snapshotTerm: Term;
}

export const noop: Payload = { type: 'noop' };

/** A new log with these entries. */
export function logOf(entries: readonly Entry[]): Log {
  return { buffer: [...entries], length: entries.length, snapshotIndex: 0, snapshotTerm: 0 };
}

export const emptyLog = (): Log => logOf([]);

/** Index of the last entry, or of the snapshot; 0 for an empty log. */
export const lastIndex = (log: Log): LogIndex => log.snapshotIndex + log.length;

/** Term of the last entry, or of the snapshot; 0 for an empty log. */
export const lastTerm = (log: Log): Term =>
  log.length > 0 ? (log.buffer[log.length - 1] as Entry).term : log.snapshotTerm;

/** The entry at `index`, or undefined before the log, in the snapshot, or past the end. */
export function entryAt(log: Log, index: LogIndex): Entry | undefined {
  const offset = index - 1 - log.snapshotIndex;
  return offset >= 0 && offset < log.length ? log.buffer[offset] : undefined;
}

/** Term of the entry at `index`; 0 before the log and where nothing is known of it. */
export function termAt(log: Log, index: LogIndex): Term {
  const offset = index - 1 - log.snapshotIndex;
  if (offset >= 0 && offset < log.length) return (log.buffer[offset] as Entry).term;
  return offset === -1 ? log.snapshotTerm : 0;
}

const nothing: readonly Entry[] = [];

/** Entries `first` to `last`, both included; empty when first > last. */
export function slice(log: Log, first: LogIndex, last: LogIndex): readonly Entry[] {
  if (first > last) return nothing;
  const from = first - 1 - log.snapshotIndex;
  // Asked first: `assert` would have its sentence made at every call, and each request takes a slice.
  if (from < 0 || last > lastIndex(log)) assert(false, `no entries ${first} to ${last} in the log`);
  // Most requests carry one entry, and cutting it out would take several times as long.
  if (first === last) return [log.buffer[from] as Entry];
  return log.buffer.slice(from, last - log.snapshotIndex);
}

/** All entries the log still holds. */
export const entriesOf = (log: Log): readonly Entry[] =>
  slice(log, log.snapshotIndex + 1, lastIndex(log));

/** The log with one more entry at its end. */
export function append(log: Log, entry: Entry): Log {
  const { length, snapshotIndex, snapshotTerm } = log;
  const buffer = extended(log.buffer, length, entry, sameEntry);
  return { buffer, length: length + 1, snapshotIndex, snapshotTerm };
}

/** The log up to `last`, everything after it gone. */
export function truncateAfter(log: Log, last: LogIndex): Log {
  if (last >= lastIndex(log)) return log;
  const { buffer, snapshotIndex, snapshotTerm } = log;
  return { buffer, length: Math.max(0, last - snapshotIndex), snapshotIndex, snapshotTerm };
}

/** First index of the run of entries that share the term of `index`. */
export function firstIndexOfTerm(log: Log, index: LogIndex): LogIndex {
  const term = termAt(log, index);
  let first = index;
  while (first > log.snapshotIndex + 1 && termAt(log, first - 1) === term) first -= 1;
  return first;
}

/** Last index, at most `from`, with an entry of `term`, the end of the snapshot included; 0 when there is none. */
export function lastIndexOfTerm(log: Log, term: Term, from: LogIndex): LogIndex {
  const first = Math.max(1, log.snapshotIndex);
  for (let index = Math.min(from, lastIndex(log)); index >= first; index -= 1) {
    const found = termAt(log, index);
    if (found === term) return index;
    if (found < term) return 0;
  }
  return 0;
}

/** Whether two entries say the same: an entry's identity is its content, on whichever server it stands. */
export function sameEntry(a: Entry, b: Entry): boolean {
  return a === b || (a.term === b.term && samePayload(a.payload, b.payload));
}

function samePayload(a: Payload, b: Payload): boolean {
  if (a === b) return true;
  if (a.type === 'command' && b.type === 'command') return sameCommand(a.command, b.command);
  if (a.type === 'config' && b.type === 'config')
    return sameConfiguration(a.configuration, b.configuration);
  return a.type === 'noop' && b.type === 'noop';
}

function sameCommand(a: Command, b: Command): boolean {
  if (a === b) return true;
  return (
    a.clientId === b.clientId && a.serial === b.serial && sameOperation(a.operation, b.operation)
  );
}

/** Whether two operations ask for the same. */
export function sameOperation(a: Operation, b: Operation): boolean {
  if (a.type !== b.type || a.key !== b.key) return false;
  if (a.type === 'set') return b.type === 'set' && a.value === b.value;
  if (a.type === 'cas') return b.type === 'cas' && a.value === b.value && a.expected === b.expected;
  return true;
}

const sameIds = (a: readonly ServerId[] | null, b: readonly ServerId[] | null): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((id, i) => id === b[i]));

function sameConfiguration(a: Configuration, b: Configuration): boolean {
  return (
    sameIds(a.voters, b.voters) &&
    sameIds(a.outgoing, b.outgoing) &&
    sameIds(a.learners, b.learners)
  );
}

/** The log without what a snapshot through `index` covers; nothing is left of a log that ends before it. */
export function compact(log: Log, index: LogIndex, term: Term): Log {
  const kept =
    termAt(log, index) === term
      ? slice(log, Math.max(index, log.snapshotIndex) + 1, lastIndex(log))
      : [];
  return { buffer: [...kept], length: kept.length, snapshotIndex: index, snapshotTerm: term };
}
