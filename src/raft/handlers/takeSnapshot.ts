/** A server replaces what it has applied of its log by a snapshot of its state machine (§7). */
import { latestConfiguration } from '../configuration.ts';
import { compact, entryAt, termAt } from '../log.ts';
import { rules } from '../paper.ts';
import type { SnapshotData } from '../snapshot.ts';
import { obey, own, type Transition } from '../transition.ts';

export interface TakeSnapshot {
  readonly type: 'takeSnapshot';
  /** The state machine as it is after lastApplied. */
  readonly data: SnapshotData;
}

export function onTakeSnapshot(t: Transition, { data }: TakeSnapshot): void {
  const { log, lastApplied, initialConfiguration } = t.server;
  if (entryAt(log, lastApplied) === undefined) return;
  // §7: only what is applied, hence committed, is discarded; the snapshot keeps the configuration up to there.
  obey(t, rules.IS5);
  const { configuration } = latestConfiguration(log, initialConfiguration, lastApplied);
  const lastIncludedTerm = termAt(log, lastApplied);
  const rest = compact(log, lastApplied, lastIncludedTerm);
  const latest = latestConfiguration(rest, configuration);
  const server = own(t);
  server.log = rest;
  server.snapshot = { lastIncludedIndex: lastApplied, lastIncludedTerm, configuration, data };
  server.initialConfiguration = configuration;
  server.configuration = latest.configuration;
  server.configurationIndex = latest.configurationIndex;
}
