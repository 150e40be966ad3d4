/** What the strip of time consists of, as plain data. Lengths are px, places what the run is measured by. */
import type { Seq, ServerId } from '../../base/index.ts';
import type { LandmarkKind, Measure, Span } from '../../timeline/index.ts';
import type { TermLook } from '../terms.ts';
import type { Scale, Tick } from './ruler.ts';

/** `blank`: before any term. `stood`: it asked for votes. */
export type Part = 'blank' | 'followed' | 'stood' | 'led' | 'down';

/** A stretch of a lane in which nothing about its server changed. */
export interface Stretch {
  readonly x: number;
  readonly width: number;
  readonly part: Part;
  readonly isPaused: boolean;
  readonly look: TermLook;
  /** The term in figures; empty where there is no room or it has just been said. */
  readonly figure: string;
}

export interface Lane {
  readonly id: ServerId;
  /** Empty where there is no room to write it. */
  readonly name: string;
  readonly isSelected: boolean;
  readonly y: number;
  readonly height: number;
  /** Up to the end of the strip: what is not known yet is covered. */
  readonly stretches: readonly Stretch[];
}

/** A new term shows in the lanes. */
export type DrawnKind = Exclude<LandmarkKind, 'term'> | 'bookmark';

export interface LandmarkMark {
  readonly seq: Seq;
  readonly kind: DrawnKind;
  /** Where it stands along the run. */
  readonly place: number;
  readonly x: number;
  readonly y: number;
}

/** A scale, and what it measures by. */
export interface Ruler extends Scale {
  readonly measure: Measure;
}

/** All of a strip but the playhead and how far the run is known. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  /** The places at the ends of the lanes, and where those are. */
  readonly view: readonly [from: number, to: number];
  readonly range: readonly [from: number, to: number];
  readonly lanes: readonly Lane[];
  readonly landmarks: readonly LandmarkMark[];
  readonly ticks: readonly Tick[];
  readonly lanesTop: number;
  readonly lanesBottom: number;
}

export interface ScoreScene {
  /** The same object as before when only time has passed. */
  readonly strip: Strip;
  readonly playhead: number;
  /** Up to where there is something to seek, and where that is. */
  readonly span: Span;
  readonly known: number;
}

export interface ScoreOptions {
  readonly width: number;
  readonly height: number;
  readonly names: readonly string[];
  /** Who is named in any case; nobody, when absent. */
  readonly selected?: ServerId | null;
  /** Places marked by the reader. */
  readonly bookmarks?: readonly number[];
  /** The stretch to show; all of it, up to a round place, when absent. */
  readonly view?: readonly [from: number, to: number];
}
