/** A server replaces what it has applied of its log by a snapshot of its state machine (§7). */
import { latestConfiguration } from '../configuration.ts';
import { compact, entryAt, termAt } from '../log.ts';
import { rules } from '../paper.ts';
import type { SnapshotData } from '../snapshot.ts';
import { obey, type Transition } from '../transition.ts';

export interface TakeSnapshot {
  readonly type: 'takeSnapshot';
  /** The state machine as it is after lastApplied. */
  readonly data: SnapshotData;
}

export function onTakeSnapshot(t: Transition, { data }: TakeSnapshot): void {
  const { server } = t;
  const { log, lastApplied, initialConfiguration } = server;
  if (entryAt(log, lastApplied) === undefined) return;
  // §7: only what is applied, hence committed, is discarded; the snapshot keeps the configuration up to there.
  obey(t, rules.IS5);
  const { configuration } = latestConfiguration(log, initialConfiguration, lastApplied);
  const lastIncludedTerm = termAt(log, lastApplied);
  const rest = compact(log, lastApplied, lastIncludedTerm);
  t.server = {
    ...server,
    log: rest,
    snapshot: { lastIncludedIndex: lastApplied, lastIncludedTerm, configuration, data },
    initialConfiguration: configuration,
    ...latestConfiguration(rest, configuration),
  };
}
