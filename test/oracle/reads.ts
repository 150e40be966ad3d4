/** Reads that leave no entry (dissertation 6.4): whether the leader knew that it led, and that it had caught up. */
import type { LogIndex, MessageId, Seq, ServerId, VirtualMs } from '../../src/base/index.ts';
import type { Command, Configuration, Leader } from '../../src/raft/index.ts';
import type { Event } from '../../src/sim/index.ts';
import { type Given, holds } from './given.ts';
import { halvesOf, isMajority, lastOf, termOf } from './reading.ts';

/** A read that has reached a leader and is not answered. */
interface Asked {
  readonly at: Seq;
  readonly readIndex: LogIndex;
  readonly isLeased: boolean;
  /** Who has answered a request sent since. */
  readonly heard: ReadonlySet<ServerId>;
}

/** Changed in place. */
export interface Reads {
  /** When each message was sent: in which event, and what its sender's clock showed. */
  readonly sent: Map<MessageId, { readonly at: Seq; readonly own: VirtualMs }>;
  /** By the very command, which a retry repeats as another one. */
  readonly asked: Map<Command, Asked>;
  /** By leader, term and follower: the own time at which the latest answered request was sent. */
  readonly answered: Map<string, VirtualMs>;
  /** Leaders and terms in which somebody was asked to stand. */
  readonly handedOver: Set<string>;
}

export const noReads = (): Reads => ({
  sent: new Map(),
  asked: new Map(),
  answered: new Map(),
  handedOver: new Set(),
});

export const cloneReads = ({ sent, asked, answered, handedOver }: Reads): Reads => ({
  sent: new Map(sent),
  asked: new Map(asked),
  answered: new Map(answered),
  handedOver: new Set(handedOver),
});

/** A copy of a message is answered like the message itself. */
export function noteCopy({ sent }: Reads, { kind, envelope }: Event): void {
  const original = sent.get(envelope?.copyOf ?? 0);
  if (kind === 'duplicate' && envelope !== null && original !== undefined)
    sent.set(envelope.id, original);
}

/** Whether the reads answered in this event may be. */
export function readDifferences(reads: Reads, given: Given): string[] {
  const { event, before, after, hearing } = given;
  noteAnswer(reads, given);
  for (const { id, message } of event.sent) {
    reads.sent.set(id, { at: event.seq, own: hearing.now });
    if (message.type === 'TimeoutNowRequest')
      reads.handedOver.add(`${message.from} ${message.term}`);
  }
  if (before.role !== 'leader' || after.role !== 'leader') return [];
  const waiting = after.reads?.pending ?? [];
  const known = before.reads?.pending ?? [];
  for (const { command } of waiting)
    if (!known.some((one) => one.command === command))
      reads.asked.set(command, newRead(reads, given, before));
  const found = known
    .filter(({ command }) => !waiting.some((one) => one.command === command))
    .flatMap(({ command }) => confirm(given, after, reads.asked.get(command)));
  if (isAnsweredAtOnce(given)) found.push(...confirm(given, after, newRead(reads, given, before)));
  return found;
}

/** A read that came and is not waiting: it was answered in the same event. */
function isAnsweredAtOnce({ event, before, after }: Given): boolean {
  if (event.kind !== 'client' || before === after || lastOf(before.log) !== lastOf(after.log))
    return false;
  const count = ({ role, ...server }: typeof before) =>
    role === 'leader' && 'reads' in server ? (server.reads?.pending.length ?? 0) : 0;
  return (
    (before.settings.reads === 'readIndex' || before.settings.reads === 'lease') &&
    count(after) === count(before)
  );
}

/** An answer in the leader's term tells that it led when it sent what is answered. */
function noteAnswer(reads: Reads, { event, before }: Given): void {
  const { message, inReplyTo } = event.envelope ?? {};
  if (event.kind !== 'receive' || message?.type !== 'AppendEntriesResponse') return;
  const sent =
    inReplyTo === null || inReplyTo === undefined ? undefined : reads.sent.get(inReplyTo);
  if (before.role !== 'leader' || message.term !== before.currentTerm || sent === undefined) return;
  const place = `${before.id} ${before.currentTerm} ${message.from}`;
  reads.answered.set(place, Math.max(reads.answered.get(place) ?? -Infinity, sent.own));
  for (const { command } of before.reads?.pending ?? []) {
    const asked = reads.asked.get(command);
    if (asked !== undefined && sent.at >= asked.at)
      reads.asked.set(command, { ...asked, heard: new Set([...asked.heard, message.from]) });
  }
}

function newRead(reads: Reads, given: Given, leader: Leader): Asked {
  const { event, hearing } = given;
  const { settings, transfer, configuration, id, currentTerm, commitIndex } = leader;
  // A server that was asked to stand in this term may still do so, at any time.
  const isSteady = transfer === null && !reads.handedOver.has(`${id} ${currentTerm}`);
  const from = leaseFrom(configuration, (other) =>
    other === id ? hearing.now : (reads.answered.get(`${id} ${currentTerm} ${other}`) ?? -Infinity),
  );
  const isLeased =
    settings.reads === 'lease' && isSteady && hearing.now < from + settings.electionTimeoutMinMs;
  return { at: event.seq, readIndex: commitIndex, isLeased, heard: new Set() };
}

/** Since when a majority of every half has been answering. */
const leaseFrom = (configuration: Configuration, since: (id: ServerId) => VirtualMs): VirtualMs =>
  Math.min(
    ...halvesOf(configuration).map((half) => {
      const times = half.map(since).sort((a, b) => b - a);
      return times[Math.floor(half.length / 2)] ?? -Infinity;
    }),
  );

function confirm(given: Given, leader: Leader, asked: Asked | undefined): string[] {
  if (!holds(given, 'read.confirmLeadership')) return [];
  if (asked === undefined) return ['answered a read that nobody asked'];
  const { log, commitIndex, currentTerm, lastApplied, configuration, id } = leader;
  const found: string[] = [];
  if (termOf(log, commitIndex) !== currentTerm)
    found.push('answered a read before anything of its term was committed');
  if (lastApplied < asked.readIndex)
    found.push(`answered a read at ${lastApplied}, and ${asked.readIndex} was committed`);
  const isSure = isMajority(configuration, (other) => other === id || asked.heard.has(other));
  if (!isSure && !asked.isLeased)
    found.push('answered a read without a majority that still follows it');
  return found;
}
