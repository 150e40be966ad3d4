/**
 * The run in hand, the cursor in it and how fast it plays. The timeline changes in place; `version` says that it
 * did, at most ten times a second while playing, and that is what panels listen to.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Moment, type Run, seekMoment, type Timeline } from '../timeline/index.ts';
import type { Bookmark } from './bookmarks.ts';
import { type Aside, type Branching, branchingOf, type Comparison } from './branching.ts';
import { type Moves, movesOf } from './moves.ts';
import {
  createNarrator,
  type Narration,
  type Narrator,
  type Teller,
  type Verbosity,
} from './narrator.ts';
import { openingRun, openingTimeline } from './opening.ts';
import { type Runs, runsOf } from './runs.ts';
import type { Arrival } from './sharing.ts';
import { type Source, sandbox } from './sources.ts';
import { usualSpeed } from './speeds.ts';

export interface SessionState {
  readonly timeline: Timeline;
  readonly version: number;
  readonly isPlaying: boolean;
  /** Virtual time for real time. */
  readonly speed: number;
  readonly narration: Narration;
  /** One sentence about what could not be done; null when all is well. */
  readonly trouble: string | null;
  readonly source: Source;
  /** The run as it was opened, to which a restart returns. */
  readonly origin: Run;
  /** Of this run and of others. */
  readonly bookmarks: readonly Bookmark[];
  /** Runs that were left for another one, the latest last, and those that were returned from. */
  readonly aside: readonly Aside[];
  readonly ahead: readonly Aside[];
  readonly comparison: Comparison | null;
  /** Where playing stands still; null: nowhere. */
  readonly halt: Moment | null;
  /** What a link led to, until it is dismissed. */
  readonly arrival: Arrival | null;
}

/** What the groups of actions share. */
export interface Core {
  readonly store: StoreApi<SessionState>;
  readonly narrator: Narrator;
  /** The timeline has changed by a gesture: tells everybody at once. */
  changed(also?: Partial<SessionState>): void;
}

export interface Session extends Moves, Runs, Branching {
  readonly store: StoreApi<SessionState>;
  /** From now on it is told what happens; until then the run goes on unsaid. */
  learn(teller: Teller): void;
  /** After time has passed in play: tells the panels. */
  publish(nowMs: number): void;
  /** Stands still: the event just played broke a property, and that is what is said; or it is time to halt. */
  standStill(at?: Moment): void;
}

/** A session on `given`, or on the run of a first visit. */
export function createSession(
  given: Partial<SessionState> = {},
  verbosity?: () => Verbosity,
): Session {
  const origin = given.origin ?? openingRun();
  const timeline = given.timeline ?? openingTimeline(origin);
  const narrator = createNarrator(null, verbosity);
  const store = createStore<SessionState>()(() => ({
    timeline,
    version: 0,
    isPlaying: false,
    speed: usualSpeed,
    narration: narrator.standing(timeline),
    trouble: null,
    source: sandbox,
    origin,
    bookmarks: [],
    aside: [],
    ahead: [],
    comparison: null,
    halt: null,
    arrival: null,
    ...given,
  }));
  const core: Core = { store, narrator, changed: (also = {}) => change(store, narrator, also) };
  return {
    store,
    learn: (teller) => {
      narrator.learn(teller);
      store.setState((state) => ({ narration: narrator.standing(state.timeline) }));
    },
    ...movesOf(core),
    ...runsOf(core),
    ...branchingOf(core),
    publish: (nowMs) => publish(core, nowMs),
    standStill: (at) => {
      if (at !== undefined) seekMoment(store.getState().timeline, at);
      core.changed({ isPlaying: false });
    },
  };
}

function change(
  store: StoreApi<SessionState>,
  narrator: Narrator,
  also: Partial<SessionState>,
): void {
  store.setState((state) => ({
    version: state.version + 1,
    trouble: null,
    narration: narrator.standing(also.timeline ?? state.timeline),
    ...also,
  }));
}

function publish({ store, narrator }: Core, nowMs: number): void {
  store.setState((state) => ({
    version: state.version + 1,
    narration: narrator.following(state.timeline, nowMs) ?? state.narration,
  }));
}
