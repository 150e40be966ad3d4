/** Keys that look nearer at time: in the space-time diagram, or on the strip of time where that is closed. */
import { scoreMoves } from '../transport/scoreMoves.ts';
import { names, type Shortcut } from './shortcut.ts';

/** The diagram comes with the first look at it; until then there is the strip. */
const look =
  (move: 'zoom' | 'pan' | 'showAll', by: 1 | -1 = 1): Shortcut['run'] =>
  (lab) => {
    if (lab.view.store.getState().diagram === 'closed') scoreMoves()?.[move](by);
    else void import('../spacetime/lensMoves.ts').then((moves) => moves[move](lab, by));
  };

export const diagramKeys: readonly Shortcut[] = [
  {
    id: 'nextView',
    group: 'diagram',
    heard: ['v'],
    shown: ['V'],
    run: ({ view }) => view.nextView(),
  },
  {
    id: 'zoomIn',
    group: 'diagram',
    heard: ['w', '+'],
    shown: ['W', '+'],
    run: look('zoom'),
  },
  {
    id: 'zoomOut',
    group: 'diagram',
    heard: ['s', '-'],
    shown: ['S', '−'],
    run: look('zoom', -1),
  },
  {
    id: 'panBack',
    group: 'diagram',
    heard: ['a'],
    shown: ['A'],
    run: look('pan', -1),
  },
  {
    id: 'panOn',
    group: 'diagram',
    heard: ['d'],
    shown: ['D'],
    run: look('pan'),
  },
  {
    id: 'showAll',
    group: 'diagram',
    heard: ['Shift+Digit1'],
    shown: [`${names.shift} 1`],
    run: look('showAll'),
  },
];
