/**
 * The annals: of every event of a run, in columns of 24 bytes, who acted, on what message, because of which event and
 * by which rules. Pictures of the whole run and answers to "why" look here first, and replay only what they need.
 */
import { assert, type Seq, type ServerId, type Term, type VirtualMs } from '../base/index.ts';
import type { MessageType, Role, RuleList } from '../raft/index.ts';
import { noRules } from '../raft/index.ts';
import type { Event, EventKind } from '../sim/index.ts';
import { bitOf, kinds, type Mark, marks, roles, types } from './annalTags.ts';
import { type Call, forgetCallsAfter, recordCalls } from './calls.ts';

/** One event as the annals remember it. */
export interface Annal {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly kind: EventKind;
  /** The acting server; for a message lost or copied the one it was for; null for the bus and clients. */
  readonly server: ServerId | null;
  /** The message received, lost, copied, held or forged: who sent it, of what type and term. */
  readonly from: ServerId | null;
  readonly type: MessageType | null;
  readonly term: Term;
  /** The event that caused it (of a message: that sent it); null: none. */
  readonly cause: Seq | null;
  /** Role after the event; null without an acting server. */
  readonly role: Role | null;
  readonly rules: RuleList;
  /** What the event changed or said. */
  readonly has: Readonly<Record<Mark, boolean>>;
}

const placeIn = <Tag extends string>(tags: readonly Tag[]): Readonly<Record<Tag, number>> =>
  Object.fromEntries(tags.map((tag, place) => [tag, place])) as Record<Tag, number>;
const placeOfKind: Readonly<Record<EventKind, number>> = placeIn<EventKind>(kinds);
const placeOfType: Readonly<Record<MessageType, number>> = placeIn<MessageType>(types);
const placeOfRole: Readonly<Record<Role, number>> = placeIn<Role>(roles);
export const nobody = 255;

/** Events in one block; a block is never moved, so growing costs nothing that was there. */
export const blockSize = 4096;

export interface Block {
  readonly time: Float64Array;
  readonly cause: Uint32Array;
  readonly term: Uint32Array;
  readonly rules: Uint16Array;
  readonly kind: Uint8Array;
  readonly server: Uint8Array;
  readonly from: Uint8Array;
  readonly type: Uint8Array;
  readonly role: Uint8Array;
  readonly marks: Uint8Array;
}

/** Changed in place. Invariant: holds the events `first` to `last`, each once. */
export interface Annals {
  readonly first: Seq;
  last: Seq;
  readonly blocks: Block[];
  /** What clients had to do with it, in order. */
  readonly calls: Call[];
  /** How often something was forgotten: whoever keeps more than the annals do looks here. */
  forgotten: number;
  /** Lists of rules by number: a few dozen occur, however long a run is. */
  readonly lists: RuleList[];
  readonly numbers: Map<RuleList, number>;
}

/** Annals in which nothing stands; the next event will be `first`. */
export const openAnnals = (first: Seq): Annals => ({
  first,
  last: first - 1,
  blocks: [],
  calls: [],
  forgotten: 0,
  lists: [noRules],
  numbers: new Map([[noRules, 0]]),
});

const newBlock = (): Block => ({
  time: new Float64Array(blockSize),
  cause: new Uint32Array(blockSize),
  term: new Uint32Array(blockSize),
  rules: new Uint16Array(blockSize),
  kind: new Uint8Array(blockSize),
  server: new Uint8Array(blockSize),
  from: new Uint8Array(blockSize),
  type: new Uint8Array(blockSize),
  role: new Uint8Array(blockSize),
  marks: new Uint8Array(blockSize),
});

/** Writes an event down; one that stands there already is passed over. */
export function record(annals: Annals, event: Event): void {
  if (event.seq <= annals.last) return;
  const place = event.seq - annals.first;
  const at = place % blockSize;
  if (at === 0) annals.blocks.push(newBlock());
  const block = annals.blocks[annals.blocks.length - 1] as Block;
  const { after, envelope } = event;
  const message = envelope?.message ?? null;
  block.time[at] = event.time;
  block.kind[at] = placeOfKind[event.kind];
  block.server[at] = event.server ?? message?.to ?? nobody;
  block.from[at] = message?.from ?? nobody;
  block.type[at] = message === null ? nobody : placeOfType[message.type];
  block.term[at] = message?.term ?? after?.currentTerm ?? 0;
  block.cause[at] = event.cause ?? envelope?.sentBy ?? 0;
  block.role[at] = after === null ? nobody : placeOfRole[after.role];
  block.rules[at] = numberOf(annals, event.rules);
  block.marks[at] = bitsOf(event);
  annals.last = event.seq;
  if (event.clients.length > 0) recordCalls(annals.calls, event);
}

function numberOf(annals: Annals, rules: RuleList): number {
  const known = annals.numbers.get(rules);
  if (known !== undefined) return known;
  const number = annals.lists.length;
  annals.lists.push(rules);
  annals.numbers.set(rules, number);
  return number;
}

function bitsOf({ before, after, envelope, sent, command }: Event): number {
  let bits = command === null ? 0 : bitOf.given;
  if (sent.length > 0) bits |= bitOf.sent;
  if (envelope !== null && hasSubstance(envelope.message)) bits |= bitOf.substance;
  if (before === null || after === null || before === after) return bits;
  if (after.log !== before.log) bits |= bitOf.appended;
  if (after.commitIndex > before.commitIndex) bits |= bitOf.committed;
  if (after.lastApplied > before.lastApplied) bits |= bitOf.applied;
  if (after.role === 'leader' && before.role !== 'leader') bits |= bitOf.elected;
  if (after.votedFor !== null && after.votedFor !== before.votedFor) bits |= bitOf.granted;
  return bits;
}

function hasSubstance(message: NonNullable<Event['envelope']>['message']): boolean {
  if ('entries' in message) return message.entries.length > 0;
  if ('success' in message) return message.success;
  return 'voteGranted' in message ? message.voteGranted : true;
}

/** Forgets every event after `seq`. */
export function forgetAnnalsAfter(annals: Annals, seq: Seq): void {
  if (seq >= annals.last) return;
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  forgetCallsAfter(annals.calls, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
}

/** What the annals say of the event `seq`; `seq` must stand in them. */
export function annalOf(annals: Annals, seq: Seq): Annal {
  assert(hasAnnal(annals, seq), `event ${seq} does not stand in the annals`);
  const place = seq - annals.first;
  const block = annals.blocks[Math.floor(place / blockSize)] as Block;
  const at = place % blockSize;
  const bits = block.marks[at] as number;
  return {
    seq,
    time: block.time[at] as number,
    kind: kinds[block.kind[at] as number] as EventKind,
    server: orNull(block.server[at] as number),
    from: orNull(block.from[at] as number),
    type: types[block.type[at] as number] ?? null,
    term: block.term[at] as number,
    cause: (block.cause[at] as number) === 0 ? null : (block.cause[at] as number),
    role: roles[block.role[at] as number] ?? null,
    rules: annals.lists[block.rules[at] as number] as RuleList,
    has: marksSet(bits),
  };
}

const orNull = (id: number): ServerId | null => (id === nobody ? null : id);

const marksSet = (bits: number): Readonly<Record<Mark, boolean>> =>
  Object.fromEntries(marks.map((mark) => [mark, (bits & bitOf[mark]) !== 0])) as Record<
    Mark,
    boolean
  >;

export const hasAnnal = ({ first, last }: Annals, seq: Seq): boolean => seq >= first && seq <= last;

/** When the event `seq` was, without the rest of it. */
export function timeOfAnnal({ first, blocks }: Annals, seq: Seq): VirtualMs {
  const place = seq - first;
  return blocks[Math.floor(place / blockSize)]?.time[place % blockSize] ?? 0;
}

/** Whether one of these rules shaped the event `seq`. */
export function obeysAny(annals: Annals, seq: Seq, numbers: ReadonlySet<number>): boolean {
  const place = seq - annals.first;
  return numbers.has(annals.blocks[Math.floor(place / blockSize)]?.rules[place % blockSize] ?? 0);
}

/** The numbers of the lists that hold `rule`, for `obeysAny`. */
export const listsWith = ({ lists }: Annals, rule: string): ReadonlySet<number> =>
  new Set(
    lists.flatMap(({ ids }, number) => ((ids as readonly string[]).includes(rule) ? [number] : [])),
  );

/** The last event by `until` (virtual ms); one before the first where there is none. */
export function lastBy(annals: Annals, until: VirtualMs): Seq {
  let low = annals.first - 1;
  let high = annals.last;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (timeOfAnnal(annals, middle) <= until) low = middle;
    else high = middle - 1;
  }
  return low;
}
