/** What a reader has chosen once and for all. A browser may refuse storage; then a choice lasts as long as the page. */

const prefix = 'quorate.';

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

/** Null: as if it had never been chosen. */
export function writeSetting(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {}
}
