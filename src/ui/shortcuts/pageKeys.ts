/** Keys of the page. */
import { aimAtNothing } from '../stage/aim.ts';
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
    heard: ['$mod+k'],
    shown: [names.palette],
    run: ({ view }) => view.open('palette'),
  },
  {
    id: 'findEvent',
    group: 'page',
    heard: ['/'],
    shown: ['/'],
    run: ({ view }) => view.open('events'),
  },
  {
    id: 'properties',
    group: 'page',
    heard: ['Shift+i'],
    shown: [`${names.shift} I`],
    run: ({ view }) => view.toggle('properties'),
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
    id: 'present',
    group: 'page',
    heard: ['Shift+f'],
    shown: [`${names.shift} F`],
    run: ({ view }) => view.present(!view.store.getState().isPresenting),
  },
  {
    id: 'fullScreen',
    group: 'page',
    heard: ['f'],
    shown: ['F'],
    run: toggleFullScreen,
  },
  {
    id: 'settings',
    group: 'page',
    heard: ['Shift+s'],
    shown: [`${names.shift} S`],
    run: ({ view }) => view.toggle('settings'),
  },
  {
    id: 'transcript',
    group: 'page',
    heard: ['Shift+v'],
    shown: [`${names.shift} V`],
    run: ({ view }) => view.toggle('transcript'),
  },
  {
    id: 'glossary',
    group: 'page',
    heard: ['Shift+g'],
    shown: [`${names.shift} G`],
    run: ({ view }) => view.toggle('glossary'),
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
      const { view } = lab;
      if (view.store.getState().panel === null) view.present(false);
      aimAtNothing();
      view.close();
    },
  },
];

// A frame that may not fill the screen says so by refusing: then everything stays as it is.
function toggleFullScreen(): void {
  const { fullscreenElement, documentElement } = document;
  const done =
    fullscreenElement === null ? documentElement.requestFullscreen?.() : document.exitFullscreen();
  done?.catch(() => {});
}
