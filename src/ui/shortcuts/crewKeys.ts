/** The keys for who takes part and who leads, and the way to the rules. */
import { leaderOf } from '../../sim/index.ts';
import { crewOf, partOf } from '../../viz/index.ts';
import { crew } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { onSelected } from './onSelected.ts';
import { names, type Shortcut } from './shortcut.ts';

const timelineOf = ({ session }: Lab) => session.store.getState().timeline;

/** Adds the selected server if it is outside, else whoever waits outside, else a new one. */
function addSomebody(lab: Lab): void {
  const { session, view } = lab;
  const { world } = timelineOf(lab);
  const { selection } = view.store.getState();
  const outside = world.servers
    .map(({ id }) => id)
    .filter((id) => partOf(crewOf(world), id) === 'outside');
  const picked = selection?.kind === 'server' ? selection.server : null;
  const server = outside.find((id) => id === picked) ?? outside[0];
  if (server === undefined) session.addServer('add');
  else session.do({ type: 'reconfigure', change: { kind: 'add', server } });
}

function removeSelected(lab: Lab): void {
  onSelected(lab, (server) => {
    const { world, run } = timelineOf(lab);
    const { session } = lab;
    const name = run.setup.names[server] ?? '';
    if (partOf(crewOf(world), server) === 'outside') session.say(crew.isOutside(name));
    else session.do({ type: 'reconfigure', change: { kind: 'remove', server } });
  });
}

/** Hands leadership to the selected server. */
function handOver(lab: Lab): void {
  onSelected(lab, (target) => {
    const { world, run } = timelineOf(lab);
    const { session } = lab;
    const name = run.setup.names[target] ?? '';
    const leader = leaderOf(world);
    if (leader === target) session.say(crew.leadsAlready(name));
    else if (leader !== null && partOf(crewOf(world), target) !== 'voter')
      session.say(crew.hasNoVote(name));
    else session.do({ type: 'transfer', target });
  });
}

export const crewKeys: readonly Shortcut[] = [
  { id: 'addServer', group: 'servers', heard: ['n'], shown: ['N'], run: addSomebody },
  {
    id: 'removeServer',
    group: 'servers',
    heard: ['Shift+N'],
    shown: [`${names.shift} N`],
    run: removeSelected,
  },
  {
    id: 'transfer',
    group: 'servers',
    heard: ['Shift+L'],
    shown: [`${names.shift} L`],
    run: handOver,
  },
  {
    id: 'conditions',
    group: 'page',
    heard: ['Shift+o'],
    shown: [`${names.shift} O`],
    run: ({ view }) => view.toggle('conditions'),
  },
  {
    id: 'rules',
    group: 'page',
    heard: ['r'],
    shown: ['R'],
    run: ({ view }) => view.toggle('rules'),
  },
  {
    id: 'lab',
    group: 'page',
    heard: ['Shift+b'],
    shown: [`${names.shift} B`],
    run: ({ view }) => view.toggle('lab'),
  },
];
