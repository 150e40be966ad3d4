/** Keys that select a server, and act on the one selected. */
import { conditionOf, leaderOf } from '../../sim/index.ts';
import { aim, pick } from '../stage/aim.ts';
import { onSelected } from './onSelected.ts';
import { names, type Shortcut } from './shortcut.ts';

export const serverKeys: readonly Shortcut[] = [
  {
    id: 'select',
    group: 'servers',
    heard: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
    shown: [names.digits],
    run: (lab, key) => {
      const server = Number(key) - 1;
      const { servers } = lab.session.store.getState().timeline.world;
      if (server >= servers.length) return;
      if (aim.getState().isPicking) pick(lab, server);
      else lab.view.select({ kind: 'server', server });
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
