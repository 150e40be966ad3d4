/** What can be done to a server as a member of the cluster. */
import { isLearner, isVoter, log as logs, type Server } from '../../raft/index.ts';
import { conditionOf, leaderOf, type World } from '../../sim/index.ts';
import type { Session } from '../../store/index.ts';
import { crew } from '../../words/index.ts';
import type { Verb } from './verbs.ts';

/** Snapshot, transfer, and coming and going; what the leader thinks of it shows in what happens. */
export function crewVerbs(session: Session, world: World, id: number): readonly Verb[] {
  const server = world.servers[id] as Server;
  const leaderId = leaderOf(world);
  const leader = leaderId === null ? null : (world.servers[leaderId] as Server);
  const isRunning = conditionOf(world, id) === 'running';
  const isMember = leader !== null && isVoter(leader.configuration, id);
  const learns = leader !== null && isLearner(leader.configuration, id);
  const canSnapshot = isRunning && server.lastApplied > server.log.snapshotIndex;
  const change = (kind: 'add' | 'remove' | 'promote'): Verb => ({
    id: kind,
    text: crew[kind],
    isPossible: leader !== null,
    run: () => session.do({ type: 'reconfigure', change: { kind, server: id } }),
  });
  return [
    {
      id: 'transfer',
      text: crew.transfer,
      isPossible: isMember && isRunning && leaderId !== id,
      run: () => session.do({ type: 'transfer', target: id }),
    },
    {
      id: 'snapshot',
      text: crew.snapshot,
      isPossible: canSnapshot && logs.lastIndex(server.log) > 0,
      run: () => session.do({ type: 'snapshot', server: id }),
    },
    change(isMember ? 'remove' : learns ? 'promote' : 'add'),
  ];
}
