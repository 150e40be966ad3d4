/** What a server is told about how to play; everything else about a run belongs to the simulator. */
import { type Switch, switchNames } from './paper.ts';

/** How a leader finds the last index that a follower shares with it (§5.3). */
export type Backtracking = 'decrement' | 'binarySearch' | 'conflictTerm';

export interface Settings {
  /** Most entries in one AppendEntries, at least 1. */
  readonly maxEntriesPerAppend: number;
  /** Whether a new leader appends an empty entry of its term (§8). */
  readonly noop: boolean;
  readonly backtracking: Backtracking;
  /** Whether a refused AppendEntries is retried at once rather than with the next heartbeat. */
  readonly retryRejectedAtOnce: boolean;
  /** False where a rule is switched off on purpose. */
  readonly obeys: Readonly<Record<Switch, boolean>>;
}

/** Which rules hold when these are off. */
export function obeying(rulesOff: readonly Switch[]): Readonly<Record<Switch, boolean>> {
  return Object.fromEntries(switchNames.map((name) => [name, !rulesOff.includes(name)])) as Record<
    Switch,
    boolean
  >;
}

export const defaultSettings: Settings = {
  maxEntriesPerAppend: 100,
  noop: false,
  backtracking: 'decrement',
  retryRejectedAtOnce: true,
  obeys: obeying([]),
};
