/** What an event is judged by: the server before and after it, what came in, what went out, and its own clock. */
import type { ServerId, Term, VirtualMs } from '../../src/base/index.ts';
import type { Configuration, Durable, Message, Server, Switch } from '../../src/raft/index.ts';
import type { Event, World } from '../../src/sim/index.ts';
import { isMajority } from './reading.ts';

/** One server's knowledge of time, by its own clock. */
export interface Hearing {
  readonly now: VirtualMs;
  /** When the leader last spoke; -Infinity: never since it started. */
  readonly leaderAt: VirtualMs;
  /** When each server was last heard; 0: not since the run began. */
  readonly heardAt: (id: ServerId) => VirtualMs;
  /** When each server last answered; for a leader at least when it took office. */
  readonly answeredAt: (id: ServerId) => VirtualMs;
}

export type MessageOf<Type extends Message['type']> = Extract<Message, { type: Type }>;

export interface Given {
  readonly event: Event;
  readonly world: World;
  readonly before: Server;
  readonly after: Server;
  readonly hearing: Hearing;
  /** What would survive a crash, before the event and after it; null: all. */
  readonly durableBefore: Durable | null;
  readonly durableAfter: Durable | null;
  /** Whether its election timer was started afresh in this event. */
  readonly isTimerRestarted: boolean;
}

export const holds = ({ before }: Pick<Given, 'before'>, rule: Switch): boolean =>
  before.settings.obeys[rule];

/** Whether `id` was heard within the least election timeout. */
const isHeardLately = ({ before, hearing }: Given, id: ServerId): boolean =>
  id === before.id || hearing.now - hearing.heardAt(id) <= before.settings.electionTimeoutMinMs;

/** Whether a leader spoke, or it leads, so lately that nobody should stand (dissertation 4.2.3 and 9.6). */
export const hearsLeader = ({ before, hearing }: Given): boolean =>
  before.role === 'leader' || hearing.now - hearing.leaderAt < before.settings.electionTimeoutMinMs;

/** A majority of the cluster; with `commit.majorityOfAll` off, of those lately heard. */
export function wins(
  given: Given,
  configuration: Configuration,
  isIn: (id: ServerId) => boolean,
): boolean {
  if (holds(given, 'commit.majorityOfAll')) return isMajority(configuration, isIn);
  const { voters, outgoing, learners } = configuration;
  const heard = (ids: readonly ServerId[]) => ids.filter((id) => isHeardLately(given, id));
  return isMajority(
    { voters: heard(voters), outgoing: outgoing === null ? null : heard(outgoing), learners },
    isIn,
  );
}

/** Figure 2, rules for all servers: what a request of a higher term makes of a server before it is looked at. */
export function afterRequest(
  given: Given,
  term: Term,
): { readonly isNewer: boolean; readonly term: Term; readonly replyTerm: Term } {
  const { currentTerm } = given.before;
  const isHigher = term > currentTerm;
  const adopts = holds(given, 'term.adoptHigher');
  return {
    isNewer: isHigher && adopts,
    term: isHigher && adopts ? term : currentTerm,
    // With the rule off the reply carries the request's term, and the server keeps its own.
    replyTerm: Math.max(currentTerm, isHigher ? term : currentTerm),
  };
}

/** What an answer of its term does: makes a follower of a server, is passed over, or counts. */
export function weightOf(given: Given, term: Term): 'deposes' | 'nothing' | 'counts' {
  const { currentTerm } = given.before;
  if (term > currentTerm) return holds(given, 'term.stepDownOnReply') ? 'deposes' : 'nothing';
  return term === currentTerm || !holds(given, 'reply.sameTerm') ? 'counts' : 'nothing';
}

export const sentIn = ({ sent }: Event): readonly Message[] => sent.map(({ message }) => message);
