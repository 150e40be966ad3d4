/** Keys that select a server, and act on the one selected. */
import { conditionOf, leaderOf } from '../../sim/index.ts';
import { misses } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { spotOfServer } from '../stage/picture.ts';
import { alignOrSpread } from '../stage/timers.ts';
import { pickEnd } from './linkKeys.ts';
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
      if (server >= servers.length || pickEnd(lab, server)) return;
      lab.view.select({ kind: 'server', server });
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
    id: 'restartLosing',
    group: 'servers',
    heard: ['Shift+x'],
    shown: [`${names.shift} X`],
    run: (lab) => onSelected(lab, (server) => askWhatIsLost(lab, server)),
  },
  {
    id: 'timeout',
    group: 'servers',
    heard: ['t'],
    shown: ['T'],
    run: (lab) => onSelected(lab, (server) => void lab.session.do({ type: 'timeout', server })),
  },
  {
    id: 'alignTimers',
    group: 'servers',
    heard: ['Shift+t'],
    shown: [`${names.shift} T`],
    run: ({ session }) => alignOrSpread(session),
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

/** The ways to start again are offered where the server stands; one that runs has to be crashed first. */
function askWhatIsLost({ session, view }: Lab, server: number): void {
  const { world, run } = session.store.getState().timeline;
  if (conditionOf(world, server) !== 'crashed')
    session.say(misses.notDown(run.setup.names[server] ?? ''));
  else view.openMenu({ of: { kind: 'server', server }, isRestart: true, ...spotOfServer(server) });
}
