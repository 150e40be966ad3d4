/**
 * What the annals leave to be found, kept up as they grow: which heartbeat rounds brought no news, and the place of every
 * event in an order that passes over those.
 */
import type { Seq } from '../../base/index.ts';
import {
  type Annals,
  listsWith,
  marksOf,
  newReading,
  obeysAny,
  readAnnal,
  timeOfAnnal,
} from '../../timeline/index.ts';
import { flag, type Slots, slotOn } from './slots.ts';

/** Columns by place, which is the number of an event less the first. Changed in place by `weaveOf` alone. */
export interface Weave extends Slots {
  readonly annals: Annals;
  /** The last event that is woven in. */
  last: Seq;
  readonly forgotten: number;
  /** The heartbeat that began the round to which the event belongs; 0: to none. */
  round: Uint32Array;
  flags: Uint8Array;
  readonly roles: (string | null)[];
  /** The round of each leader that is not over; 0: none. */
  readonly open: Seq[];
  /** The longest that a message was on its way, ms. */
  longestMs: number;
}

const woven = new WeakMap<Annals, Weave>();

/** The weave of these annals, up to their last event. */
export function weaveOf(annals: Annals): Weave {
  let weave = woven.get(annals);
  if (weave === undefined || weave.forgotten !== annals.forgotten) {
    weave = openWeave(annals);
    woven.set(annals, weave);
  }
  if (weave.last < annals.last) weaveOn(weave);
  return weave;
}

function openWeave(annals: Annals): Weave {
  return {
    annals,
    last: annals.first - 1,
    forgotten: annals.forgotten,
    round: new Uint32Array(1024),
    flags: new Uint8Array(1024),
    slot: new Uint32Array(1024),
    fold: new Uint32Array(1024),
    folds: [],
    slots: 0,
    lastSlot: 0,
    settled: annals.first - 1,
    foldOf: [],
    longestSlots: 1,
    roles: [],
    open: [],
    longestMs: 0,
  };
}

function roomFor<Column extends Uint32Array | Uint8Array>(column: Column, count: number): Column {
  if (column.length >= count) return column;
  const Wider = column.constructor as new (length: number) => Column;
  const wider = new Wider(Math.max(count, column.length * 2));
  wider.set(column);
  return wider;
}

function weaveOn(weave: Weave): void {
  const { annals } = weave;
  const count = annals.last - annals.first + 1;
  weave.round = roomFor(weave.round, count);
  weave.flags = roomFor(weave.flags, count);
  weave.slot = roomFor(weave.slot, count);
  weave.fold = roomFor(weave.fold, count);
  const adopting = listsWith(annals, 'All2');
  for (let seq = weave.last + 1; seq <= annals.last; seq += 1) addEvent(weave, seq, adopting);
  weave.last = annals.last;
  slotOn(weave);
}

const reading = newReading();
const changes = marksOf('appended', 'committed', 'applied', 'elected', 'granted');
const substance = marksOf('substance');

function addEvent(weave: Weave, seq: Seq, adopting: ReadonlySet<number>): void {
  const place = seq - weave.annals.first;
  weave.round[place] = 0;
  weave.flags[place] = 0;
  readAnnal(weave.annals, seq, reading);
  const isRoleNew = putOnLane(weave);
  if (reading.kind === 'heartbeat' && reading.role === 'leader') beginRound(weave, seq);
  else if (reading.kind === 'receive' || reading.kind === 'drop')
    goOnWithRound(weave, seq, isRoleNew || obeysAny(weave.annals, seq, adopting));
}

/** Whether the event changed the role of its server. A leader that stops leading leaves its last round open. */
function putOnLane({ roles, open }: Weave): boolean {
  const { server, role, kind } = reading;
  if (role === null) return false;
  const isNew = roles[server] !== role;
  roles[server] = role;
  if (role !== 'leader' || kind === 'crash' || kind === 'pause') open[server] = 0;
  return isNew;
}

function beginRound({ annals, round, flags, open }: Weave, seq: Seq): void {
  const place = seq - annals.first;
  const { server, marks } = reading;
  const last = open[server] ?? 0;
  if (last > 0) flags[last - annals.first] = (flags[last - annals.first] as number) | flag.over;
  open[server] = seq;
  round[place] = seq;
  if ((marks & changes) !== 0) flags[place] = flag.news | flag.newsInRound;
}

function goOnWithRound(weave: Weave, seq: Seq, isTurn: boolean): void {
  const { annals, round, flags } = weave;
  const { time, kind, cause, type, marks } = reading;
  if (cause < annals.first) return;
  weave.longestMs = Math.max(weave.longestMs, time - timeOfAnnal(annals, cause));
  const began = round[cause - annals.first] as number;
  if (began === 0) return;
  const place = seq - annals.first;
  round[place] = began;
  // An empty request and a reply that agrees say nothing new; a loss is counted, since a cut link loses them all.
  const isUsual = ((marks & substance) !== 0) === (type === 'AppendEntriesResponse');
  if (kind === 'drop' || (isUsual && !isTurn && (marks & changes) === 0)) return;
  flags[place] = flag.news;
  const start = began - annals.first;
  flags[start] = (flags[start] as number) | flag.newsInRound;
}
