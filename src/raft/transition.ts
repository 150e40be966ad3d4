/** What a step collects while it runs: the server as it becomes, what it asks for, and the rules it obeyed. */
import type { LogIndex, ServerId } from '../base/index.ts';
import type { Clock } from './clock.ts';
import type { Command } from './log.ts';
import type { Message } from './messages.ts';
import type { Rule, RuleId } from './paper.ts';
import { noRules, type RuleList, withRule } from './ruleList.ts';
import { copyOf, type Follower, followerFrom, type Leader, type Server } from './server.ts';
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
  /** Whether `server` is this step's own copy, to be changed in place. */
  isOwn: boolean;
  effects: Effect[];
  rules: RuleList;
}

// Never filled: the first effect makes a list of its own.
const nothing: Effect[] = [];

/** A step before anything is done: the server as it was, nothing asked for, no rule met. */
export const begin = (server: Server, clock: Clock): Transition => ({
  server,
  clock,
  isOwn: false,
  effects: nothing,
  rules: noRules,
});

/** A server as the step that owns it may change it. */
export type Own<S extends Server = Server> = S extends unknown
  ? { -readonly [Field in keyof S]: S[Field] }
  : never;

/** The server of this step, to be changed: a copy from the first change on, so that the one before it stays. */
export function own(t: Transition): Own {
  if (!t.isOwn) become(t, copyOf(t.server));
  return t.server;
}

/** The server of this step, which leads, to be changed. */
export const ownLeader = (t: Transition): Own<Leader> => own(t) as Own<Leader>;

/** The server of this step as a follower, to be changed. */
export function ownFollower(t: Transition): Own<Follower> {
  if (t.server.role !== 'follower') become(t, followerFrom(t.server));
  return own(t) as Own<Follower>;
}

/** Puts a new server, made in this step, in the place of the old one. */
export function become<S extends Server>(t: Transition, server: S): Own<S> {
  t.server = server;
  t.isOwn = true;
  return server as Own<S>;
}

const resetElectionTimer: Effect = { type: 'resetElectionTimer', isLeaderHeard: false };
const leaderHeard: Effect = { type: 'resetElectionTimer', isLeaderHeard: true };
// What nearly every follower's step begins with; like every list of one it is never added to.
const onlyLeaderHeard: Effect[] = [leaderHeard];
const resetHeartbeatTimer: Effect = { type: 'resetHeartbeatTimer' };

/** Notes that a rule shaped this step, once however often it is met. */
export function obey(t: Transition, rule: Rule<RuleId>): void {
  t.rules = withRule(t.rules, rule);
}

/** Adds to what the step asks for. */
export function ask(t: Transition, effect: Effect): void {
  // Nearly every list has one or two items: written out it takes as many places, a pushed one takes seventeen.
  const { effects } = t;
  if (effects.length === 0) t.effects = [effect];
  else if (effects.length === 1) t.effects = [effects[0] as Effect, effect];
  else effects.push(effect);
}

export function send(t: Transition, message: Message): void {
  ask(t, message);
}

export function startElectionTimer(t: Transition): void {
  ask(t, resetElectionTimer);
}

export function startHeartbeatTimer(t: Transition): void {
  ask(t, resetHeartbeatTimer);
}

/** The leader has spoken: the election timer starts afresh, and requests for votes may be passed over for a while. */
export function hearLeader(t: Transition): void {
  if (t.effects === nothing) t.effects = onlyLeaderHeard;
  else ask(t, leaderHeard);
}
