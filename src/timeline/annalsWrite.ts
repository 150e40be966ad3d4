/** Writing the annals: from when somebody first asks for them, and then all there was before. */
import type { Seq } from '../base/index.ts';
import { change, changesIn } from '../check/index.ts';
import { type Message, noRules, type RuleList } from '../raft/index.ts';
import type { Event } from '../sim/index.ts';
import { type Annals, type Block, blockSize, callWidth, timesInRow } from './annals.ts';
import { bitOf, kindPlace, nobody, rolePlace, typePlace } from './annalTags.ts';
import { recordCalls } from './calls.ts';
import { column, wordsInRow } from './reading.ts';
import { forgetRowsAfter } from './rows.ts';
import { startOf, type Timeline } from './timeline.ts';
import { goThrough } from './witness.ts';

/**
 * The annals of all that has happened. Nothing is written down before somebody asks: then by going through the run
 * once more, and from there on event by event. They are empty as long as nobody judges.
 */
export function annalsOf(timeline: Timeline): Annals {
  if (timeline.annals !== null) return timeline.annals;
  const annals = openAnnals(startOf(timeline) + 1);
  if (timeline.judge === null) return annals;
  goThrough(timeline, annals.first, timeline.end.seq, (event) =>
    record(annals, event, changesIn(event)),
  );
  timeline.annals = annals;
  return annals;
}

/** Annals in which nothing stands; the next event will be `first`. */
const openAnnals = (first: Seq): Annals => ({
  first,
  last: first - 1,
  blocks: [],
  open: null,
  calls: { rows: [], clients: [] },
  forgotten: 0,
  lists: [noRules],
  numbers: [0],
  counts: [],
  counted: 0,
});

/** Forgets every event after `seq`. */
export function forget(annals: Annals, seq: Seq): void {
  if (seq >= annals.last) return;
  annals.last = Math.max(seq, annals.first - 1);
  annals.forgotten += 1;
  // Counting starts over, rather than being taken back one by one.
  annals.counted = annals.counts.length = 0;
  forgetRowsAfter(annals.calls.rows, callWidth, seq);
  annals.blocks.length = Math.ceil((annals.last - annals.first + 1) / blockSize);
  annals.open = null;
}

function newBlock(): Block {
  const times = new Float64Array(timesInRow * blockSize);
  return { times, words: new Uint32Array(times.buffer) };
}

/** Writes an event down, with the changes in it; one that stands there already is passed over. */
export function record(annals: Annals, event: Event, changes: number): void {
  const { seq, envelope, after } = event;
  if (seq <= annals.last) return;
  annals.last = seq;
  const at = (seq - annals.first) % blockSize;
  if (at === 0 || annals.open === null) open(annals, at);
  const { times, words } = annals.open as Block;
  const row = at * wordsInRow;
  times[at * timesInRow] = event.time;
  const number = annals.numbers[event.rules.place] ?? newNumber(annals, event.rules);
  const role = after === null ? nobody : rolePlace(after.role);
  words[row + column.what] = number | (role << 16) | (bitsOf(event, changes) << 24);
  if (envelope === null) {
    words[row + column.cause] = event.cause ?? 0;
    words[row + column.term] = after === null ? 0 : after.currentTerm;
    words[row + column.who] = kindPlace(event.kind) | ((event.server ?? nobody) << 8) | noMessage;
  } else {
    const { from, to, term, type } = envelope.message;
    words[row + column.cause] = event.cause ?? envelope.sentBy ?? 0;
    words[row + column.term] = term;
    words[row + column.who] =
      kindPlace(event.kind) | ((event.server ?? to) << 8) | (from << 16) | (typePlace(type) << 24);
  }
  if (event.clients.length > 0) recordCalls(annals.calls, event);
}

function open(annals: Annals, at: number): void {
  const { blocks } = annals;
  if (at === 0) blocks.push(newBlock());
  annals.open = blocks[blocks.length - 1] as Block;
}

const noMessage = (nobody << 16) | (nobody << 24);

function newNumber(annals: Annals, rules: RuleList): number {
  const number = annals.lists.length;
  annals.lists.push(rules);
  annals.numbers[rules.place] = number;
  return number;
}

function bitsOf({ before, after, envelope, sent, command }: Event, changes: number): number {
  let bits = command === null ? 0 : bitOf.given;
  if (sent.length > 0) bits |= bitOf.sent;
  if (envelope !== null && hasSubstance(envelope.message)) bits |= bitOf.substance;
  if (before === after || before === null || after === null) return bits;
  if ((changes & change.log) !== 0) bits |= bitOf.appended;
  if ((changes & change.commit) !== 0) bits |= bitOf.committed;
  if ((changes & change.apply) !== 0) bits |= bitOf.applied;
  if ((changes & change.office) !== 0 && before.role !== 'leader') bits |= bitOf.elected;
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
