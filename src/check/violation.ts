/** What a broken property says: the two facts that cannot both be. */
import type { LogIndex, Seq, ServerId, Term, VirtualMs } from '../base/index.ts';
import type { Property, Server } from '../raft/index.ts';
import type { Event, World } from '../sim/index.ts';
import type { Facts } from './facts.ts';

/** Two facts that collide, by property; every one names both sides. */
export type Collision =
  | {
      readonly property: 'ElectionSafety';
      readonly term: Term;
      readonly first: ServerId;
      readonly second: ServerId;
    }
  | {
      readonly property: 'LeaderAppendOnly';
      readonly server: ServerId;
      readonly term: Term;
      /** First index that changed or went. */
      readonly index: LogIndex;
    }
  | {
      readonly property: 'LogMatching';
      readonly index: LogIndex;
      readonly term: Term;
      readonly first: ServerId;
      readonly second: ServerId;
    }
  | {
      readonly property: 'LeaderCompleteness';
      readonly index: LogIndex;
      readonly committedIn: Term;
      readonly committedBy: ServerId;
      readonly leader: ServerId;
      readonly leaderTerm: Term;
    }
  | {
      readonly property: 'StateMachineSafety';
      readonly index: LogIndex;
      readonly first: ServerId;
      readonly second: ServerId;
    }
  | {
      readonly property: 'OneConfigChange';
      readonly server: ServerId;
      /** The uncommitted configuration, and the one appended after it. */
      readonly pendingIndex: LogIndex;
      readonly index: LogIndex;
    }
  | {
      readonly property: 'ExactlyOnce';
      readonly server: ServerId;
      readonly index: LogIndex;
      readonly client: string;
      readonly serial: number;
      /** What the key should hold, and what it holds; null: nothing. */
      readonly expected: string | null;
      readonly found: string | null;
    }
  | {
      readonly property: 'Linearizability';
      readonly key: string;
      /** Whose answer no order explains, and who gave it. */
      readonly client: string;
      readonly server: ServerId;
    }
  | {
      readonly property: 'MonotonicIndexes';
      readonly server: ServerId;
      readonly field: 'commitIndex' | 'lastApplied' | 'matchIndex';
      readonly from: LogIndex;
      readonly to: LogIndex;
    };

export interface Violation {
  readonly property: Property;
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly collision: Collision;
}

/** What a property of answers looks at: an event in which clients took part, and all that is known after it. */
export interface AnswerSight {
  readonly event: Event;
  /** What was known before the event, and after it. */
  readonly facts: Facts;
  readonly known: Facts;
  readonly world: World;
}

/** What a property of servers looks at: besides, the server that the event changed. */
export interface Sight extends AnswerSight {
  readonly before: Server;
  readonly after: Server;
}

/** A property as a function: null while it holds. */
export type Check = (sight: Sight) => Collision | null;
export type AnswerCheck = (sight: AnswerSight) => Collision | null;
