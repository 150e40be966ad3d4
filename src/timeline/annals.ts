/**
 * The annals: of every event of a run, in columns of 24 bytes, who acted, on what message, because of which event and
 * by which rules. Pictures of the whole run and answers to "why" look here first, and replay only what they need.
 */
import type { Seq, VirtualMs } from '../base/index.ts';
import type { Message, RuleList } from '../raft/index.ts';
import { noRules } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { bitOf, kindPlace, nobody, rolePlace, typePlace } from './annalTags.ts';
import { type Call, forgetCallsAfter, recordCalls } from './calls.ts';

/** Events in one block; a block is never moved, so growing costs nothing that was there. */
export const blockSize = 4096;

/** Small numbers stand four to a word, the first lowest: to write five columns takes half as long as to write ten. */
export interface Block {
  readonly time: Float64Array;
  readonly cause: Uint32Array;
  readonly term: Uint32Array;
  /** Kind, server, from, type: a byte each. */
  readonly who: Uint32Array;
  /** Rules, in two bytes; role and marks, a byte each. */
  readonly what: Uint32Array;
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
  /** Their numbers by the places of the lists. */
  readonly numbers: (number | undefined)[];
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
  numbers: [0],
  counts: [0],
});

function newBlock(): Block {
  const time = new Float64Array(3 * blockSize);
  const column = (place: number): Uint32Array =>
    new Uint32Array(time.buffer, 4 * place * blockSize, blockSize);
  return {
    time: time.subarray(0, blockSize),
    cause: column(2),
    term: column(3),
    who: column(4),
    what: column(5),
  };
}

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
  block.term[at] = message?.term ?? after?.currentTerm ?? 0;
  block.cause[at] = event.cause ?? envelope?.sentBy ?? 0;
  block.who[at] = whoOf(event, message);
  const number = numberOf(annals, event.rules);
  annals.counts[number] = (annals.counts[number] as number) + 1;
  const role = after === null ? nobody : rolePlace(after.role);
  block.what[at] = number | (role << 16) | (bitsOf(event) << 24);
  annals.last = event.seq;
  if (event.clients.length > 0) recordCalls(annals.calls, event);
}

function whoOf({ kind, server }: Event, message: Message | null): number {
  const place = kindPlace(kind);
  if (message === null) return place | ((server ?? nobody) << 8) | noMessage;
  const { from, to, type } = message;
  return place | ((server ?? to) << 8) | (from << 16) | (typePlace(type) << 24);
}

const noMessage = (nobody << 16) | (nobody << 24);

function numberOf(annals: Annals, rules: RuleList): number {
  const known = annals.numbers[rules.place];
  if (known !== undefined) return known;
  const number = annals.lists.length;
  annals.lists.push(rules);
  annals.counts.push(0);
  annals.numbers[rules.place] = number;
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

function hasSubstance(message: Message): boolean {
  // By its type: looking a field up in so many kinds of object takes far longer.
  switch (message.type) {
    case 'AppendEntriesRequest':
      return message.entries.length > 0;
    case 'AppendEntriesResponse':
      return message.success;
    case 'RequestVoteResponse':
    case 'PreVoteResponse':
      return message.voteGranted;
    default:
      return true;
  }
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

const cell = ({ first, blocks }: Annals, column: keyof Block, seq: Seq): number =>
  blocks[Math.floor((seq - first) / blockSize)]?.[column][(seq - first) % blockSize] ?? 0;

/** The number of the list of rules that shaped the event `seq`. */
export const numberAt = (annals: Annals, seq: Seq): number => cell(annals, 'what', seq) & 0xffff;

/** When the event `seq` was, without the rest of it; 0 for the start. */
export const timeOfAnnal = (annals: Annals, seq: Seq): VirtualMs => cell(annals, 'time', seq);
