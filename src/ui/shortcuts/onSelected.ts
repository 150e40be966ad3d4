/** Keys that act on the server picked out. */
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';

/** Does it to the selected server; says so where none is. */
export function onSelected({ session, view }: Lab, run: (server: number) => void): void {
  const { selection } = view.store.getState();
  if (selection?.kind === 'server') run(selection.server);
  else session.say(misses.notSelected);
}
