/** The keys of the laboratory as a table: what acts on them, and what the help says of them. */
import { conditionOf, leaderOf } from '../../sim/index.ts';
import { type keys, words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';

type Id = keyof typeof keys.does;

export interface Shortcut {
  readonly id: Id;
  readonly group: keyof typeof keys.groups;
  /** Keys as the page hears them (`event.key`, Shift in front where it is not part of the character). */
  readonly heard: readonly string[];
  /** The same, as they are written on a keyboard. */
  readonly shown: readonly string[];
  readonly run: (lab: Lab, key: string) => void;
}

const names = words.page.keyNames;

const timeKeys: readonly Shortcut[] = [
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
    run: ({ session }) => session.nextLandmark(),
  },
  {
    id: 'previousLandmark',
    group: 'time',
    heard: ['Shift+ArrowLeft'],
    shown: [`${names.shift} ${names.left}`],
    run: ({ session }) => session.previousLandmark(),
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
];

const serverKeys: readonly Shortcut[] = [
  {
    id: 'select',
    group: 'servers',
    heard: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: [names.digits],
    run: ({ session, view }, key) => {
      const server = Number(key) - 1;
      const { servers } = session.store.getState().timeline.world;
      if (server < servers.length) view.select({ kind: 'server', server });
    },
  },
  {
    id: 'crash',
    group: 'servers',
    heard: ['x'],
    shown: ['X'],
    run: (lab) =>
      onSelected(lab, (server) => {
        const { world } = lab.session.store.getState().timeline;
        const type = conditionOf(world, server) === 'crashed' ? 'restart' : 'crash';
        lab.session.do({ type, server });
      }),
  },
  {
    id: 'timeout',
    group: 'servers',
    heard: ['t'],
    shown: ['T'],
    run: (lab) => onSelected(lab, (server) => void lab.session.do({ type: 'timeout', server })),
  },
  {
    id: 'inspector',
    group: 'servers',
    heard: ['i'],
    shown: ['I'],
    run: ({ session, view }) => {
      // With nothing selected there would be nothing to read: the leader is the best guess.
      const leader = leaderOf(session.store.getState().timeline.world);
      if (view.store.getState().selection === null && leader !== null) {
        view.select({ kind: 'server', server: leader });
      }
      view.toggle('inspector');
    },
  },
];

/** The diagram comes with the first look at it; until then there is nothing to move. */
const inDiagram =
  (move: (moves: typeof import('../spacetime/lensMoves.ts'), lab: Lab) => void) =>
  (lab: Lab): void => {
    if (lab.view.store.getState().diagram === 'closed') return;
    void import('../spacetime/lensMoves.ts').then((moves) => move(moves, lab));
  };

const diagramKeys: readonly Shortcut[] = [
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

const otherKeys: readonly Shortcut[] = [
  {
    id: 'partition',
    group: 'network',
    heard: ['p'],
    shown: ['P'],
    run: ({ view }) => view.open('partition'),
  },
  {
    id: 'heal',
    group: 'network',
    heard: ['h'],
    shown: ['H'],
    run: ({ session }) => void session.do({ type: 'heal', links: null }),
  },
  ...diagramKeys,
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

/** Every key, in the order of the help. */
export const shortcuts: readonly Shortcut[] = [...timeKeys, ...serverKeys, ...otherKeys];

function onSelected({ session, view }: Lab, run: (server: number) => void): void {
  const { selection } = view.store.getState();
  if (selection?.kind === 'server') run(selection.server);
  else session.say(words.troubles.notSelected);
}
