/** The conditions of a storm, at its start and as they change. */
import type { Switch } from '../../raft/index.ts';
import { type Options, optionsWith, paperOptions } from '../../sim/index.ts';
import { type Chance, choose } from '../chance.ts';

/** Clients that are quick to ask again, and messages that overtake each other. */
export const stormOptions: Options = optionsWith(paperOptions, {
  clientTimeoutMs: 400,
  latencyMs: [1, 60],
});

/** Where the absence of a rule shows soonest. */
const bends: Partial<Record<Switch, Partial<Options>>> = {
  'commit.currentTerm': {
    noop: false,
    snapshotEvery: null,
    diskLatencyMs: 0,
    maxEntriesPerAppend: 1,
  },
  'append.commitBound': { backtracking: 'binarySearch' },
  'config.joint': { membership: 'joint' },
  'config.ownTermFirst': { membership: 'single', noop: false, diskLatencyMs: 0 },
  'read.confirmLeadership': { reads: 'readIndex' },
  'snapshot.ignoreOlder': { snapshotEvery: 1 },
};

/** The conditions under which it shows soonest that these rules are off. */
export const bentBy = (rulesOff: readonly Switch[]): Partial<Options> =>
  Object.assign({}, ...rulesOff.map((rule) => bends[rule] ?? {}));

/** What of the protocol may be otherwise, at any time. */
export const variants = (chance: Chance): Partial<Options> => ({
  noop: choose(chance, true, false),
  preVote: choose(chance, true, false),
  checkQuorum: choose(chance, true, false),
  leaderStickiness: choose(chance, true, false),
  membership: choose(chance, 'joint', 'single'),
  snapshotEvery: choose(chance, null, null, 1, 3, 10),
  diskLatencyMs: choose(chance, 0, 0, 2, 15, 60),
});
