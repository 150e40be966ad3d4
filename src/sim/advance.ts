/** The clock of the world: what happens next, and making it happen. */
import { heap, type ServerId, type VirtualMs } from '../base/index.ts';
import type { Server } from '../raft/index.ts';
import { act } from './act.ts';
import { deliverMail, retry } from './asking.ts';
import { type Client, soonestRetry } from './clients.ts';
import { receive } from './delivery.ts';
import { finishUnseen, type Write } from './disk.ts';
import type { Envelope } from './envelope.ts';
import type { Event } from './event.ts';
import { happen } from './happen.ts';
import type { Mail } from './mail.ts';
import { endWrite } from './persist.ts';
import { isSnapshotDue, takeSnapshot } from './snapshots.ts';
import { soonestTimer } from './timers.ts';
import type { News, World } from './world.ts';

/** Whether something is to happen before time goes on: a loss to tell, an entry to apply, a write done, a command. */
export const isUnsettled = (world: World): boolean =>
  world.news.length > 0 ||
  world.toApply.length > 0 ||
  world.toSnapshot.length > 0 ||
  (world.writes[0]?.at ?? Infinity) <= world.time ||
  (world.mail[0]?.at ?? Infinity) <= world.time;

/**
 * The next event, if there is one by `until` (virtual ms); null otherwise, and then nothing has changed. At equal
 * times: what follows from the last event, disks, clients, messages by id, timers by server id.
 */
export function advance(world: World, until: VirtualMs = Infinity): Event | null {
  for (;;) {
    const followUp = advanceAtOnce(world);
    if (followUp !== null) return followUp;
    const diskAt = world.writes[0]?.at ?? Infinity;
    const mailAt = world.mail[0]?.at ?? Infinity;
    const messageAt = world.queue[0]?.at ?? Infinity;
    const at = Math.min(diskAt, mailAt, messageAt);
    if (at > world.timers.bound || at === Infinity) {
      const timer = nextTimer(world, at);
      if (timer === 'later') continue;
      if (timer === null || timer.at > until) return null;
      moveTo(world, timer.at);
      return timer.fire();
    }
    if (at > until) return null;
    moveTo(world, at);
    const event = diskAt === at ? persist(world) : mailAt === at ? post(world) : arrive(world);
    if (event !== null) return event;
  }
}

// What belongs to the moment of the last event, before time goes on.
function advanceAtOnce(world: World): Event | null {
  if (world.news.length > 0) return tell(world, world.news.shift() as News);
  if (world.toApply.length > 0) return apply(world, takeFirst(world.toApply) as ServerId);
  if (world.toSnapshot.length > 0)
    return takeSnapshot(world, takeFirst(world.toSnapshot) as ServerId);
  return null;
}

function apply(world: World, id: ServerId): Event {
  const event = act(world, id, { type: 'applyCommitted' }, 'apply', null, world.seq);
  if (isSnapshotDue(world, world.servers[id] as Server)) world.toSnapshot.push(id);
  return event;
}

const post = (world: World): Event => deliverMail(world, heap.pop(world.mail) as Mail);

function arrive(world: World): Event | null {
  const envelope = heap.pop(world.queue) as Envelope;
  if (world.conditions[envelope.message.to] !== 'paused') return receive(world, envelope);
  world.waiting.push(envelope);
  return null;
}

function persist(world: World): Event | null {
  const write = heap.pop(world.writes) as Write;
  if (world.conditions[write.server] !== 'paused') return endWrite(world, write);
  finishUnseen(world, write);
  return null;
}

/** Lets time pass to `until`, every event on the way handed to `look`. */
export function advanceTo(world: World, until: VirtualMs, look?: (event: Event) => void): void {
  for (let event = advance(world, until); event !== null; event = advance(world, until))
    look?.(event);
  moveTo(world, until);
}

function moveTo(world: World, time: VirtualMs): void {
  if (time > world.time) world.time = time;
}

interface Due {
  readonly at: VirtualMs;
  readonly fire: () => Event;
}

// The first timer of a server or client. `bound` may lie before it: `later` says that it did, and that it is true now.
function nextTimer(world: World, othersAt: VirtualMs): Due | 'later' | null {
  const id = soonestTimer(world);
  const serverAt = id < 0 ? Infinity : (world.timers.dueAt[id] as VirtualMs);
  const client = world.clients.length > 0 ? soonestRetry(world) : null;
  const clientAt = client?.pending?.retryAt ?? Infinity;
  const at = Math.min(serverAt, clientAt);
  world.timers.bound = at;
  if (at === Infinity) return othersAt === Infinity ? null : 'later';
  if (othersAt <= at) return 'later';
  if (serverAt <= clientAt) return { at, fire: () => fireTimer(world, id) };
  return { at, fire: () => retry(world, client as Client, null) };
}

function fireTimer(world: World, id: ServerId): Event {
  const isLeader = (world.servers[id] as Server).role === 'leader';
  return isLeader
    ? act(world, id, { type: 'heartbeat' }, 'heartbeat')
    : act(world, id, { type: 'electionTimeout' }, 'electionTimeout');
}

function tell(world: World, { kind, envelope, reason }: News): Event {
  return happen(world, kind, { envelope, reason, cause: envelope.sentBy });
}

// Nearly always the list holds one item, and a shift costs more than all the rest of applying an entry.
const takeFirst = <T>(list: T[]): T | undefined => (list.length === 1 ? list.pop() : list.shift());
