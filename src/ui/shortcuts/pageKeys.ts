/** Keys of the network as a whole and of the page. */
import { togglePicking } from '../stage/aim.ts';
import { names, type Shortcut } from './shortcut.ts';

export const pageKeys: readonly Shortcut[] = [
  {
    id: 'figure2',
    group: 'page',
    heard: ['Shift+r'],
    shown: [`${names.shift} R`],
    run: ({ view }) => view.toggle('figure2'),
  },
  {
    id: 'palette',
    group: 'page',
    heard: ['$mod+k', '/'],
    shown: [names.palette, '/'],
    run: ({ view }) => view.open('palette'),
  },
  {
    id: 'pickTwo',
    group: 'network',
    heard: ['p'],
    shown: ['P'],
    // Where there is no picture to pick in, servers are rows, and their links are listed.
    run: ({ view }) =>
      document.querySelector('.stage') === null ? view.open('partition') : togglePicking(),
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
  {
    id: 'client',
    group: 'page',
    heard: ['c'],
    shown: ['C'],
    run: () => {
      const field = document.getElementById('client-key');
      if (field instanceof HTMLInputElement) field.select();
    },
  },
  {
    id: 'help',
    group: 'page',
    heard: ['?'],
    shown: ['?'],
    run: ({ view }) => view.toggle('help'),
  },
  {
    id: 'close',
    group: 'page',
    heard: ['Escape'],
    shown: [names.escape],
    run: ({ view }) => view.close(),
  },
];
