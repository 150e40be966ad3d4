/** Keys of the space-time diagram; where it is closed, of the score. */
import type { Lab } from '../hooks/lab.ts';
import { type ScoreMoves, scoreMoves } from '../transport/scoreMoves.ts';
import { names, type Shortcut } from './shortcut.ts';

type Move = (moves: ScoreMoves) => void;

/** What is open is meant: the diagram, which comes with the first look at it, else the score. */
const look =
  (move: Move) =>
  (lab: Lab): void => {
    if (lab.view.store.getState().diagram === 'closed') {
      if (scoreMoves.own !== null) move(scoreMoves.own);
      return;
    }
    void import('../spacetime/lensMoves.ts').then(({ zoom, pan, showAll }) =>
      move({ zoom: (by) => zoom(lab, by), pan: (by) => pan(lab, by), showAll: () => showAll(lab) }),
    );
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
    run: look(({ zoom }) => zoom(1)),
  },
  {
    id: 'zoomOut',
    group: 'diagram',
    heard: ['s', '-'],
    shown: ['S', '−'],
    run: look(({ zoom }) => zoom(-1)),
  },
  {
    id: 'panBack',
    group: 'diagram',
    heard: ['a'],
    shown: ['A'],
    run: look(({ pan }) => pan(-1)),
  },
  {
    id: 'panOn',
    group: 'diagram',
    heard: ['d'],
    shown: ['D'],
    run: look(({ pan }) => pan(1)),
  },
  {
    id: 'showAll',
    group: 'diagram',
    heard: ['Shift+Digit1'],
    shown: [`${names.shift} 1`],
    run: look(({ showAll }) => showAll()),
  },
];
