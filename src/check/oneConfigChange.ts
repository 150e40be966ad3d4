/** One configuration change at a time: a leader appends no configuration while the one before is uncommitted (§6). */
import { type Log, log as logs } from '../raft/index.ts';
import type { Check } from './violation.ts';

export const oneConfigChange: Check = ({ before, after }) => {
  if (after.role !== 'leader' || before.log === after.log) return null;
  for (let index = logs.lastIndex(before.log) + 1; index <= logs.lastIndex(after.log); index += 1) {
    if (!isConfig(after.log, index)) continue;
    const earlier = lastConfigBefore(after.log, index);
    if (earlier > after.commitIndex) {
      return { property: 'OneConfigChange', server: after.id, pendingIndex: earlier, index };
    }
  }
  return null;
};

const isConfig = (log: Log, index: number): boolean =>
  logs.entryAt(log, index)?.payload.type === 'config';

function lastConfigBefore(log: Log, index: number): number {
  for (let earlier = index - 1; earlier > log.snapshotIndex; earlier -= 1) {
    if (isConfig(log, earlier)) return earlier;
  }
  return 0;
}
