/** What a leader appended has become durable: now its own copy counts (dissertation §10.2.1). */
import type { LogIndex } from '../../base/index.ts';
import { advanceCommitIndex } from '../commit.ts';
import type { Transition } from '../transition.ts';

export interface Persisted {
  readonly type: 'persisted';
  readonly lastIndex: LogIndex;
}

export function onPersisted(t: Transition, { lastIndex }: Persisted): void {
  const { server } = t;
  if (server.role !== 'leader' || server.durableIndex === null || lastIndex <= server.durableIndex)
    return;
  t.server = { ...server, durableIndex: lastIndex };
  advanceCommitIndex(t);
}
