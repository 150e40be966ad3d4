/** Entries known to be committed go to the state machine, in the order of the log. */
import { lastIndex } from '../log.ts';
import { rules } from '../paper.ts';
import { releaseReads } from '../reads.ts';
import { ask, obey, own, type Transition } from '../transition.ts';

export function onApplyCommitted(t: Transition): void {
  const { lastApplied, commitIndex, log } = t.server;
  const last = Math.min(commitIndex, lastIndex(log));
  if (last <= lastApplied) return;
  // Fig. 2, All1: while commitIndex > lastApplied, increment lastApplied and apply log[lastApplied].
  obey(t, rules.All1);
  own(t).lastApplied = last;
  ask(t, { type: 'applyEntries', first: lastApplied + 1, last });
  releaseReads(t);
}

/** Whether a server has something to apply. */
export const hasToApply = ({ lastApplied, commitIndex, log }: Transition['server']): boolean =>
  commitIndex > lastApplied && lastIndex(log) > lastApplied;
