/** Keys that act on links: the one between two servers that are named, all between two sides, all there are. */
import type { Lab } from '../hooks/lab.ts';
import { aim, pick, togglePicking, turnLink } from '../stage/aim.ts';
import { names, type Shortcut } from './shortcut.ts';

export const linkKeys: readonly Shortcut[] = [
  {
    id: 'link',
    group: 'network',
    heard: ['p'],
    shown: ['P'],
    run: cutOrPick,
  },
  {
    id: 'partition',
    group: 'network',
    heard: ['Shift+p'],
    shown: [`${names.shift} P`],
    run: ({ view }) => view.open('partition'),
  },
  {
    id: 'heal',
    group: 'network',
    heard: ['h'],
    shown: ['H'],
    run: ({ session }) => void session.do({ type: 'heal', links: null }),
  },
];

/** The selected link at once; else the next two servers picked are its ends. */
function cutOrPick(lab: Lab): void {
  const { selection } = lab.view.store.getState();
  if (selection?.kind === 'link') turnLink(lab, selection.a, selection.b);
  // Where there is no picture to pick in, servers are rows, and their links are listed.
  else if (document.querySelector('.stage') === null) lab.view.open('partition');
  else togglePicking();
}

/** Takes a server as an end of the link that is being picked; false where none is. */
export function pickEnd(lab: Lab, server: number): boolean {
  if (!aim.getState().isPicking) return false;
  pick(lab, server);
  return true;
}
