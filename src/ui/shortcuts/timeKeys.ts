/** Keys that move in time. */
import { toggleBookmark } from '../../store/index.ts';
import { leap } from './jumpKeys.ts';
import { names, type Shortcut } from './shortcut.ts';

export const timeKeys: readonly Shortcut[] = [
  {
    id: 'play',
    group: 'time',
    heard: ['Space', 'k'],
    shown: [names.space, 'K'],
    run: ({ session }) => session.toggle(),
  },
  {
    id: 'next',
    group: 'time',
    heard: ['ArrowRight', '.'],
    shown: [names.right, '.'],
    run: ({ session }) => session.next(),
  },
  {
    id: 'previous',
    group: 'time',
    heard: ['ArrowLeft', ','],
    shown: [names.left, ','],
    run: ({ session }) => session.previous(),
  },
  {
    id: 'nextLandmark',
    group: 'time',
    heard: ['Shift+ArrowRight'],
    shown: [`${names.shift} ${names.right}`],
    run: (lab) => leap(lab, 1),
  },
  {
    id: 'previousLandmark',
    group: 'time',
    heard: ['Shift+ArrowLeft'],
    shown: [`${names.shift} ${names.left}`],
    run: (lab) => leap(lab, -1),
  },
  {
    id: 'back',
    group: 'time',
    heard: ['j'],
    shown: ['J'],
    run: ({ session }) => session.seekHeartbeat(-1),
  },
  {
    id: 'forward',
    group: 'time',
    heard: ['l'],
    shown: ['L'],
    run: ({ session }) => session.seekHeartbeat(1),
  },
  {
    id: 'slower',
    group: 'time',
    heard: ['<'],
    shown: ['<'],
    run: ({ session }) => session.shiftSpeed(-1),
  },
  {
    id: 'faster',
    group: 'time',
    heard: ['>'],
    shown: ['>'],
    run: ({ session }) => session.shiftSpeed(1),
  },
  {
    id: 'start',
    group: 'time',
    heard: ['Home'],
    shown: [names.home],
    run: ({ session }) => session.seekStart(),
  },
  {
    id: 'end',
    group: 'time',
    heard: ['End'],
    shown: [names.end],
    run: ({ session }) => session.seekEnd(),
  },
  {
    id: 'goTo',
    group: 'time',
    heard: ['g'],
    shown: ['G'],
    run: ({ view }) => view.open('goTo'),
  },
  {
    id: 'bookmark',
    group: 'time',
    heard: ['m'],
    shown: ['M'],
    run: ({ session }) => toggleBookmark(session),
  },
];
