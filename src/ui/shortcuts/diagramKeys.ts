/** Keys of the space-time diagram. */
import type { Lab } from '../hooks/lab.ts';
import { names, type Shortcut } from './shortcut.ts';

/** The diagram comes with the first look at it; until then there is nothing to move. */
const inDiagram =
  (move: (moves: typeof import('../spacetime/lensMoves.ts'), lab: Lab) => void) =>
  (lab: Lab): void => {
    if (lab.view.store.getState().diagram === 'closed') return;
    void import('../spacetime/lensMoves.ts').then((moves) => move(moves, lab));
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
    run: inDiagram(({ zoom }, lab) => zoom(lab, 1)),
  },
  {
    id: 'zoomOut',
    group: 'diagram',
    heard: ['s', '-'],
    shown: ['S', '−'],
    run: inDiagram(({ zoom }, lab) => zoom(lab, -1)),
  },
  {
    id: 'panBack',
    group: 'diagram',
    heard: ['a'],
    shown: ['A'],
    run: inDiagram(({ pan }, lab) => pan(lab, -1)),
  },
  {
    id: 'panOn',
    group: 'diagram',
    heard: ['d'],
    shown: ['D'],
    run: inDiagram(({ pan }, lab) => pan(lab, 1)),
  },
  {
    id: 'showAll',
    group: 'diagram',
    heard: ['Shift+Digit1'],
    shown: [`${names.shift} 1`],
    run: inDiagram(({ showAll }, lab) => showAll(lab)),
  },
];
