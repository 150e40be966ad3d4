/** A run is a value: how it begins and what was asked of it, nothing else; every event follows. */
import type { Seq, VirtualMs } from '../base/index.ts';
import type { Command, Setup } from '../sim/index.ts';

/** Changes whenever the same run would give other bytes; a stored file of runs and their hashes is the test. */
export const engineVersion = 2;

/** A command and when it was given: after `seq` events, at `time`. */
export interface Given {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly command: Command;
}

/** Invariant: `commands` are in the order they were given. */
export interface Run {
  readonly version: number;
  readonly setup: Setup;
  readonly commands: readonly Given[];
}

/** A place in a run. */
export interface Moment {
  readonly seq: Seq;
  readonly time: VirtualMs;
}

/** The run in which nobody has asked for anything yet. */
export const runOf = (setup: Setup): Run => ({ version: engineVersion, setup, commands: [] });

/** The run as JSON; `decodeRun` reads it. */
export const encodeRun = (run: Run): string => JSON.stringify(run);
