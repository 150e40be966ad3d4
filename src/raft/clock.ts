/** What a server can know of time: its own clock, and when it last heard whom by it. The core only compares. */
import type { ServerId, VirtualMs } from '../base/index.ts';

export interface Clock {
  /** Time by the server's own clock, in ms. */
  readonly now: VirtualMs;
  /** When the leader last spoke, by the server's own clock; -Infinity: never. */
  readonly leaderHeardAt: VirtualMs;
  /** When each other server was last heard, by the server's own clock; at time 0 all were. */
  readonly heardAt: readonly VirtualMs[];
  /** When each other server last answered a request of this one; for a leader at least when it took office. */
  readonly answeredAt: readonly VirtualMs[];
}

/** For servers that ask for no time. */
export const noClock: Clock = { now: 0, leaderHeardAt: -Infinity, heardAt: [], answeredAt: [] };

/** Whether what happened with `id` at `at[id]` is at most `withinMs` ago. */
export const isRecent = (
  { now }: Clock,
  at: readonly VirtualMs[],
  id: ServerId,
  withinMs: VirtualMs,
): boolean => now - (at[id] ?? 0) <= withinMs;
