/** What a crash and a pause have in common: the process stands, and what arrives waits at its door or is lost there. */
import type { ServerId } from '../../base/index.ts';
import type { Envelope } from '../envelope.ts';
import type { World } from '../world.ts';

/** Stops a process. What it was about to do at this very moment (apply, snapshot) it does not do. */
export function halt(world: World, id: ServerId, condition: 'paused' | 'crashed'): void {
  world.conditions[id] = condition;
  world.toApply = world.toApply.filter((other) => other !== id);
  world.toSnapshot = world.toSnapshot.filter((other) => other !== id);
}

/** Takes out the messages that have arrived at a paused server and wait for it to go on. */
export function takeFromDoor(world: World, id: ServerId): readonly Envelope[] {
  // Under manual delivery, and held back by a command, a message waits on the bus and not at the door.
  const isAtDoor = ({ message, held }: Envelope): boolean =>
    message.to === id && !held && world.delivery === 'auto';
  const taken = world.waiting.filter(isAtDoor);
  world.waiting = world.waiting.filter((envelope) => !isAtDoor(envelope));
  return taken;
}
