/** A message reaches the server it was sent to. */
import { act } from './act.ts';
import { noteHeard } from './clocks.ts';
import type { Envelope } from './envelope.ts';
import type { Event } from './event.ts';
import { happen } from './happen.ts';
import type { World } from './world.ts';

/** The event of `envelope` arriving at a server that runs, or that is down and loses it. */
export function receive(world: World, envelope: Envelope): Event {
  const { to } = envelope.message;
  if (world.conditions[to] === 'crashed')
    return happen(world, 'drop', { envelope, reason: 'crashed' });
  noteHeard(world, envelope.message);
  return act(world, to, envelope.message, 'receive', envelope, envelope.sentBy);
}
