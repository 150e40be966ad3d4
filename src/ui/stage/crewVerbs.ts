/** What can be done to a server as a member of the cluster. */
import { type Leader, log as logs, type Server } from '../../raft/index.ts';
import {
  type CrewChange,
  conditionOf,
  type Lost,
  leaderOf,
  serverAt,
  type World,
} from '../../sim/index.ts';
import type { Session } from '../../store/index.ts';
import { crewOf, type Part, partOf } from '../../viz/index.ts';
import { crew } from '../../words/index.ts';
import type { Verb } from './verbs.ts';

type Kind = Exclude<CrewChange['kind'], 'set'>;

/** The changes that a server can be the subject of, by what it is to the cluster. */
const changes = {
  voter: ['remove'],
  learner: ['promote', 'remove'],
  outside: ['add', 'addLearner'],
} as const satisfies Record<Part, readonly Kind[]>;

const keys: Partial<Record<Kind, string>> = { add: crew.keys.add, remove: crew.keys.remove };

/** Transfer, coming and going, and snapshots; what the leader thinks of a change shows in what happens. */
export function crewVerbs(session: Session, world: World, id: number): readonly Verb[] {
  const leaderId = leaderOf(world);
  const leader = leaderId === null ? null : (serverAt(world, leaderId) as Leader);
  const part = partOf(crewOf(world), id);
  const note = leader === null ? crew.nobodyLeads : pendingNote(world, leader);
  const change = (kind: Kind): Verb => ({
    id: kind,
    text: crew[kind],
    isPossible: leader !== null,
    ...(note === null ? {} : { note }),
    ...(keys[kind] === undefined ? {} : { hint: keys[kind] }),
    run: () => session.do({ type: 'reconfigure', change: { kind, server: id } }),
  });
  const isRunning = conditionOf(world, id) === 'running';
  return [
    {
      id: 'transfer',
      text: crew.transfer,
      isPossible: part === 'voter' && isRunning && leader !== null && leader.id !== id,
      isApart: true,
      hint: crew.keys.transfer,
      run: () => session.do({ type: 'transfer', target: id }),
    },
    ...changes[part].map(change),
    snapshotVerb(session, serverAt(world, id), isRunning),
  ];
}

/** What stands in the way of a change now; the leader would refuse it (§6). */
function pendingNote({ setup }: World, leader: Leader): string | null {
  const { configuration, configurationIndex, commitIndex, transfer } = leader;
  if (transfer !== null) return crew.handingOver(setup.names[leader.id] ?? '');
  const isPending = configuration.outgoing !== null || configurationIndex > commitIndex;
  return isPending ? crew.pending(configurationIndex) : null;
}

function snapshotVerb(session: Session, server: Server, isRunning: boolean): Verb {
  const { id, log, lastApplied } = server;
  const isNew = lastApplied > log.snapshotIndex && logs.entryAt(log, lastApplied) !== undefined;
  return {
    id: 'snapshot',
    text: crew.snapshot,
    isPossible: isRunning && isNew,
    note: isNew ? crew.through(lastApplied) : crew.nothingNew,
    run: () => session.do({ type: 'snapshot', server: id }),
  };
}

const losses = ['votedFor', 'currentTerm', 'log', 'all'] as const satisfies readonly Lost[];

/** Starting again with part of the disk gone; only for a server that is down. */
export const lossVerbs = (session: Session, world: World, server: number): readonly Verb[] =>
  conditionOf(world, server) !== 'crashed'
    ? []
    : losses.map((lost) => ({
        id: lost,
        text: crew.restartWithout[lost],
        isPossible: true,
        hint: crew.keys.restartLosing,
        run: () => session.do({ type: 'restart', server, lose: [lost] }),
      }));

/** A new server, from the menu of the leader. */
export const newcomerVerbs = (
  session: Session,
  world: World,
  id: number,
  name: string | null,
): readonly Verb[] =>
  leaderOf(world) !== id || name === null
    ? []
    : (['add', 'addLearner'] as const).map((kind) => ({
        id: `new-${kind}`,
        text: crew.newcomer[kind](name),
        isPossible: true,
        run: () => session.addServer(kind),
      }));
