/** Moments that a reader has marked to come back to: of the run they were marked in, whichever of its branches is in hand. */
import { type Run, spanOf } from '../timeline/index.ts';
import type { Session, SessionState } from './session.ts';

export interface Bookmark {
  /** The run as it was opened. */
  readonly origin: Run;
  /** Where it stands along the run (`measureOf`). */
  readonly place: number;
}

/** Places of those of the run in hand, in their order. */
export const bookmarksOf = ({ bookmarks, origin }: SessionState): readonly number[] =>
  bookmarks
    .filter((one) => one.origin === origin)
    .map(({ place }) => place)
    .sort((a, b) => a - b);

/** Marks the place in hand, or another one, or takes the mark off. */
export function toggleBookmark({ store }: Session, at?: number): void {
  store.setState(({ bookmarks, origin, timeline, version }) => {
    const place = at ?? spanOf(timeline).now;
    const others = bookmarks.filter((one) => one.origin !== origin || one.place !== place);
    const isNew = others.length === bookmarks.length;
    return {
      version: version + 1,
      bookmarks: isNew ? [...bookmarks, { origin, place }] : others,
    };
  });
}
