/** Events that are no step of a server; `act` makes those that are. Each has its number and all the fields. */
import { noRules } from '../raft/index.ts';
import type { Envelope } from './envelope.ts';
import type { ClientNews, Event, EventKind } from './event.ts';
import type { World } from './world.ts';

export const nothingSent: readonly Envelope[] = [];
export const noClients: readonly ClientNews[] = [];

/** What there is to say of an event besides its kind. */
type Facts = Partial<
  Pick<Event, 'server' | 'before' | 'after' | 'envelope' | 'cause' | 'reason' | 'clients'>
>;
const nothingMore: Facts = {};

/** Records that something happened now. */
export function happen(world: World, kind: EventKind, facts: Facts = nothingMore): Event {
  world.seq += 1;
  // Field by field, so that all events have one shape, whatever there is to say of them: the properties read each.
  return {
    seq: world.seq,
    time: world.time,
    kind,
    server: facts.server ?? null,
    before: facts.before ?? null,
    after: facts.after ?? null,
    envelope: facts.envelope ?? null,
    rules: noRules,
    sent: nothingSent,
    cause: facts.cause ?? null,
    reason: facts.reason ?? null,
    clients: facts.clients ?? noClients,
    command: null,
  };
}
