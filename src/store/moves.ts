/** Going about in a run: playing, stepping, seeking. */
import {
  momentOf,
  nextEvent,
  nextLandmark,
  previousEvent,
  previousLandmark,
  seekEnd,
  seekSeq,
  seekStart,
  seekTime,
  type Timeline,
} from '../timeline/index.ts';
import type { Core } from './session.ts';
import { speedBeside } from './speeds.ts';

export interface Moves {
  play(): void;
  pause(): void;
  toggle(): void;
  /** Steps by one event and stands still there. */
  next(): void;
  previous(): void;
  nextLandmark(): void;
  previousLandmark(): void;
  /** Goes to a moment in virtual ms; playing goes on from there. */
  seek(time: number): void;
  /** Goes to just after the event `seq`. */
  seekSeq(seq: number): void;
  /** Goes forward (1) or back (-1) by one heartbeat interval. */
  seekHeartbeat(by: 1 | -1): void;
  seekStart(): void;
  seekEnd(): void;
  setSpeed(speed: number): void;
  shiftSpeed(by: 1 | -1): void;
}

/** The moves on what `core` holds. */
export function movesOf({ store, changed }: Core): Moves {
  const get = (): Timeline => store.getState().timeline;
  const step = (go: (timeline: Timeline) => unknown) => (): void => {
    go(get());
    changed({ isPlaying: false });
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
    nextLandmark: step(nextLandmark),
    previousLandmark: step(previousLandmark),
    seek: (time) => move((timeline) => seekTime(timeline, time)),
    seekSeq: (seq) => move((timeline) => seekSeq(timeline, seq)),
    seekHeartbeat: (by) =>
      move((timeline) => {
        const { heartbeatIntervalMs } = timeline.world.options;
        seekTime(timeline, momentOf(timeline).time + by * heartbeatIntervalMs);
      }),
    seekStart: () => move(seekStart),
    seekEnd: () => move(seekEnd),
    setSpeed: (speed) => store.setState({ speed }),
    shiftSpeed: (by) => store.setState(({ speed }) => ({ speed: speedBeside(speed, by) })),
  };
}
