/**
 * The order of a run that passes over heartbeats without news: every other event has a slot of its own, and a stretch of
 * quiet rounds has a few together.
 */
import type { Seq, ServerId } from '../../base/index.ts';
import { newReading, readAnnal } from '../../timeline/index.ts';
import type { Weave } from './weave.ts';

/** By place: a round is hidden when it is over and no event of it is news. */
export const flag = { news: 1, newsInRound: 2, over: 4 } as const;

/** Quiet rounds of one leader with nothing else between them. */
export interface Fold {
  readonly server: ServerId;
  readonly first: Seq;
  last: Seq;
  readonly slot: number;
  rounds: number;
  /** Messages that were lost in them. */
  lost: number;
}

/** So much room has a fold in the order, in slots. */
const foldSlots = 2;

/** What `weaveOf` keeps of the order. */
export interface Slots {
  /** By place; grows with it, though several events may share one. */
  slot: Uint32Array;
  /** By place: the number of the fold that hides the event, from 1; 0: it is to be seen. */
  fold: Uint32Array;
  readonly folds: Fold[];
  /** Slots given so far, up to `settled` and up to the last event. */
  slots: number;
  lastSlot: number;
  /** What lies after it may still turn out to be quiet. */
  settled: Seq;
  /** The fold that each server's next quiet round goes on with; 0: none. */
  readonly foldOf: number[];
  /** The most slots that a message was on its way. */
  longestSlots: number;
}

/** Gives slots to what was woven in. What is not settled yet is shown, and slotted again the next time. */
export function slotOn(weave: Weave): void {
  const { open, last } = weave;
  const stop = Math.min(last, ...open.filter((seq) => seq > 0).map((seq) => seq - 1));
  for (let seq = weave.settled + 1; seq <= stop; seq += 1) settle(weave, seq);
  weave.settled = Math.max(weave.settled, stop);
  weave.lastSlot = weave.slots;
  for (let seq = weave.settled + 1; seq <= last; seq += 1) {
    weave.lastSlot += 1;
    show(weave, seq, weave.lastSlot);
  }
}

const reading = newReading();

function settle(weave: Weave, seq: Seq): void {
  const { annals, round, flags } = weave;
  const began = round[seq - annals.first] as number;
  const state = began === 0 ? 0 : (flags[began - annals.first] as number);
  if ((state & (flag.over | flag.newsInRound)) === flag.over) hide(weave, seq, began);
  else {
    weave.slots += 1;
    weave.foldOf.fill(0);
    show(weave, seq, weave.slots);
  }
}

function show(weave: Weave, seq: Seq, slot: number): void {
  const { first } = weave.annals;
  weave.slot[seq - first] = slot;
  weave.fold[seq - first] = 0;
  const { cause } = readAnnal(weave.annals, seq, reading);
  const since = cause < first ? slot : (weave.slot[cause - first] as number);
  weave.longestSlots = Math.max(weave.longestSlots, slot - since);
}

function hide(weave: Weave, seq: Seq, began: Seq): void {
  const { annals, slot, fold, folds } = weave;
  const { kind, server } = readAnnal(annals, seq, reading);
  // An answer that comes when its round was counted long ago belongs to the fold of its round.
  const number =
    seq === began ? foldFor(weave, seq, server) : (fold[began - annals.first] as number);
  slot[seq - annals.first] = weave.slots;
  fold[seq - annals.first] = number;
  const into = folds[number - 1] as Fold;
  into.last = seq;
  if (seq === began) into.rounds += 1;
  if (kind === 'drop') into.lost += 1;
}

function foldFor(weave: Weave, first: Seq, server: ServerId): number {
  const known = weave.foldOf[server] ?? 0;
  if (known > 0) return known;
  weave.slots += foldSlots;
  weave.folds.push({ server, first, last: first, slot: weave.slots, rounds: 0, lost: 0 });
  weave.foldOf[server] = weave.folds.length;
  return weave.folds.length;
}

/** The fold that hides the event; null: it is to be seen. */
export const foldHiding = ({ fold, folds, annals }: Weave, seq: Seq): Fold | null =>
  folds[(fold[seq - annals.first] as number) - 1] ?? null;
