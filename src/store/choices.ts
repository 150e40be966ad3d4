/** What a reader chose for all visits. A browser may refuse storage; then a choice lasts as long as the page. */

/** What was chosen under `key` before; null: nothing. */
export function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a choice for the next visit. */
export function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {}
}
