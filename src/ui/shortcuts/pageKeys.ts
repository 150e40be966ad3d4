/** Keys of the page. */
import { pickNone } from './linkKeys.ts';
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
    id: 'legend',
    group: 'page',
    heard: ['Shift+k'],
    shown: [`${names.shift} K`],
    run: ({ view }) => view.open('legend'),
  },
  {
    id: 'close',
    group: 'page',
    heard: ['Escape'],
    shown: [names.escape],
    run: (lab) => {
      pickNone(lab);
      lab.view.close();
    },
  },
];
