/**
 * The run in hand outlives a reload. It is kept in the browser's database at most once a second; and when the page
 * is left, where there is no time to wait for a database, in the storage that answers at once.
 */
import { set } from 'idb-keyval';
import { encodeRun, encodeTree, momentOf, treeOf } from '../timeline/index.ts';
import { bookmarksOf } from './bookmarks.ts';
import { inDatabase, keptKey } from './keptPlace.ts';
import type { Kept } from './revive.ts';
import type { Session, SessionState } from './session.ts';

const leastMs = 1000;

function leave(kept: Kept): void {
  try {
    localStorage.setItem(keptKey, JSON.stringify(kept));
  } catch {
    // Full or refused: then what the database holds must do.
  }
}

function keptOf(state: SessionState): Kept {
  const { timeline, origin, speed, isPlaying, source } = state;
  const { seq, time } = momentOf(timeline);
  const run = encodeRun(timeline.run);
  const tree = encodeTree(treeOf(timeline));
  const endTime = Math.max(time, timeline.end.time);
  return {
    tree,
    run,
    origin: encodeRun(origin),
    seq,
    time,
    endTime,
    speed,
    isPlaying,
    source,
    bookmarks: bookmarksOf(state),
  };
}

/** Keeps the run of `session` from now on. */
export function keep({ store }: Session): void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const write = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    void inDatabase(() => set(keptKey, keptOf(store.getState())));
  };
  store.subscribe(() => {
    timer ??= setTimeout(write, leastMs);
  });
  addEventListener('pagehide', () => leave(keptOf(store.getState())));
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) write();
  });
}
