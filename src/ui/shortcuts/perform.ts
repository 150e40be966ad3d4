/** An act chosen from a list that closes over it: from the palette, the menu of the page, or the help. */
import { flushSync } from 'react-dom';
import type { Lab } from '../hooks/lab.ts';

/** The list is gone before the act, which may open something itself, or move the focus: an open dialog keeps it. */
export function perform({ view }: Lab, act: () => void): void {
  flushSync(view.close);
  act();
}
