/** What a picture shows beyond the first view, as plain data. Lengths are px, shares 0 to 1. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import type { Event } from '../../sim/index.ts';
import type { Dot } from '../rack/types.ts';
import type { Tally } from '../scene/crew.ts';
import type { SceneOptions } from '../scene/types.ts';
import type { TermLook } from '../terms.ts';

/** Why an election timer was started anew. */
export type ResetReason =
  | 'heartbeat'
  | 'entries'
  | 'snapshot'
  | 'voteGranted'
  | 'stands'
  | 'stepsDown'
  | 'restart';

/** Why a voter said no, as it stands now. */
export type Objection = 'votedOther' | 'laterTerm' | 'newerLog' | 'hearsLeader';

export interface Refused {
  readonly voter: string;
  readonly why: Objection;
  /** Whom it voted for instead; empty unless that is why. */
  readonly other: string;
}

/** The votes of one server in its term: whom it voted for, and what it was told. */
export interface VotesSaid {
  /** Null: it has voted for nobody. */
  readonly castFor: string | null;
  readonly term: number;
  readonly granted: readonly string[];
  readonly refused: readonly Refused[];
}

export interface ExtraWords {
  /** Over a side of a partition: `2 of 5: no majority`. */
  readonly side: (voters: readonly Tally[], isQuorate: boolean) => string;
  readonly reset: Readonly<Record<ResetReason, string>>;
  /** For the ear: whom it voted for, who voted for it, and why others did not. */
  readonly votes: (said: VotesSaid) => string;
}

export interface ExtraOptions extends SceneOptions {
  readonly extra: ExtraWords;
  /** The last events up to now, the oldest first: why timers were started is read from them. */
  readonly recent: readonly Event[];
  /** How long the reason of a reset stays to be read, virtual ms. */
  readonly lingerMs: VirtualMs;
}

/** A side of a partition: shaded where it has no majority. */
export interface SideMark {
  readonly key: string;
  readonly outline: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly isQuorate: boolean;
}

/** What is noted at a server: the vote it cast, and why its timer was started. */
export interface NoteMark {
  readonly id: ServerId;
  /** Where the vote begins, and its baseline. */
  readonly x: number;
  readonly y: number;
  /** Whom it voted for in its term; empty: nobody, or there is no room for it. */
  readonly vote: string;
  readonly look: TermLook;
  readonly reset: string;
  /** The middle of the reason, and its baseline. */
  readonly resetX: number;
  readonly resetY: number;
  /** Of the reason, 1 when it is new. */
  readonly opacity: number;
  readonly description: string;
}

export interface Extras {
  readonly width: number;
  readonly height: number;
  readonly sides: readonly SideMark[];
  readonly notes: readonly NoteMark[];
  /** All messages in flight, when they are too many for marks of their own. */
  readonly flood: readonly Dot[];
}
