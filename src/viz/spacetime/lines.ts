/** The messages of a window: from the lane of who sent to the lane of who received, at its event; gathered where too many. */
import type { Seq } from '../../base/index.ts';
import {
  type Annals,
  endsMessage,
  marksOf,
  newReading,
  type Reading,
  readAnnal,
  timeOfAnnal,
} from '../../timeline/index.ts';
import { termLook } from '../terms.ts';
import { callMarks } from './calls.ts';
import { type Cone, relationOf } from './cone.ts';
import { between, cellOf, isHidden, type Sight } from './sight.ts';
import type { LineKind, LineMark } from './types.ts';

/** More marks than this cannot be told apart, nor be drawn sixty times a second. */
const mostLines = 3000;
/** px: so near to each other messages of one link are gathered; where that is not enough, twice as far, and so on. */
const closest = 8;

export interface Lines {
  readonly marks: readonly LineMark[];
  readonly isGathered: boolean;
}

export function lineMarks(sight: Sight): Lines {
  const all = seen(sight);
  const isGathered = all.length > mostLines;
  const some = isGathered ? gathered(sight, all) : all.map((seq): [Seq, number] => [seq, 1]);
  const marks = some.flatMap(([seq, count]) => lineOf(sight, seq, count) ?? []);
  return { marks: [...marks, ...callMarks(sight, isGathered ? closest : 0)], isGathered };
}

const reading = newReading();

/** The events of the window in which a message ended. */
function seen(sight: Sight): Seq[] {
  const { weave, axis, first, last } = sight;
  const { annals } = weave;
  const found: Seq[] = [];
  for (let seq = first; seq <= last; seq += 1) {
    if (isHidden(sight, seq) || !endsMessage(annals, seq)) continue;
    // What ends in view began before; only what ends beyond it may have begun beyond it, too.
    if (axis.xOfSeq(seq) > axis.range[1]) {
      const { cause } = readAnnal(annals, seq, reading);
      if (cause >= annals.first && axis.xOfSeq(cause) > axis.range[1]) continue;
    }
    found.push(seq);
  }
  return found;
}

/** One message for all of a link that end close together; the grid stands still while the window moves. */
function gathered({ weave, axis }: Sight, all: readonly Seq[]): [Seq, number][] {
  const { annals } = weave;
  for (let px = closest; ; px *= 2) {
    const cell = cellOf(axis, px);
    const cells = new Map<number, [Seq, number]>();
    for (const seq of all) {
      const { server, from } = readAnnal(annals, seq, reading);
      const value =
        axis.kind === 'physical'
          ? timeOfAnnal(annals, seq)
          : (weave.slot[seq - annals.first] as number);
      const key = (Math.floor(value / cell) * 256 + from + 1) * 256 + server + 1;
      const known = cells.get(key);
      if (known === undefined) cells.set(key, [seq, 1]);
      else known[1] += 1;
    }
    if (cells.size <= mostLines) return [...cells.values()];
  }
}

const kinds: Readonly<Record<string, LineKind>> = {
  RequestVoteRequest: 'vote',
  PreVoteRequest: 'vote',
  TimeoutNowRequest: 'vote',
  AppendEntriesRequest: 'entries',
  InstallSnapshotRequest: 'snapshot',
};

const substance = marksOf('substance');

function kindOfLine({ type, marks }: Reading): LineKind {
  const kind = kinds[type ?? ''] ?? 'reply';
  return kind === 'entries' && (marks & substance) === 0 ? 'beat' : kind;
}

function lineOf(sight: Sight, seq: Seq, count: number): LineMark | null {
  const { weave, axis, rooms, cone } = sight;
  const { annals } = weave;
  const read = readAnnal(annals, seq, reading);
  const { kind, from, server, cause, term, marks } = read;
  const sender = rooms.roomOf(from);
  const receiver = rooms.roomOf(server);
  if (sender === undefined || receiver === undefined) return null;
  const way = between(sender, receiver);
  const isLost = kind === 'drop';
  const x2 = axis.xOfSeq(seq);
  const x1 = cause >= annals.first ? axis.xOfSeq(cause) : x2 - 24;
  const hasArrived = !isLost || (x2 > x1 && sight.isDown(server, seq));
  const end = hasArrived ? { share: 1, x: x2 } : lossAt(sight, x1, x2);
  return {
    seq,
    x1,
    y1: way.y1,
    x2: end.x,
    y2: way.y1 + (way.y2 - way.y1) * end.share,
    kind: kindOfLine(read),
    hue: termLook(term).hue,
    isYes: (marks & substance) !== 0,
    isLost,
    relation: cone === null ? null : lineRelation(cone, seq, cause, annals),
    count,
  };
}

/** A message is of the past with its arrival, and of the future with its sending. */
function lineRelation(cone: Cone, seq: Seq, cause: Seq, { first }: Annals) {
  const relation = relationOf(cone, seq);
  if (relation === 'itself') return 'past';
  if (relation !== 'future' || cause < first) return relation;
  const sent = relationOf(cone, cause);
  return sent === 'future' || sent === 'itself' ? 'future' : 'concurrent';
}

/** The share of its way is such that a loss seldom falls onto another lane. */
const shareLost = 0.4;

/** So far went what was lost when it was sent; what was lost later, as far as it had come. */
function lossAt({ axis, usualMs }: Sight, x1: number, x2: number): { share: number; x: number } {
  const usual = axis.kind === 'physical' ? usualMs * axis.scale : axis.scale * 2;
  if (x2 - x1 < usual * 0.05) return { share: shareLost, x: x1 + usual * shareLost };
  return { share: Math.min(1, Math.max(0.25, (x2 - x1) / usual)), x: x2 };
}
