/** Choices that outlive the page, each under a name. A browser may refuse storage; then they last as long as the page. */

let isKept = true;

/** From here on nothing of a visitor is read or kept: the page stands in a frame of somebody else's. */
export const keepNothing = (): void => {
  isKept = false;
};

/** Whether anything is. */
export const keeps = (): boolean => isKept;

type Where = 'localStorage' | 'sessionStorage';

/** What was kept under `key`; null: nothing. */
export function read(key: string, where: Where = 'localStorage'): string | null {
  try {
    return isKept ? window[where].getItem(key) : null;
  } catch {
    return null;
  }
}

/** Keeps it for the next visit, or for as long as the page stands in its window. */
export function write(key: string, value: string, where: Where = 'localStorage'): void {
  try {
    if (isKept) window[where].setItem(key, value);
  } catch {}
}
