/**
 * The annals: of every event of a run, in columns of 24 bytes, who acted, on what message, because of which event and
 * by which rules. Pictures of the whole run and answers to "why" look here first, and replay only what they need.
 */
import type { Seq } from '../base/index.ts';
import type { RuleList } from '../raft/index.ts';
import { noRules } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { bitOf, nobody, placeOfKind, placeOfRole, placeOfType } from './annalTags.ts';
import { type Call, forgetCallsAfter, recordCalls } from './calls.ts';

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
  /** How many events obeyed each list, by its number. */
  readonly counts: number[];
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
  counts: [0],
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
  const number = numberOf(annals, event.rules);
  block.rules[at] = number;
  annals.counts[number] = (annals.counts[number] as number) + 1;
  block.marks[at] = bitsOf(event);
  annals.last = event.seq;
  if (event.clients.length > 0) recordCalls(annals.calls, event);
}

function numberOf(annals: Annals, rules: RuleList): number {
  const known = annals.numbers.get(rules);
  if (known !== undefined) return known;
  const number = annals.lists.length;
  annals.lists.push(rules);
  annals.counts.push(0);
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
  for (let gone = annals.last; gone > seq && gone >= annals.first; gone -= 1) {
    const number = numberAt(annals, gone);
    annals.counts[number] = (annals.counts[number] as number) - 1;
  }
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  forgetCallsAfter(annals.calls, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
}

/** The number of the list of rules that shaped the event `seq`. */
export function numberAt({ first, blocks }: Annals, seq: Seq): number {
  const place = seq - first;
  return blocks[Math.floor(place / blockSize)]?.rules[place % blockSize] ?? 0;
}
