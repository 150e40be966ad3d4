/** Where the run in hand outlives a reload: the browser's database, and what answers at once for a page that is left. */
import { get } from 'idb-keyval';
import { keeps } from './choices.ts';

export const keptKey = 'quorate.run';

/**
 * What `ask` gives; null where storage is full or refused, which a frame without an origin says by throwing at once, and
 * where nothing is kept.
 */
export const inDatabase = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return keeps() ? await ask() : null;
  } catch {
    return null;
  }
};

/** What was kept when the page was last left; null: nothing, or storage is refused. */
export const takeKept = async (): Promise<unknown> =>
  takeLeft() ?? (await inDatabase(() => get(keptKey))) ?? null;

/** What was written when the page was left, once: a page that crashes later must not find it again. */
function takeLeft(): unknown {
  try {
    const text = localStorage.getItem(keptKey);
    localStorage.removeItem(keptKey);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
