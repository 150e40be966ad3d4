/** Looking things up in the annals: whatever needs that comes later than the first view. */
import { assert, type Seq, type ServerId, type Term, type VirtualMs } from '../base/index.ts';
import type { MessageType, Role, RuleId, RuleList } from '../raft/index.ts';
import type { EventKind } from '../sim/index.ts';
import { type Annals, timeOfAnnal } from './annals.ts';
import {
  bitOf,
  kinds,
  type Mark,
  marks,
  nobody,
  placeOfKind,
  placeOfType,
  roles,
  types,
} from './annalTags.ts';
import { byteOf, column, numberAt, wordAt } from './reading.ts';

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

/** What the annals say of the event `seq`; `seq` must stand in them. */
export function annalOf(annals: Annals, seq: Seq): Annal {
  assert(hasAnnal(annals, seq), `event ${seq} does not stand in the annals`);
  const who = wordAt(annals, seq, column.who);
  const what = wordAt(annals, seq, column.what);
  const cause = wordAt(annals, seq, column.cause);
  return {
    seq,
    time: timeOfAnnal(annals, seq),
    kind: kinds[byteOf(who, 0)] as EventKind,
    server: orNull(byteOf(who, 1)),
    from: orNull(byteOf(who, 2)),
    type: types[byteOf(who, 3)] ?? null,
    term: wordAt(annals, seq, column.term),
    cause: cause === 0 ? null : cause,
    role: roles[byteOf(what, 2)] ?? null,
    rules: annals.lists[numberAt(annals, seq)] as RuleList,
    has: marksSet(byteOf(what, 3)),
  };
}

const orNull = (id: number): ServerId | null => (id === nobody ? null : id);

const marksSet = (bits: number): Readonly<Record<Mark, boolean>> =>
  Object.fromEntries(marks.map((mark) => [mark, (bits & bitOf[mark]) !== 0])) as Record<
    Mark,
    boolean
  >;

export const hasAnnal = ({ first, last }: Annals, seq: Seq): boolean => seq >= first && seq <= last;

/** Whether one of these rules shaped the event `seq`. */
export const obeysAny = (annals: Annals, seq: Seq, numbers: ReadonlySet<number>): boolean =>
  numbers.has(numberAt(annals, seq));

/** How many events of the run obeyed `rule`. */
export function timesObeyed(annals: Annals, rule: RuleId): number {
  count(annals);
  return annals.lists.reduce(
    (sum, { ids }, number) => (ids.includes(rule) ? sum + (annals.counts[number] ?? 0) : sum),
    0,
  );
}

function count(annals: Annals): void {
  const { counts, first, last } = annals;
  for (let seq = Math.max(first, annals.counted + 1); seq <= last; seq += 1) {
    const number = numberAt(annals, seq);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  annals.counted = last;
}

/** The last `most` events up to `until` that obeyed `rule`, the latest first. */
export function whenObeyed(annals: Annals, rule: RuleId, until: Seq, most: number): readonly Seq[] {
  const numbers = listsWith(annals, rule);
  const found: Seq[] = [];
  for (let seq = Math.min(until, annals.last); seq >= annals.first && found.length < most; seq -= 1)
    if (obeysAny(annals, seq, numbers)) found.push(seq);
  return found;
}

/** The numbers of the lists that hold `rule`, for `obeysAny`. */
export const listsWith = ({ lists }: Annals, rule: RuleId): ReadonlySet<number> =>
  new Set(lists.flatMap(({ ids }, number) => (ids.includes(rule) ? [number] : [])));

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

/** What to look for in the annals; what is absent fits all. */
export interface Sought {
  readonly kind?: EventKind;
  readonly server?: ServerId;
  readonly from?: ServerId;
  readonly type?: MessageType;
  readonly mark?: Mark;
  /** A rule that shaped the event. */
  readonly rule?: RuleId;
}

/** The last event up to `until` that fits, found in the rows without replaying anything; null: there is none. */
export function lastWhere(annals: Annals, until: Seq, sought: Sought): Seq | null {
  const { kind, server, from, type, mark, rule } = sought;
  const numbers = rule === undefined ? null : listsWith(annals, rule);
  const bit = mark === undefined ? 0 : bitOf[mark];
  const kindPlace = kind === undefined ? -1 : placeOfKind[kind];
  const typePlace = type === undefined ? -1 : placeOfType[type];
  for (let seq = Math.min(until, annals.last); seq >= annals.first; seq -= 1) {
    const who = wordAt(annals, seq, column.who);
    if (server !== undefined && byteOf(who, 1) !== server) continue;
    if (kindPlace >= 0 && byteOf(who, 0) !== kindPlace) continue;
    if (typePlace >= 0 && byteOf(who, 3) !== typePlace) continue;
    if (from !== undefined && byteOf(who, 2) !== from) continue;
    if ((byteOf(wordAt(annals, seq, column.what), 3) & bit) !== bit) continue;
    if (numbers !== null && !numbers.has(numberAt(annals, seq))) continue;
    return seq;
  }
  return null;
}
