/** Going about in a run: playing, stepping, seeking. */
import {
  type BranchId,
  goToBranch,
  type IsMeant,
  type LandmarkKind,
  type Moment,
  measureOf,
  nextEvent,
  nextLandmark,
  previousEvent,
  previousLandmark,
  seekEnd,
  seekPlace,
  seekSeq,
  seekStart,
  seekTime,
  type Timeline,
} from '../timeline/index.ts';
import type { Core } from './session.ts';
import { speedBeside } from './speeds.ts';

/** What one can leap to: the kinds of landmarks, by what a person calls them. */
export const jumps = {
  elected: ['elected'],
  commit: ['commit'],
  fault: ['crash', 'restart', 'pause', 'resume', 'cut', 'heal'],
  violation: ['violation'],
  term: ['term'],
  client: ['client'],
} as const satisfies Record<string, readonly LandmarkKind[]>;
export type Jump = keyof typeof jumps;

const isOf = (jump: Jump | undefined): IsMeant | undefined => {
  const kinds: readonly LandmarkKind[] | null = jump === undefined ? null : jumps[jump];
  return kinds === null ? undefined : ({ kind }) => kinds.includes(kind);
};

export interface Moves {
  play(): void;
  pause(): void;
  toggle(): void;
  /** Steps by one event and stands still there. */
  next(): void;
  previous(): void;
  /** To the next landmark of a kind; to the next of any, where none is named. False, and nowhere, where none is known. */
  nextLandmark(jump?: Jump): boolean;
  previousLandmark(jump?: Jump): boolean;
  /** Goes to a moment in virtual ms; playing goes on from there. */
  seek(time: number): void;
  /** Goes to a place along the run, by what it is measured by (`measureOf`). */
  seekPlace(place: number): void;
  /** Goes to just after the event `seq`. */
  seekSeq(seq: number): void;
  /** Goes to a moment of a branch, and stands still there. */
  goTo(at: Moment, branch: BranchId): void;
  /** Goes forward (1) or back (-1) by one heartbeat interval; where time stands still, by one event. */
  seekHeartbeat(by: 1 | -1): void;
  seekStart(): void;
  seekEnd(): void;
  setSpeed(speed: number): void;
  shiftSpeed(by: 1 | -1): void;
}

/** The moves on what `core` holds. */
export function movesOf({ store, changed }: Core): Moves {
  const get = (): Timeline => store.getState().timeline;
  const step =
    <Found>(go: (timeline: Timeline) => Found) =>
    (): Found => {
      const found = go(get());
      changed({ isPlaying: false });
      return found;
    };
  const move = (go: (timeline: Timeline) => unknown): void => {
    go(get());
    changed();
  };
  const play = (isPlaying: boolean): void =>
    isPlaying ? store.setState({ isPlaying, trouble: null }) : changed({ isPlaying });
  return {
    play: () => play(true),
    pause: () => play(false),
    toggle: () => play(!store.getState().isPlaying),
    next: step(nextEvent),
    previous: step(previousEvent),
    nextLandmark: (jump) => step((timeline) => nextLandmark(timeline, isOf(jump)))(),
    previousLandmark: (jump) => step((timeline) => previousLandmark(timeline, isOf(jump)))(),
    seek: (time) => move((timeline) => seekTime(timeline, time)),
    seekPlace: (place) => move((timeline) => seekPlace(timeline, place)),
    seekSeq: (seq) => move((timeline) => seekSeq(timeline, seq)),
    goTo: (at, branch) => step((timeline) => goToBranch(timeline, branch, at))(),
    seekHeartbeat: (by) =>
      move((timeline) => {
        const { options, seq, time } = timeline.world;
        if (measureOf(timeline.run) === 'order') seekSeq(timeline, seq + by);
        else seekTime(timeline, time + by * options.heartbeatIntervalMs);
      }),
    seekStart: () => move(seekStart),
    seekEnd: () => move(seekEnd),
    setSpeed: (speed) => store.setState({ speed }),
    shiftSpeed: (by) => store.setState(({ speed }) => ({ speed: speedBeside(speed, by) })),
  };
}
