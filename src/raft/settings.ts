/** What a server is told about how to play; everything else about a run belongs to the simulator. */
import type { VirtualMs } from '../base/index.ts';
import { type Switch, switchNames } from './paper.ts';

/** How a leader finds the last index that a follower shares with it (§5.3). */
export type Backtracking = 'decrement' | 'binarySearch' | 'conflictTerm';

/** How a GET is served (Thesis §6.4); `local` is unsafe, on purpose. */
export type Reads = 'log' | 'readIndex' | 'lease' | 'local';

/** How the configuration changes: through a joint one (§6), or by one server at a time (Thesis §4.1). */
export type Membership = 'joint' | 'single';

export interface Settings {
  /** Most entries in one AppendEntries, at least 1. */
  readonly maxEntriesPerAppend: number;
  /** Whether a new leader appends an empty entry of its term (§8). */
  readonly noop: boolean;
  readonly backtracking: Backtracking;
  /** Whether a refused AppendEntries is retried at once rather than with the next heartbeat. */
  readonly retryRejectedAtOnce: boolean;
  /** A server asks whether it could win before it stands (Thesis §9.6). */
  readonly preVote: boolean;
  /** A leader that hears no majority within the least election timeout steps down. */
  readonly checkQuorum: boolean;
  /** Whoever hears a leader passes over requests for votes (§6). */
  readonly leaderStickiness: boolean;
  readonly reads: Reads;
  readonly membership: Membership;
  /** Whether writes take time to become durable, so that a leader may not count its own copy at once. */
  readonly isDiskSlow: boolean;
  /** The least election timeout, in ms of the server's own clock. */
  readonly electionTimeoutMinMs: VirtualMs;
  /** False where a rule is switched off on purpose. */
  readonly obeys: Readonly<Record<Switch, boolean>>;
}

/** Which rules hold when these are off. */
export function obeying(rulesOff: readonly Switch[]): Readonly<Record<Switch, boolean>> {
  const key = rulesOff.join();
  const known = obeyed.get(key);
  if (known !== undefined) return known;
  const entries = switchNames.map((name) => [name, !rulesOff.includes(name)]);
  const made = Object.fromEntries(entries) as Record<Switch, boolean>;
  obeyed.set(key, made);
  return made;
}
// Every server of every schedule of a search asks for the same list.
const obeyed = new Map<string, Readonly<Record<Switch, boolean>>>();

/** Figure 2 and no more, with the least election timeout of the paper (§9.3). */
export const defaultSettings: Settings = {
  maxEntriesPerAppend: 100,
  noop: false,
  backtracking: 'decrement',
  retryRejectedAtOnce: true,
  preVote: false,
  checkQuorum: false,
  leaderStickiness: false,
  reads: 'log',
  membership: 'joint',
  isDiskSlow: false,
  electionTimeoutMinMs: 150,
  obeys: obeying([]),
};
