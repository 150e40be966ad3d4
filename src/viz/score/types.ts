/** What the strip of time consists of, as plain data. Lengths are px, times virtual ms. */
import type { Seq, ServerId, VirtualMs } from '../../base/index.ts';
import type { LandmarkKind } from '../../timeline/index.ts';
import type { TermLook, Tick } from '../scales.ts';

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
  readonly time: VirtualMs;
  readonly x: number;
  readonly y: number;
}

/** All of a strip but the playhead and how far the run is known. */
export interface Strip {
  readonly width: number;
  readonly height: number;
  /** The times at the ends of the lanes, and where those are. */
  readonly view: readonly [from: VirtualMs, to: VirtualMs];
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
  readonly end: VirtualMs;
  readonly known: number;
}

export interface ScoreOptions {
  readonly width: number;
  readonly height: number;
  readonly names: readonly string[];
  /** Who is named in any case; nobody, when absent. */
  readonly selected?: ServerId | null;
  /** Moments marked by the reader. */
  readonly bookmarks?: readonly VirtualMs[];
  /** How far the run is known. */
  readonly end: VirtualMs;
  /** The stretch of time to show; all of it, up to a round time, when absent. */
  readonly view?: readonly [from: VirtualMs, to: VirtualMs];
}
