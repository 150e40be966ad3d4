/** Events are made here and nowhere else, so that each has its number and all its fields. */
import { noRules } from '../raft/index.ts';
import type { Envelope } from './envelope.ts';
import type { ClientNews, Event, EventKind } from './event.ts';
import type { World } from './world.ts';

export const nothingSent: readonly Envelope[] = [];
export const noClients: readonly ClientNews[] = [];

/** Records that something happened now. */
export function happen(world: World, kind: EventKind, facts: Partial<Event> = {}): Event {
  world.seq += 1;
  return {
    seq: world.seq,
    time: world.time,
    kind,
    server: null,
    before: null,
    after: null,
    envelope: null,
    rules: noRules,
    sent: nothingSent,
    cause: null,
    reason: null,
    clients: noClients,
    command: null,
    ...facts,
  };
}
