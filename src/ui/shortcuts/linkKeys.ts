/** Keys that act on links: the one between two servers that are named, all between two sides, all there are. */
import { isCut } from '../../sim/index.ts';
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { linkVerbs } from '../stage/linkVerbs.ts';
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

/** The servers picked since P was pressed; nothing while no link is being picked. */
const picked = new WeakMap<Lab['session'], readonly number[]>();

/** The selected link at once; else the next two servers picked are its ends. */
function cutOrPick(lab: Lab): void {
  const { selection } = lab.view.store.getState();
  if (selection?.kind === 'link') {
    cutOrMend(lab, selection.a, selection.b);
    return;
  }
  picked.set(lab.session, []);
  lab.session.say(misses.pickTwo);
}

/** Takes a server as an end of the link that is being picked; false where none is. */
export function pickEnd(lab: Lab, server: number): boolean {
  const before = picked.get(lab.session);
  if (before === undefined) return false;
  const [first] = before;
  if (first === undefined || first === server) {
    picked.set(lab.session, [server]);
    lab.session.say(misses.pickOther(nameOf(lab, server)));
  } else {
    picked.delete(lab.session);
    cutOrMend(lab, Math.min(first, server), Math.max(first, server));
  }
  return true;
}

/** Gives up picking a link, if one was being picked. */
export function pickNone({ session }: Lab): void {
  if (picked.delete(session)) session.say(null);
}

const nameOf = ({ session }: Lab, server: number): string =>
  session.store.getState().timeline.run.setup.names[server] ?? '';

/** What is cut in any direction is mended, as with crash and restart. */
function cutOrMend(lab: Lab, a: number, b: number): void {
  const { world } = lab.session.store.getState().timeline;
  const isAnyCut = isCut(world, a, b) || isCut(world, b, a);
  lab.view.select({ kind: 'link', a, b });
  linkVerbs(lab, a, b)
    .find(({ id }) => id === (isAnyCut ? 'mend' : 'both'))
    ?.run();
}
