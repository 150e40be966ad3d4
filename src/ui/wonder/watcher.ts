/** Looking on while a reader's own run goes: each question is offered once a run, and one at a time. */
import type { SessionState } from '../../store/index.ts';
import { recentOf, type Wonder, wonderAt } from '../../timeline/index.ts';

/** A question and the moment it was raised at. */
export interface Raised extends Wonder {
  readonly seq: number;
}

export interface Watcher {
  /** What the run raises now that it did not before; null: nothing. */
  look(state: SessionState): Raised | null;
}

/** A run is its reader's own from the first act that it was not opened with. */
const isOwn = ({ timeline, origin }: SessionState): boolean =>
  timeline.run.commands.at(-1) !== origin.commands.at(-1);

/** Nothing offered yet. */
export function createWatcher(): Watcher {
  let origin: SessionState['origin'] | null = null;
  let offered = new Set<string>();
  let heardSeq = 0;
  return {
    look: (state) => {
      const { timeline } = state;
      if (state.origin !== origin) {
        origin = state.origin;
        offered = new Set();
        heardSeq = timeline.world.seq;
      }
      if (!isOwn(state)) return null;
      const { seq } = timeline.world;
      const events = recentOf(timeline).filter((event) => event.seq > heardSeq);
      heardSeq = seq;
      const found = wonderAt(timeline, events, offered);
      if (found === null) return null;
      offered.add(found.id);
      return { ...found, seq };
    },
  };
}
