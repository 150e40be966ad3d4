/** What a picture consists of, as plain data: one interface a mark. Lengths are px, angles degrees, shares 0 to 1. */
import type { MessageId, ServerId, Term, VirtualMs } from '../../base/index.ts';
import type { Role } from '../../raft/index.ts';
import type { Condition, Event } from '../../sim/index.ts';
import type { Chronicle } from '../../timeline/index.ts';
import type { TermLook } from '../terms.ts';
import type { Part, Tally } from './crew.ts';

/** What the reader has picked out, if anything. */
export type Selected =
  | { readonly type: 'server'; readonly id: ServerId }
  | { readonly type: 'message'; readonly id: MessageId }
  | { readonly type: 'link'; readonly a: ServerId; readonly b: ServerId }
  | null;

export type LinkState = 'up' | 'cut' | 'oneWay';

/** The words of the stage, in the reader's language. */
export interface StageWords {
  /** Under the number in a server: `term`. */
  readonly term: string;
  /** `follower`, `crashed`, `leader, of old`, `learner`, `not a member`. */
  readonly role: (role: Role, condition: Condition, isStale: boolean, part: Part) => string;
  /** Under a leader whose configuration is joint. */
  readonly joint: string;
  /** How long a leader may still read without asking: `lease 93 ms`. */
  readonly lease: (left: VirtualMs) => string;
  /** Beside the votes of one body of voters: `2 of 3`, in a joint configuration `2 of 3 old`. */
  readonly tally: (votes: Tally) => string;
  /** Time left: `93 ms`. */
  readonly timer: (left: VirtualMs) => string;
  /** Accessible name of a server. */
  readonly server: (id: ServerId, isStale: boolean) => string;
  /** Accessible name of a link; under `oneWay` messages pass from `from` to `to` only. */
  readonly link: (from: string, to: string, state: LinkState) => string;
}

export interface SceneOptions {
  /** Size of the picture, px; the engine fits it to the element by its viewBox. */
  readonly width: number;
  readonly height: number;
  /** The losses of messages lately, the newest last; those that have faded are passed over. */
  readonly losses: readonly Event[];
  /** What became of each server in the run: of a leader, whose votes it counted. */
  readonly lanes?: Chronicle['lanes'];
  readonly selected: Selected;
  /** Servers with a sign that they are unlike those in another picture; none when absent. */
  readonly lit?: readonly ServerId[];
  /** False under reduced motion: nothing travels. */
  readonly motion: boolean;
  /** Grain of the timers' text, ms, so that a running figure can be read; 1 when absent. */
  readonly grainMs?: VirtualMs;
  readonly words: StageWords;
}

/** The words next to a server. */
export interface Block {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Of the first baseline, from the middle of the server. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Width there is for it. */
  readonly room: number;
  readonly isSmall: boolean;
  /** Its lines under the name, joined by line feeds. */
  readonly detail: string;
}

/** One half of a vote: a joint configuration has two. */
export interface Ballot {
  readonly caption: string;
  readonly granted: number;
  readonly refused: number;
  readonly size: number;
  readonly majority: number;
}

export interface ServerMark {
  readonly id: ServerId;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly role: Role;
  readonly condition: Condition;
  readonly part: Part;
  /** A leader that can commit nothing any more, because a majority has gone on to a later term. */
  readonly isStale: boolean;
  readonly term: Term;
  readonly look: TermLook;
  readonly termWord: string;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly label: string;
  readonly block: Block;
  /** Votes received: as a candidate, or those that a leader won by. */
  readonly ballots: readonly Ballot[];
  /** Null where nothing will fire by itself. */
  readonly timer: TimerMark | null;
}

export interface TimerMark {
  readonly kind: 'election' | 'heartbeat';
  /** Of a full turn, which is the least election timeout: how much of a leader's lease is left; 0: it has none. */
  readonly lease: number;
  /** Of a full turn, which is the longest election timeout (or the heartbeat interval): what is left of it. */
  readonly left: number;
  /** Of a full turn: what was drawn when the timer was started. */
  readonly drawn: number;
}

export interface LinkMark {
  readonly key: string;
  /** Under `oneWay` messages pass from `a` to `b`, else a < b. */
  readonly a: ServerId;
  readonly b: ServerId;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly state: LinkState;
  /** It leads to a server outside the configuration. */
  readonly isFaint: boolean;
  readonly isSelected: boolean;
  readonly label: string;
}

export type MessageKind =
  | 'requestVote'
  | 'preVote'
  | 'appendEntries'
  | 'heartbeat'
  | 'snapshot'
  | 'timeoutNow'
  | 'reply';

export interface MessageMark {
  readonly id: MessageId;
  readonly from: ServerId;
  readonly to: ServerId;
  readonly kind: MessageKind;
  /** Of a reply: whether it says yes. */
  readonly isYes: boolean;
  readonly look: TermLook;
  /** Shown next to it; null where it is the term everybody is in. */
  readonly term: Term | null;
  /** Looks of the first entries it carries, three at most, and how many there are. */
  readonly entryLooks: readonly TermLook[];
  readonly entryCount: number;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  /** How far it has come, px: as long may its trail be. */
  readonly travelled: number;
  /** `still`: it is on its way, but the picture does not move. */
  readonly state: 'travelling' | 'held' | 'atDoor' | 'still';
  /** Half the length of the arrow of a message that does not travel; 0: none. */
  readonly reach: number;
  readonly isSelected: boolean;
}

/** A message that is lost: it goes on to where it is lost, and fades. */
export interface GhostMark {
  readonly message: MessageMark;
  readonly isLost: boolean;
  readonly opacity: number;
}

export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly motion: boolean;
  readonly links: readonly LinkMark[];
  readonly servers: readonly ServerMark[];
  readonly messages: readonly MessageMark[];
  readonly ghosts: readonly GhostMark[];
}
