/**
 * What the space-time diagram consists of, as plain data. `x` runs along time and `y` across the lanes, px, whichever way
 * the picture stands: an upright one is turned by whoever draws it.
 */
import type { MessageId, Seq, ServerId, Term, VirtualMs } from '../../base/index.ts';
import type { Tick } from '../score/ruler.ts';
import type { TermLook } from '../terms.ts';
import type { LaneKey } from './cone.ts';

/** `physical`: virtual ms. `logical`: one slot an event, whatever the time between them. */
export type AxisKind = 'physical' | 'logical';

/** What of the run lies in the picture, in the unit of the axis. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

export interface SpacetimeOptions extends Window {
  /** Lengths along time and across the lanes, px. */
  readonly length: number;
  readonly breadth: number;
  readonly axis: AxisKind;
  /** Time runs down: names stand at the head of their lanes and need less room. */
  readonly isUpright: boolean;
  /** The event picked out, and the one that the narration speaks of. */
  readonly selected: Seq | null;
  readonly told: Seq | null;
  /** The order of the lanes; of those not named clients come before, and servers after, as they are numbered. */
  readonly order?: readonly LaneKey[];
}

/** How an event stands to the selected one. */
export type Relation = 'itself' | 'past' | 'future' | 'concurrent';

export type LanePart = 'blank' | 'follower' | 'candidate' | 'leader' | 'down';

/** A stretch of a lane in which nothing about its server changed. */
export interface LaneStretch {
  readonly x: number;
  readonly width: number;
  readonly part: LanePart;
  readonly isPaused: boolean;
  readonly look: TermLook;
  /** The term in figures; empty where there is no room or it has just been said. */
  readonly figure: string;
}

export interface LaneMark {
  readonly key: string;
  readonly lane: LaneKey;
  readonly server: ServerId | null;
  readonly name: string;
  readonly y: number;
  /** Half the thickness of the band; 0: a line. */
  readonly half: number;
  readonly stretches: readonly LaneStretch[];
  /** Where its server was on a side without a majority. */
  readonly away: readonly Extent[];
  /** Where nothing that happened here has to do with the selected event. */
  readonly concurrent: Extent | null;
}

export interface Extent {
  readonly x: number;
  readonly width: number;
}

export type LineKind = 'vote' | 'entries' | 'beat' | 'reply' | 'snapshot' | 'call' | 'answer';

export interface LineMark {
  /** The event it ends in. */
  readonly seq: Seq;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly kind: LineKind;
  readonly hue: number;
  readonly isYes: boolean;
  readonly isLost: boolean;
  readonly relation: Relation | null;
  /** How many messages it stands for. */
  readonly count: number;
}

/** A message that nobody has received yet, with a handle where it would arrive. */
export interface FlightMark {
  readonly message: MessageId;
  readonly x1: number;
  readonly y1: number;
  /** How far it has come. */
  readonly x2: number;
  readonly y2: number;
  /** Where it arrives if nothing stops it; of a held one its loose end. */
  readonly endX: number;
  readonly endY: number;
  readonly hue: number;
  readonly isHeld: boolean;
  /** Whether the run is known beyond its arrival, so that the whole line is drawn already. */
  readonly isKnown: boolean;
  readonly isSelected: boolean;
}

export type DotKind =
  | 'elected'
  | 'crash'
  | 'restart'
  | 'pause'
  | 'resume'
  | 'timeout'
  | 'vote'
  | 'append'
  | 'apply'
  | 'client'
  | 'plain';

export interface DotMark {
  readonly seq: Seq;
  readonly x: number;
  readonly y: number;
  readonly kind: DotKind;
  /** With it the commit index went on. */
  readonly hasFence: boolean;
  readonly relation: Relation | null;
}

/** Heartbeat rounds without news, drawn as one. */
export interface FoldMark extends Extent {
  readonly first: Seq;
  readonly last: Seq;
  readonly y: number;
  readonly rounds: number;
  readonly lost: number;
}

/** From somebody standing for election to its end. */
export interface ElectionMark extends Extent {
  readonly term: Term;
}

/** What happened to all: links cut and mended, conditions changed, a property broken. */
export interface NoticeMark {
  readonly seq: Seq;
  readonly x: number;
  readonly kind: 'cut' | 'heal' | 'options' | 'violation';
}

/** The end of a message that can be moved later. */
export interface HandleMark {
  readonly x: number;
  readonly y: number;
  readonly of: Arrival;
}

/** Of a message on its way, or of one that has arrived. */
export type Arrival =
  | { readonly kind: 'flight'; readonly message: MessageId }
  | { readonly kind: 'arrival'; readonly seq: Seq };

export interface SpacetimeScene {
  readonly length: number;
  readonly breadth: number;
  readonly isUpright: boolean;
  readonly axis: AxisKind;
  readonly window: Window;
  /** Where the window begins and ends, px. */
  readonly range: readonly [number, number];
  /** The room of the lanes, px. */
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly LaneMark[];
  readonly elections: readonly ElectionMark[];
  readonly lines: readonly LineMark[];
  readonly flights: readonly FlightMark[];
  readonly dots: readonly DotMark[];
  readonly folds: readonly FoldMark[];
  readonly notices: readonly NoticeMark[];
  readonly handles: readonly HandleMark[];
  readonly ticks: readonly Tick[];
  /** Null: outside of the window. */
  readonly playhead: number | null;
  /** Up to where something is known. */
  readonly end: number;
  readonly selected: DotMark | null;
  readonly told: DotMark | null;
  /** Whether lines and dots stand for several events each. */
  readonly isGathered: boolean;
  readonly isFolded: boolean;
  /** ms a px; 0 on the logical axis. */
  readonly msPerPx: VirtualMs;
}
