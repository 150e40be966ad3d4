/**
 * What the state machine remembers of its clients (§8), and which of them it forgets (Thesis §6.3). All of it follows
 * from the log, so every server forgets the same client at the same entry.
 */
import { type LogIndex, type SortedMap, sortedMap } from '../base/index.ts';
import type { Command } from '../raft/index.ts';

/** What a command gives back; `value` is null where the key is absent. */
export type Outcome = {
  readonly ok: boolean;
  readonly value?: string | null;
  /** The session is gone, so nobody can say whether the command was executed before: it is not executed now. */
  readonly expired?: true;
};

export interface Session {
  readonly serial: number;
  readonly outcome: Outcome;
  /** Index of the last entry that used it; only where sessions expire, and while it has not. */
  readonly usedAt?: LogIndex;
}

/** By client id: its last executed command, and what it was answered. */
export type Sessions = SortedMap<Session>;

/** When sessions expire: there are at most `limit`, and the entry at `index` is being applied. */
export interface Expiry {
  readonly limit: number;
  readonly index: LogIndex;
}

const gone: Outcome = { ok: false, expired: true };
/** Whether a session has expired. */
export const isGone = ({ outcome }: Session): boolean => outcome.expired === true;

/** The sessions after a command that was executed; `expiry` null: none is ever given up. */
export function remember(
  sessions: Sessions,
  clientId: string,
  { serial, outcome }: Session,
  expiry: Expiry | null,
): Sessions {
  if (expiry === null) return sortedMap.set(sessions, clientId, { serial, outcome });
  const { limit, index } = expiry;
  return expireOldest(sortedMap.set(sessions, clientId, { serial, outcome, usedAt: index }), limit);
}

/** The sessions after a command that was answered from them: that is use, too. */
export function touch(sessions: Sessions, { clientId }: Command, expiry: Expiry | null): Sessions {
  const session = clientId === null ? undefined : sortedMap.get(sessions, clientId);
  if (clientId === null || session === undefined || expiry === null || isGone(session))
    return sessions;
  return remember(sessions, clientId, session, expiry);
}

// Thesis §6.3: an upper bound on the number of sessions, and the least recently used go. Departure: clients here do
// not register, so what is left of a session is that it was there; else a late retry would pass for a new client.
function expireOldest(sessions: Sessions, limit: number): Sessions {
  const live = sortedMap.entries(sessions).filter(([, session]) => !isGone(session));
  const byUse = live.sort(([, a], [, b]) => (a.usedAt ?? 0) - (b.usedAt ?? 0));
  let kept = sessions;
  for (const [clientId, { serial }] of byUse.slice(0, Math.max(0, live.length - limit)))
    kept = sortedMap.set(kept, clientId, { serial, outcome: gone });
  return kept;
}
