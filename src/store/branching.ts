/** The branches of the run in hand, taking acts back, and the runs that were put aside for another. */
import {
  type BranchId,
  branchOf,
  goToBranch,
  type Moment,
  redo,
  removeBranch,
  renameBranch,
  seekPlace,
  spanOf,
  type Timeline,
  treeOf,
  undo,
} from '../timeline/index.ts';
import { openRun } from './beginning.ts';
import type { Core, SessionState } from './session.ts';

/** A run that was left for another one, as it stood. */
export type Aside = Pick<SessionState, 'timeline' | 'source' | 'origin' | 'speed'>;

/** Another branch, or another run, beside the one in hand, on one clock with it. */
export interface Comparison {
  /** Null: no branch of the run in hand. */
  readonly branch: BranchId | null;
  /** What another run is called. */
  readonly name?: string;
  readonly timeline: Timeline;
  /** How far it went by itself. */
  readonly end: Moment;
}

export interface Branching {
  /** Takes the last act back: of this run, or the opening of it. */
  undo(): void;
  redo(): void;
  /** Goes on in another branch, at the place where one stands, or at its end. */
  goToBranch(id: BranchId): void;
  /** To the branch before (-1) or after (1) the one in hand, round and round. */
  shiftBranch(by: 1 | -1): void;
  renameBranch(id: BranchId, name: string): void;
  removeBranch(id: BranchId): void;
  /** Does to the timeline what is one act to whoever undoes it, and stands still where that ends. */
  alter<Came>(act: (timeline: Timeline) => Came): Came;
  /** Puts a branch beside the one in hand; null: none. */
  compare(id: BranchId | null): void;
  /** Puts another run beside the one in hand. */
  compareWith(other: Omit<Comparison, 'branch'>): void;
}

const mostAside = 3;

export function branchingOf(core: Core): Branching {
  const { store, changed } = core;
  const get = (): Timeline => store.getState().timeline;
  const change = <Came>(act: (timeline: Timeline) => Came): Came => {
    const came = act(get());
    changed({ isPlaying: false });
    return came;
  };
  const compare = (id: BranchId | null): void => {
    const branch = id === null ? undefined : branchOf(treeOf(get()), id);
    const comparison =
      branch === undefined
        ? null
        : { branch: branch.id, timeline: openRun(branch.run), end: branch.end };
    changed({ comparison });
  };
  const goTo = (id: BranchId): void => {
    const { current } = get().tree;
    change((timeline) => {
      const { now } = spanOf(timeline);
      goToBranch(timeline, id);
      seekPlace(timeline, Math.min(now, spanOf(timeline).end));
    });
    // Who goes over to the branch beside has the one that was left beside it.
    if (store.getState().comparison?.branch === id) compare(current);
  };
  return {
    undo: () => {
      if (undo(get())) changed({ isPlaying: false, comparison: null });
      else takeUp(core, 'aside', 'ahead');
    },
    redo: () => {
      if (redo(get())) changed({ isPlaying: false, comparison: null });
      else takeUp(core, 'ahead', 'aside');
    },
    goToBranch: goTo,
    shiftBranch: (by) => {
      const { branches, current } = treeOf(get());
      const place = branches.findIndex(({ id }) => id === current);
      const next = branches[(place + by + branches.length) % branches.length];
      if (next !== undefined && next.id !== current) goTo(next.id);
    },
    renameBranch: (id, name) =>
      change((timeline) => renameBranch(timeline, id, name.trim() === '' ? null : name.trim())),
    removeBranch: (id) => {
      const isCompared = store.getState().comparison?.branch === id;
      removeBranch(get(), id);
      changed({ isPlaying: false, ...(isCompared ? { comparison: null } : null) });
    },
    alter: change,
    compare,
    compareWith: (other) => changed({ comparison: { branch: null, ...other } }),
  };
}

/** The runs put aside when the one in hand is left for another. */
export const putAside = (state: SessionState): readonly Aside[] =>
  [...state.aside, asideOf(state)].slice(-mostAside);

const asideOf = ({ timeline, source, origin, speed }: SessionState): Aside => ({
  timeline,
  source,
  origin,
  speed,
});

// The opening of a run is an act, too: taking it back takes up the run that was in hand before.
function takeUp({ store, changed }: Core, from: 'aside' | 'ahead', to: 'aside' | 'ahead'): void {
  const state = store.getState();
  const next = state[from][state[from].length - 1];
  if (next === undefined) return;
  changed({
    ...next,
    [from]: state[from].slice(0, -1),
    [to]: [...state[to], asideOf(state)],
    isPlaying: false,
    comparison: null,
  });
}
