/** What the overview of a crowd consists of, as plain data. Lengths are px, shares 0 to 1. */
import type { MessageId, ServerId, Term } from '../../base/index.ts';
import type { Role } from '../../raft/index.ts';
import type { Condition } from '../../sim/index.ts';
import type { Part } from '../scene/crew.ts';
import type { LinkState, MessageKind, MessageMark, ServerMark } from '../scene/types.ts';
import type { TermLook } from '../terms.ts';

/** One server, small: all of it but what runs. */
export interface Cell {
  readonly id: ServerId;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly name: string;
  readonly role: Role;
  readonly condition: Condition;
  readonly part: Part;
  readonly isStale: boolean;
  readonly term: Term;
  readonly look: TermLook;
  readonly isSelected: boolean;
  /** Of a candidate: how many votes it has; else empty. */
  readonly votes: string;
  /** Accessible name. */
  readonly label: string;
}

/** A message where nothing but its place, its kind and its term can be seen. */
export interface Dot {
  readonly id: MessageId;
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly hue: number;
  readonly kind: MessageKind;
  readonly isYes: boolean;
  readonly state: MessageMark['state'];
  readonly isSelected: boolean;
}

/** A line on which nothing passes, or not both ways. */
export interface Stroke {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly state: LinkState;
}

/** Another server as the selected one sees it: a dot at the rim. */
export interface Peer {
  readonly id: ServerId;
  readonly x: number;
  readonly y: number;
  readonly hue: number;
  readonly role: Role;
  readonly condition: Condition;
  /** Empty where there is no room for it. */
  readonly text: string;
  readonly textX: number;
  readonly textY: number;
  readonly link: Stroke;
  /** Whether something is on its way between the two. */
  readonly isInUse: boolean;
}

/** The selected server, large, with its links and what is on them. */
export interface Focus {
  readonly server: ServerMark;
  readonly peers: readonly Peer[];
  readonly dots: readonly Dot[];
}

export interface Crowd {
  readonly width: number;
  readonly height: number;
  readonly motion: boolean;
  readonly columns: number;
  /** The same object as long as none of it changes. */
  readonly cells: readonly Cell[];
  /** By server id: what is left of its timer; null where nothing will fire by itself. */
  readonly timers: readonly (number | null)[];
  /** Cut links, as far as they can be told apart. */
  readonly cuts: readonly Stroke[];
  readonly dots: readonly Dot[];
  readonly focus: Focus | null;
}
