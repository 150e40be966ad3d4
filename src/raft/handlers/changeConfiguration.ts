/** Somebody wants other servers to take part (§6). */
import type { ServerId } from '../../base/index.ts';
import { advanceCommitIndex } from '../commit.ts';
import { beginChange } from '../membership.ts';
import type { Transition } from '../transition.ts';

export interface ChangeConfiguration {
  readonly type: 'changeConfiguration';
  readonly voters: readonly ServerId[];
  readonly learners: readonly ServerId[];
}

export function onChangeConfiguration(
  t: Transition,
  { voters, learners }: ChangeConfiguration,
): void {
  const { server } = t;
  if (server.role !== 'leader') return;
  beginChange(t, server, voters, learners);
  // §6: the configuration is in force at once; a leader that is alone in it commits by itself.
  if (t.server !== server) advanceCommitIndex(t);
}
