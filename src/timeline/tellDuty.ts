/** What to say when a server does something of its own accord, or because somebody asked it to. */
import type { Server } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { tellCrew } from './tellCrew.ts';
import type { Draft, NameOf } from './telling.ts';

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
