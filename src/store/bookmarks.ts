/** Moments that a reader has marked to come back to: of the run they were marked in, whichever of its branches is in hand. */
import type { VirtualMs } from '../base/index.ts';
import { momentOf, type Run } from '../timeline/index.ts';
import type { Session, SessionState } from './session.ts';

export interface Bookmark {
  /** The run as it was opened. */
  readonly origin: Run;
  readonly time: VirtualMs;
}

/** Those of the run in hand, in the order of time. */
export const bookmarksOf = ({ bookmarks, origin }: SessionState): readonly VirtualMs[] =>
  bookmarks
    .filter((one) => one.origin === origin)
    .map(({ time }) => time)
    .sort((a, b) => a - b);

/** Marks the moment in hand, or another one, or takes the mark off. */
export function toggleBookmark({ store }: Session, at?: VirtualMs): void {
  store.setState(({ bookmarks, origin, timeline, version }) => {
    const time = at ?? momentOf(timeline).time;
    const others = bookmarks.filter((one) => one.origin !== origin || one.time !== time);
    const isNew = others.length === bookmarks.length;
    return {
      version: version + 1,
      bookmarks: isNew ? [...bookmarks, { origin, time }] : others,
    };
  });
}
