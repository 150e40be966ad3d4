/** The messages of a window: from the lane of who sent to the lane of who received, at its event; gathered where too many. */
import type { Seq, VirtualMs } from '../../base/index.ts';
import {
  type Annals,
  firstCall,
  marksOf,
  newReading,
  type Reading,
  readAnnal,
  timeOfAnnal,
} from '../../timeline/index.ts';
import { termLook } from '../scales.ts';
import type { Axis } from './axis.ts';
import { type Cone, relationOf } from './cone.ts';
import type { Room, Rooms } from './rooms.ts';
import type { LineKind, LineMark } from './types.ts';
import type { Weave } from './weave.ts';

/** What every part of the picture is made from. */
export interface Sight {
  readonly weave: Weave;
  readonly axis: Axis;
  readonly rooms: Rooms;
  readonly cone: Cone | null;
  /** The first event to look at and the last: some lines end beyond the window. */
  readonly first: Seq;
  readonly last: Seq;
  readonly selected: Seq | null;
  /** Whether rounds without news are drawn as one. */
  readonly isFolded: boolean;
  /** How long a message usually travels, ms: what was lost went as far. */
  readonly usualMs: VirtualMs;
  /** Whether that server was down at that event: then what arrived there was lost on arrival. */
  readonly isDown: (server: number, seq: Seq) => boolean;
}

/** More marks than this cannot be told apart, nor be drawn sixty times a second. */
export const mostLines = 3000;
/** px: so close to each other messages of one link are gathered, and then twice as close, and so on. */
const closest = 4;

export interface Lines {
  readonly marks: readonly LineMark[];
  readonly isGathered: boolean;
}

export function lineMarks(sight: Sight): Lines {
  const all = seen(sight);
  if (all.length <= mostLines) {
    const marks = all.map((seq) => lineOf(sight, seq, 1)).filter((mark) => mark !== null);
    return { marks: [...marks, ...callMarks(sight)], isGathered: false };
  }
  const marks = gathered(sight, all).flatMap(([seq, count]) => lineOf(sight, seq, count) ?? []);
  return { marks: [...marks, ...callMarks(sight)], isGathered: true };
}

const reading = newReading();

export const isHidden = ({ weave, isFolded, selected }: Sight, seq: Seq): boolean =>
  isFolded && seq !== selected && (weave.fold[seq - weave.annals.first] as number) > 0;

/** The events of the window in which a message ended. */
function seen(sight: Sight): Seq[] {
  const { weave, axis, first, last } = sight;
  const { annals } = weave;
  const found: Seq[] = [];
  for (let seq = first; seq <= last; seq += 1) {
    const { kind, cause } = readAnnal(annals, seq, reading);
    if (kind !== 'receive' && kind !== 'drop') continue;
    if (isHidden(sight, seq)) continue;
    if (cause >= annals.first && axis.xOfSeq(cause) > axis.range[1]) continue;
    found.push(seq);
  }
  return found;
}

/** One message for all of a link that end close together; the grid stands still while the window moves. */
function gathered({ weave, axis }: Sight, all: readonly Seq[]): [Seq, number][] {
  const { annals } = weave;
  for (let px = closest; ; px *= 2) {
    // A power of two, so that a little zooming does not gather otherwise.
    const cell = 2 ** Math.ceil(Math.log2(px / axis.scale));
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

export function kindOfLine({ type, marks }: Reading): LineKind {
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

/** From the edge of one band to the edge of the other. */
export function between(from: Room, to: Room): { readonly y1: number; readonly y2: number } {
  const down = Math.sign(to.y - from.y);
  return { y1: from.y + down * from.half, y2: to.y - down * to.half };
}

/** The share of its way is such that a loss seldom falls onto another lane. */
const shareLost = 0.4;

/** So far went what was lost when it was sent; what was lost later, as far as it had come. */
function lossAt({ axis, usualMs }: Sight, x1: number, x2: number): { share: number; x: number } {
  const usual = axis.kind === 'physical' ? usualMs * axis.scale : axis.scale * 2;
  if (x2 - x1 < usual * 0.05) return { share: shareLost, x: x1 + usual * shareLost };
  return { share: Math.min(1, Math.max(0.25, (x2 - x1) / usual)), x: x2 };
}

/** Between clients and servers: at once where the conditions give it no time. */
function callMarks({ weave, axis, rooms, cone, first, last }: Sight): LineMark[] {
  const { annals } = weave;
  const { calls } = annals;
  const marks: LineMark[] = [];
  const sentBy = new Map<string, Seq>();
  for (let place = firstCall(calls, first); place < calls.length; place += 1) {
    const call = calls[place];
    if (call === undefined || call.seq > last) break;
    if (call.what === 'sent') sentBy.set(call.client, call.seq);
    const client = rooms.roomOf(call.client);
    const server = rooms.roomOf(call.server);
    if (call.what === 'sent' || call.what === 'queued') continue;
    if (client === undefined || server === undefined) continue;
    const isAnswer = call.what === 'answered';
    const way = isAnswer ? between(server, client) : between(client, server);
    const sent = isAnswer ? undefined : sentBy.get(call.client);
    if (!isAnswer) sentBy.delete(call.client);
    const x2 = axis.xOfSeq(call.seq);
    const isLost = call.what === 'unreachable';
    marks.push({
      seq: call.seq,
      x1: sent === undefined ? x2 : axis.xOfSeq(sent),
      y1: way.y1,
      x2,
      y2: isLost ? way.y1 + (way.y2 - way.y1) * 0.8 : way.y2,
      kind: isAnswer ? 'answer' : 'call',
      hue: 0,
      isYes: isAnswer,
      isLost,
      relation: cone === null ? null : relationOf(cone, call.seq),
      count: 1,
    });
  }
  return marks;
}
