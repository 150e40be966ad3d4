/** The network between the servers: what is sent arrives later, twice, or never. */
import { draw, heap, type MessageId, type Seq, type VirtualMs } from '../base/index.ts';
import type { Message } from '../raft/index.ts';
import { copyOfEnvelope, type Envelope, withArrival, withHeld } from './envelope.ts';
import type { DropReason, Event } from './event.ts';
import { roundMs } from './grain.ts';
import { happen } from './happen.ts';
import type { LinkConditions } from './options.ts';
import { linkStream, type Purpose } from './streams.ts';
import type { World } from './world.ts';

/** Puts a message on the bus. What befalls it at once is left in `world.news`. */
export function transmit(
  world: World,
  message: Message,
  sentBy: Seq | null,
  inReplyTo: MessageId | null,
): Envelope {
  const { from, to } = message;
  const link = from * world.servers.length + to;
  const count = world.sentOn[link] as number;
  world.sentOn[link] = count + 1;
  const conditions = world.links[link] as LinkConditions;
  const at = roundMs(world.time + latency(world, message, conditions, count, 'latency'));
  world.lastMessageId += 1;
  const id = world.lastMessageId;
  const envelope: Envelope = {
    id,
    message,
    sentAt: world.time,
    at,
    sentBy,
    inReplyTo,
    copyOf: null,
    held: false,
  };
  if (world.cut[link] === 1) lose(world, envelope, 'cut');
  else if (isDrawn(world, message, conditions.lossRate, count, 'loss'))
    lose(world, envelope, 'loss');
  else {
    enqueue(world, envelope);
    if (isDrawn(world, message, conditions.duplicateRate, count, 'duplicate')) {
      const copyAt = roundMs(
        world.time + latency(world, message, conditions, count, 'copyLatency'),
      );
      const copy = copyOf(world, envelope, copyAt);
      world.news.push({ kind: 'duplicate', envelope: copy, reason: null });
    }
  }
  return envelope;
}

/** A second copy of a message on the bus, with an id of its own. */
export function copyOf(world: World, envelope: Envelope, at: VirtualMs): Envelope {
  world.lastMessageId += 1;
  const copy = copyOfEnvelope(envelope);
  copy.id = world.lastMessageId;
  copy.at = at;
  copy.copyOf = envelope.id;
  copy.held = false;
  enqueue(world, copy);
  return copy;
}

/**
 * Lets a message in flight arrive by itself at `until`, never earlier than it would have and never in the past. What was
 * held back or waited at a door is on its way again.
 */
export function postpone(world: World, envelope: Envelope, until: VirtualMs): Envelope {
  takeOff(world, envelope.id);
  const at = roundMs(Math.max(envelope.at, until, world.time));
  const late = withHeld(withArrival(envelope, at), false);
  heap.push(world.queue, late);
  return late;
}

function latency(
  world: World,
  { from, to }: Message,
  { latencyMs }: LinkConditions,
  count: number,
  purpose: Purpose,
): VirtualMs {
  const min = latencyMs[0];
  const max = latencyMs[1];
  return min === max
    ? min
    : min + draw(world.setup.seed, linkStream(from, to, purpose), count) * (max - min);
}

function isDrawn(
  world: World,
  { from, to }: Message,
  rate: number,
  count: number,
  purpose: Purpose,
): boolean {
  return rate > 0 && draw(world.setup.seed, linkStream(from, to, purpose), count) < rate;
}

function enqueue(world: World, envelope: Envelope): void {
  if (world.delivery === 'manual') world.waiting.push(envelope);
  else heap.push(world.queue, envelope);
}

function lose(world: World, envelope: Envelope, reason: DropReason): void {
  world.news.push({ kind: 'drop', envelope, reason });
}

/** Takes one message off the bus; undefined when it is not in flight. */
export function takeOff(world: World, id: MessageId): Envelope | undefined {
  const { waiting } = world;
  for (let place = 0; place < waiting.length; place += 1) {
    const envelope = waiting[place] as Envelope;
    if (envelope.id !== id) continue;
    // Moved up one by one: a splice makes a list of what it takes out, and under manual delivery every message is taken here.
    for (let next = place + 1; next < waiting.length; next += 1)
      waiting[next - 1] = waiting[next] as Envelope;
    waiting.pop();
    return envelope;
  }
  return heap.removeWhere(world.queue, (envelope) => envelope.id === id)[0];
}

/** Loses everything that is on a cut link; what has arrived at a paused server is not on the link any more. */
export function loseOnCutLinks(world: World): void {
  const count = world.servers.length;
  const isLost = ({ message, at, held }: Envelope): boolean =>
    world.cut[message.from * count + message.to] === 1 &&
    (held || at > world.time || world.delivery === 'manual');
  const lost = heap.removeWhere(world.queue, isLost);
  lost.push(...world.waiting.filter(isLost));
  world.waiting = world.waiting.filter((envelope) => !isLost(envelope));
  for (const envelope of lost.sort((a, b) => a.id - b.id)) lose(world, envelope, 'cut');
}

/** Lets messages arrive by themselves from now on, or only when they are delivered; both hold for those in flight. */
export function directBy(world: World, delivery: World['delivery']): Event {
  const { queue, waiting } = world;
  world.delivery = delivery;
  if (delivery === 'manual') {
    world.waiting = [...waiting, ...queue].sort((a, b) => a.id - b.id);
    world.queue = [];
  } else {
    // What is held stays held, and what waits at the door of a paused server is read when it goes on.
    const mayGo = ({ held, message }: Envelope): boolean =>
      !held && world.conditions[message.to] !== 'paused';
    world.waiting = waiting.filter((envelope) => !mayGo(envelope));
    for (const envelope of waiting.filter(mayGo))
      heap.push(world.queue, withArrival(envelope, Math.max(envelope.at, world.time)));
  }
  return happen(world, 'options');
}
