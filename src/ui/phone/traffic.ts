/** How much is on its way from a server and to it: what a row can say where there is no picture of the messages. */
import type { ServerId } from '../../base/index.ts';
import { inFlight, type World } from '../../sim/index.ts';

export interface Traffic {
  readonly sent: number;
  readonly coming: number;
}

/** The messages in flight that `server` sent, and those that go to it. */
export function trafficOf(world: World, server: ServerId): Traffic {
  const messages = inFlight(world).map(({ message }) => message);
  return {
    sent: messages.filter(({ from }) => from === server).length,
    coming: messages.filter(({ to }) => to === server).length,
  };
}
