/** Writing the annals: it comes with the judge, after the first picture, and then writes down all there was. */
import type { Message, RuleList } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { type Annals, type Block, blockSize } from './annals.ts';
import { bitOf, kindPlace, nobody, rolePlace, typePlace } from './annalTags.ts';
import { recordCalls } from './calls.ts';

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
