/** What a leader knows of the others when it takes office, or when they join. */
import type { LogIndex } from '../base/index.ts';
import { members } from './configuration.ts';
import type { Progress, Server } from './server.ts';

/** Figure 2, volatile state on leaders: nextIndex starts behind the last entry, matchIndex at 0. */
export function freshProgress(
  { id, configuration }: Pick<Server, 'id' | 'configuration'>,
  last: LogIndex,
): (Progress | null)[] {
  const progress: (Progress | null)[] = [];
  for (const member of members(configuration)) {
    while (progress.length < member) progress.push(null);
    progress[member] = member === id ? null : newProgress(last);
  }
  return progress;
}

// What a leader assumes of a server it has not heard from: that it has everything.
const newProgress = (last: LogIndex): Progress => ({
  nextIndex: last + 1,
  matchIndex: 0,
  inFlight: 0,
  searchHigh: null,
});
