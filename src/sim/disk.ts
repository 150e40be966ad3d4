/** The disks: what a server writes becomes durable after a while, and nothing that rests on it is said before. */
import { heap, type MessageId, type Seq, type ServerId, type VirtualMs } from '../base/index.ts';
import type { Durable, Message, Server } from '../raft/index.ts';
import { roundMs } from './grain.ts';
import { optionsAt } from './options.ts';
import type { World } from './world.ts';

/** A message that waits until what it rests on is durable. */
export interface HeldMessage {
  readonly message: Message;
  readonly inReplyTo: MessageId | null;
}

export interface Write {
  readonly id: number;
  readonly at: VirtualMs;
  readonly server: ServerId;
  /** The event that wrote. */
  readonly writtenBy: Seq;
  readonly durable: Durable;
  /** Grows until the write is done. */
  readonly held: HeldMessage[];
}

const durablePart = ({ currentTerm, votedFor, log, snapshot }: Server): Durable => ({
  currentTerm,
  votedFor,
  log,
  snapshot,
});

/** What would survive a crash now. */
export const durableOf = (world: World, id: ServerId): Durable =>
  world.durable[id] ?? durablePart(world.servers[id] as Server);

/** Whether what a server says may have to wait: its disk is slow, or was and has not finished. */
export const isSlow = (world: World, { id, settings }: Server): boolean =>
  settings.isDiskSlow || world.durable[id] !== null;

/** The write on which the next words of a server rest; null when everything is durable. */
export function noteWrite(world: World, before: Server, after: Server): Write | null {
  const isChanged =
    before.currentTerm !== after.currentTerm ||
    before.votedFor !== after.votedFor ||
    before.log !== after.log ||
    before.snapshot !== after.snapshot;
  if (!isChanged) return lastWrite(world, after.id);
  world.durable[after.id] ??= durablePart(before);
  world.lastWriteId += 1;
  const latency = optionsAt(world, after.id).diskLatencyMs;
  // Writes of one server are done in their order.
  const at = Math.max(roundMs(world.time + latency), lastWrite(world, after.id)?.at ?? 0);
  const write: Write = {
    id: world.lastWriteId,
    at,
    server: after.id,
    writtenBy: world.seq,
    durable: durablePart(after),
    held: [],
  };
  heap.push(world.writes, write);
  return write;
}

function lastWrite(world: World, id: ServerId): Write | null {
  let last: Write | null = null;
  for (const write of world.writes)
    if (write.server === id && write.id > (last?.id ?? 0)) last = write;
  return last;
}

/**
 * Whether a message rests on what is being written. Thesis §10.2.1: a leader may send entries while it writes them
 * itself; it counts its own copy only when it is durable.
 */
export const waitsForDisk = ({ type }: Message): boolean => waits[type];

const waits = {
  RequestVoteRequest: true,
  RequestVoteResponse: true,
  AppendEntriesRequest: false,
  AppendEntriesResponse: true,
  PreVoteRequest: false,
  PreVoteResponse: false,
  TimeoutNowRequest: false,
  InstallSnapshotRequest: false,
  InstallSnapshotResponse: true,
} as const satisfies Record<Message['type'], boolean>;

/** Marks a write as done. */
export function finishWrite(world: World, write: Write): void {
  const isLast = !world.writes.some(({ server }) => server === write.server);
  world.durable[write.server] = isLast ? null : write.durable;
}

/** A disk goes on while the process stands still: what is written is durable, and told when it wakes. */
export function finishUnseen(world: World, write: Write): void {
  world.durable[write.server] = write.durable;
  heap.push(world.writes, { ...write, at: Infinity });
}

/** A crash loses what was not durable yet. */
export function loseWrites(world: World, id: ServerId): void {
  heap.removeWhere(world.writes, ({ server }) => server === id);
  world.durable[id] = null;
}

/** What was written while a process stood still is told when it goes on, all of it at once. */
export function wakeWrites(world: World, id: ServerId): void {
  const isDone = ({ server, at }: Write): boolean => server === id && at === Infinity;
  const done = heap.removeWhere(world.writes, isDone);
  const last = done[done.length - 1];
  if (last === undefined) return;
  heap.push(world.writes, { ...last, at: world.time, held: done.flatMap(({ held }) => held) });
}
