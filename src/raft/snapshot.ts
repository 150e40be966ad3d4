/** A snapshot: what the log up to an index has made, in place of that part of the log (§7). */
import type { LogIndex, Term } from '../base/index.ts';
import type { Configuration } from './configuration.ts';

/** The state machine's own; the protocol carries it and never looks inside. */
export type SnapshotData = object;

/** Invariant: it covers committed and applied entries only. */
export interface Snapshot {
  readonly lastIncludedIndex: LogIndex;
  readonly lastIncludedTerm: Term;
  /** The latest configuration up to lastIncludedIndex. */
  readonly configuration: Configuration;
  readonly data: SnapshotData;
}
