/** What is on its way between clients and servers. */
import { heap, type Seq, type ServerId, type VirtualMs } from '../base/index.ts';
import type { Answer, Client } from './clients.ts';
import { roundMs } from './grain.ts';
import { optionsAt } from './options.ts';
import type { World } from './world.ts';

/** A command or an answer between a client and a server. */
export interface Mail {
  readonly id: number;
  readonly at: VirtualMs;
  readonly client: string;
  readonly serial: number;
  readonly server: ServerId;
  /** The event that put it on its way. */
  readonly sentBy: Seq;
  /** Null: the client asks. */
  readonly answer: Answer | null;
}

/** One way between clients and servers; under manual delivery at once. */
export const latencyOf = (world: World, server: ServerId): VirtualMs =>
  world.delivery === 'manual' ? 0 : optionsAt(world, server).clientLatencyMs;

/** Puts a command or an answer on its way, in the event `sentBy`. */
export function post(
  world: World,
  client: Client,
  server: ServerId,
  answer: Answer | null,
  delay: VirtualMs,
  sentBy: Seq,
): void {
  world.lastMailId += 1;
  const at = roundMs(world.time + delay);
  heap.push(world.mail, {
    id: world.lastMailId,
    at,
    client: client.id,
    serial: client.serial,
    server,
    sentBy,
    answer,
  });
}
