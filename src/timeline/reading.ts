/** Reading the annals in figures, thousands of events at a time. */
import type { Seq, Term, VirtualMs } from '../base/index.ts';
import type { MessageType, Role } from '../raft/index.ts';
import type { EventKind } from '../sim/index.ts';
import { type Annals, type Block, blockAt, blockSize, timesInRow } from './annals.ts';
import { bitOf, kinds, type Mark, nobody, placeOfKind, roles, types } from './annalTags.ts';

/** The words of a row, of which the first two are the time. */
export const wordsInRow = 6;
export const column = {
  cause: 2,
  term: 3,
  /** Kind, server, from, type: a byte each, the first lowest. */
  who: 4,
  /** Rules, in two bytes; role and marks, a byte each. */
  what: 5,
} as const;

/** A word of the event `seq`; 0 where it does not stand. */
export const wordAt = ({ first, blocks }: Annals, seq: Seq, word: number): number =>
  blocks[blockAt(seq - first)]?.words[((seq - first) % blockSize) * wordsInRow + word] ?? 0;

/** The number of the list of rules that shaped the event `seq`. */
export const numberAt = (annals: Annals, seq: Seq): number =>
  wordAt(annals, seq, column.what) & 0xffff;

/** An event in figures, for whoever reads thousands of them: -1 nobody, 0 no cause. */
export interface Reading {
  time: VirtualMs;
  kind: EventKind;
  server: number;
  from: number;
  type: MessageType | null;
  term: Term;
  cause: Seq;
  role: Role | null;
  marks: number;
}

export const newReading = (): Reading => ({
  time: 0,
  kind: 'start',
  server: -1,
  from: -1,
  type: null,
  term: 0,
  cause: 0,
  role: null,
  marks: 0,
});

/** Reads the event `seq` into `reading`: nothing is made, so that a picture can read them all at every frame. */
export function readAnnal({ first, blocks }: Annals, seq: Seq, reading: Reading): Reading {
  const place = seq - first;
  const { times, words } = blocks[blockAt(place)] as Block;
  const at = place % blockSize;
  const row = at * wordsInRow;
  const who = words[row + column.who];
  const what = words[row + column.what];
  const server = byteOf(who, 1);
  const from = byteOf(who, 2);
  reading.time = times[at * timesInRow] as number;
  reading.kind = kinds[byteOf(who, 0)] as EventKind;
  reading.server = server === nobody ? -1 : server;
  reading.from = from === nobody ? -1 : from;
  reading.type = types[byteOf(who, 3)] ?? null;
  reading.term = words[row + column.term] as number;
  reading.cause = words[row + column.cause] as number;
  reading.role = roles[byteOf(what, 2)] ?? null;
  reading.marks = byteOf(what, 3);
  return reading;
}

/** The byte of a word of a column, 0 the lowest. */
export const byteOf = (word: number | undefined, place: 0 | 1 | 2 | 3): number =>
  ((word ?? 0) >>> (8 * place)) & 255;

/** The bits of these marks in a reading. */
export const marksOf = (...names: readonly Mark[]): number =>
  names.reduce((bits, name) => bits | bitOf[name], 0);

const received = placeOfKind.receive;
const dropped = placeOfKind.drop;

/** Whether a message ended with the event `seq`, received or lost: of most of thousands no more is asked. */
export function endsMessage(annals: Annals, seq: Seq): boolean {
  const kind = byteOf(wordAt(annals, seq, column.who), 0);
  return kind === received || kind === dropped;
}
