/** What a step collects while it runs: the server as it becomes, what it asks for, and the rules it obeyed. */
import type { LogIndex, ServerId } from '../base/index.ts';
import type { Message } from './messages.ts';
import type { Rule, RuleId } from './paper.ts';
import { noRules, type RuleList, withRule } from './ruleList.ts';
import type { Server } from './server.ts';

/** What the core asks of the world; a message means: send it. */
export type Effect =
  | Message
  | { readonly type: 'resetElectionTimer' }
  | { readonly type: 'resetHeartbeatTimer' }
  /** Apply these entries to the state machine, in order, both ends included. */
  | { readonly type: 'applyEntries'; readonly first: LogIndex; readonly last: LogIndex }
  /** Tell the client who asked to go elsewhere; null: no leader is known. */
  | { readonly type: 'redirect'; readonly leader: ServerId | null };

/** Changed in place by the handlers of one step, and by nobody afterwards. */
export interface Transition {
  server: Server;
  readonly effects: Effect[];
  rules: RuleList;
}

export const begin = (server: Server): Transition => ({ server, effects: [], rules: noRules });

const resetElectionTimer: Effect = { type: 'resetElectionTimer' };
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
