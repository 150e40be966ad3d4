/** Keys that ask. */
import { askSelected } from '../why/asking.ts';
import { names, type Shortcut } from './shortcut.ts';

export const whyKeys: readonly Shortcut[] = [
  {
    id: 'why',
    group: 'page',
    heard: ['e'],
    shown: ['E'],
    run: (lab) => askSelected(lab, false),
  },
  {
    id: 'whyNot',
    group: 'page',
    heard: ['Shift+e'],
    shown: [`${names.shift} E`],
    run: (lab) => askSelected(lab, true),
  },
];
