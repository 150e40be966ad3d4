/** What a step collects while it runs: the server as it becomes, what it asks for, and the rules it obeyed. */
import type { LogIndex, ServerId } from '../base/index.ts';
import type { Clock } from './clock.ts';
import type { Command } from './log.ts';
import type { Message } from './messages.ts';
import type { Rule, RuleId } from './paper.ts';
import { noRules, type RuleList, withRule } from './ruleList.ts';
import type { Server } from './server.ts';
import type { SnapshotData } from './snapshot.ts';

/** What the core asks of the world; a message means: send it. */
export type Effect =
  | Message
  /** `isLeaderHeard`: because the leader of the current term has spoken. */
  | { readonly type: 'resetElectionTimer'; readonly isLeaderHeard: boolean }
  | { readonly type: 'resetHeartbeatTimer' }
  /** Put this in place of the state machine (§7). */
  | { readonly type: 'restore'; readonly data: SnapshotData }
  /** Answer a read from the state machine, now. */
  | { readonly type: 'answerRead'; readonly command: Command }
  /** Apply these entries to the state machine, in order, both ends included. */
  | { readonly type: 'applyEntries'; readonly first: LogIndex; readonly last: LogIndex }
  /** Tell the client who asked to go elsewhere; null: no leader is known. */
  | { readonly type: 'redirect'; readonly leader: ServerId | null };

/** Changed in place by the handlers of one step, and by nobody afterwards. */
export interface Transition {
  server: Server;
  readonly clock: Clock;
  readonly effects: Effect[];
  rules: RuleList;
}

export const begin = (server: Server, clock: Clock): Transition => ({
  server,
  clock,
  effects: [],
  rules: noRules,
});

const resetElectionTimer: Effect = { type: 'resetElectionTimer', isLeaderHeard: false };
const leaderHeard: Effect = { type: 'resetElectionTimer', isLeaderHeard: true };
const resetHeartbeatTimer: Effect = { type: 'resetHeartbeatTimer' };

export function obey(t: Transition, rule: Rule<RuleId>): void {
  t.rules = withRule(t.rules, rule);
}

export function send(t: Transition, message: Message): void {
  t.effects.push(message);
}

export function startElectionTimer(t: Transition): void {
  t.effects.push(resetElectionTimer);
}

export function startHeartbeatTimer(t: Transition): void {
  t.effects.push(resetHeartbeatTimer);
}

/** The leader has spoken: the election timer starts afresh, and requests for votes may be passed over for a while. */
export function hearLeader(t: Transition): void {
  t.effects.push(leaderHeard);
}
