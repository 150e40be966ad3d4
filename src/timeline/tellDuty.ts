/** What to say when a server does something of its own accord, or because somebody asked it to. */
import type { ServerId } from '../base/index.ts';
import type { Server } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import type { Draft, NameOf } from './telling.ts';
import type { CrewRefusal } from './tellingParams.ts';

export function tellDuty(event: Event, after: Server, name: NameOf): Draft | null {
  const { kind, sent } = event;
  const server = name(after.id);
  const term = after.currentTerm;
  switch (kind) {
    case 'heartbeat':
      if (after.role !== 'leader')
        return { id: 'losesQuorum', params: { server, term }, weight: 'loud' };
      return { id: 'heartbeats', params: { server, term }, weight: 'quiet' };
    case 'persist':
      return { id: 'writes', params: { server }, weight: 'quiet' };
    case 'snapshot':
      return {
        id: 'takesSnapshot',
        params: { server, index: after.log.snapshotIndex },
        weight: 'loud',
      };
    case 'transfer': {
      const target = after.role === 'leader' ? (after.transfer?.target ?? null) : null;
      if (target === null) return null;
      const isAsked = sent.some(({ message }) => message.type === 'TimeoutNowRequest');
      return {
        id: isAsked ? 'asksToStand' : 'transfers',
        params: { server, target: name(target) },
        weight: 'loud',
      };
    }
    case 'reconfigure':
      return tellCrew(event, after, name);
    default:
      return null;
  }
}

const namesOf = (ids: readonly ServerId[], name: NameOf): string => ids.map(name).join(', ');

/** The last rule that a leader looked at is the one it refuses a change by. */
const refusals = [
  ['MC4', 'oneAtATime'],
  ['MC3', 'ownTerm'],
  ['MC2', 'underWay'],
] as const;

function whyRefused({ rules }: Event, after: Server): CrewRefusal {
  if (after.role !== 'leader') return 'notLeading';
  if (after.transfer !== null) return 'handingOver';
  return refusals.find(([id]) => rules.ids.includes(id))?.[1] ?? 'noVoters';
}

function tellCrew(event: Event, after: Server, name: NameOf): Draft {
  const { before } = event;
  const server = name(after.id);
  const { voters, outgoing, learners } = after.configuration;
  if (before === null || before.configuration === after.configuration) {
    const params = { server, why: whyRefused(event, after) };
    return { id: 'refusesCrew', params, weight: 'loud' };
  }
  const named = { server, voters: namesOf(voters, name), learners: namesOf(learners, name) };
  if (outgoing === null) return { id: 'changesCrew', params: named, weight: 'loud' };
  const params = { ...named, old: namesOf(outgoing, name) };
  return { id: 'changesCrewJointly', params, weight: 'loud' };
}
