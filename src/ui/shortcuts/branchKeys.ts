/** Keys of branches and links. */
import { onBranchBeside } from '../branches/branchVerbs.ts';
import { names, type Shortcut } from './shortcut.ts';

export const branchKeys: readonly Shortcut[] = [
  {
    id: 'undo',
    group: 'branches',
    heard: ['$mod+z'],
    shown: [names.undo],
    run: ({ session }) => session.undo(),
  },
  {
    id: 'redo',
    group: 'branches',
    heard: ['$mod+Shift+z', '$mod+y'],
    shown: [names.redo],
    run: ({ session }) => session.redo(),
  },
  {
    id: 'previousBranch',
    group: 'branches',
    heard: ['['],
    shown: ['['],
    run: ({ session }) => session.shiftBranch(-1),
  },
  {
    id: 'nextBranch',
    group: 'branches',
    heard: [']'],
    shown: [']'],
    run: ({ session }) => session.shiftBranch(1),
  },
  {
    id: 'branches',
    group: 'branches',
    heard: ['b'],
    shown: ['B'],
    run: ({ view }) => view.toggle('branches'),
  },
  {
    id: 'compare',
    group: 'branches',
    heard: ['Shift+d'],
    shown: [`${names.shift} D`],
    run: (lab) => onBranchBeside(lab, 'compare'),
  },
  {
    id: 'repeatActs',
    group: 'branches',
    heard: ['Shift+a'],
    shown: [`${names.shift} A`],
    run: (lab) => onBranchBeside(lab, 'repeat'),
  },
  {
    id: 'share',
    group: 'branches',
    heard: ['Shift+m'],
    shown: [`${names.shift} M`],
    run: ({ view }) => view.open('share'),
  },
];
