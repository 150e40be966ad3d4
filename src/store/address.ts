/** The link in the page's own address, if there is one: it is opened once. */
import { read, write } from './choices.ts';
import { linkMark } from './linkMark.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

/** Opens the link in the page's address, now and whenever another one is put there. */
export async function followAddress(session: Session, view: View): Promise<void> {
  const goThere = async (): Promise<void> => {
    const address = takeAddress(linkMark);
    if (address !== null) await (await import('./sharing.ts')).follow(session, view, address);
  };
  await goThere();
  addEventListener('hashchange', () => void goThere());
}

/**
 * The page's own address where it holds something behind `mark`, once: a reload shall find the run in hand, and not
 * the same again.
 */
export function takeAddress(mark: string): string | null {
  const { href, hash, pathname, search } = location;
  if (!hash.startsWith(mark)) return null;
  try {
    history.replaceState(null, '', pathname + search);
  } catch {
    // In a frame or a webview that may not touch the address it is remembered instead.
    if (read(openedKey, 'sessionStorage') === hash) return null;
    write(openedKey, hash, 'sessionStorage');
  }
  return href;
}

const openedKey = 'quorate.opened';
