/** The events on their lanes: each with the sign of what matters most about it. */
import type { Seq } from '../../base/index.ts';
import {
  type Annals,
  callsBetween,
  type Landmark,
  landmarksBetween,
  marksOf,
  newReading,
  type Reading,
  readAnnal,
  type Timeline,
} from '../../timeline/index.ts';
import { lanesOf, relationOf } from './cone.ts';
import { cellOf, isHidden, type Sight } from './sight.ts';
import type { DotKind, DotMark, FoldMark, LineMark, NoticeMark } from './types.ts';

/** px: of two events closer than this on a lane the one that says more is drawn. */
const closest = 9;

/** What says more comes first. */
const order: readonly DotKind[] = [
  'elected',
  'crash',
  'restart',
  'pause',
  'resume',
  'timeout',
  'vote',
  'append',
  'client',
  'apply',
  'plain',
];
const rank = Object.fromEntries(order.map((kind, place) => [kind, place])) as Record<
  DotKind,
  number
>;

const bit = {
  elected: marksOf('elected'),
  granted: marksOf('granted'),
  appended: marksOf('appended'),
  applied: marksOf('applied'),
  committed: marksOf('committed'),
};
const byKind: Partial<Record<Reading['kind'], DotKind>> = {
  crash: 'crash',
  restart: 'restart',
  pause: 'pause',
  resume: 'resume',
  electionTimeout: 'timeout',
  apply: 'apply',
};

/** What matters most about an event. */
function dotKindOf({ kind, type, marks }: Reading): DotKind {
  if ((marks & bit.elected) !== 0) return 'elected';
  const known = byKind[kind];
  if (known !== undefined) return known;
  if (type === 'RequestVoteRequest' && (marks & bit.granted) !== 0) return 'vote';
  if ((marks & bit.appended) !== 0) return 'append';
  if ((marks & bit.applied) !== 0) return 'apply';
  return kind === 'client' ? 'client' : 'plain';
}

const reading = newReading();

/** The dots of the window, at most one every few px of a lane; the grid stands still while the window moves. */
export function dotMarks(sight: Sight): readonly DotMark[] {
  const { weave, axis, first, last } = sight;
  const { annals } = weave;
  const cell = cellOf(axis, closest);
  const cells = new Map<number, DotMark>();
  for (let seq = first; seq <= last; seq += 1) {
    if (isHidden(sight, seq)) continue;
    const x = axis.xOfSeq(seq);
    if (x < axis.range[0] || x > axis.range[1]) continue;
    const { role, server } = readAnnal(annals, seq, reading);
    if (role === null) continue;
    const kind = dotKindOf(reading);
    const hasFence = (reading.marks & bit.committed) !== 0;
    const value = axis.window.from + (x - axis.range[0]) / axis.scale;
    const key = Math.floor(value / cell + 1e-6) * 256 + server;
    const known = cells.get(key);
    // Of two in a cell the one that says more is drawn; a fence of either is.
    if (known !== undefined && rank[known.kind] <= rank[kind]) {
      if (hasFence && !known.hasFence) cells.set(key, { ...known, hasFence });
      continue;
    }
    const y = sight.rooms.roomOf(server)?.y ?? 0;
    const relation = sight.cone === null ? null : relationOf(sight.cone, seq);
    cells.set(key, { seq, x, y, kind, hasFence: hasFence || known?.hasFence === true, relation });
  }
  return [...cells.values(), ...clientDots(sight)];
}

function clientDots({ weave, axis, rooms, cone, first, last }: Sight): DotMark[] {
  const { calls } = weave.annals;
  const cell = cellOf(axis, closest) * axis.scale;
  const dots = new Map<string, DotMark>();
  for (const call of callsBetween(calls, first, last)) {
    const room = rooms.roomOf(call.client);
    const x = axis.xOfSeq(call.seq);
    if (room === undefined || x < axis.range[0] || x > axis.range[1]) continue;
    const key = `${Math.floor((x - axis.xOf(0)) / cell + 1e-6)}/${room.key}`;
    if (dots.has(key) || !lanesOf(weave.annals, call.seq).includes(call.client)) continue;
    const relation = cone === null ? null : relationOf(cone, call.seq);
    dots.set(key, { seq: call.seq, x, y: room.y, kind: 'plain', hasFence: false, relation });
  }
  return [...dots.values()];
}

/** Where one event stands, drawn or not; null outside of the window. */
export function dotOf(
  sight: Sight,
  lines: readonly LineMark[],
  seq: Seq | null,
  top: number,
): DotMark | null {
  const { weave, axis, rooms } = sight;
  const { annals } = weave;
  if (seq === null || seq < annals.first || seq > annals.last) return null;
  const x = axis.xOfSeq(seq);
  const { role, server } = readAnnal(annals, seq, reading);
  const kind = dotKindOf(reading);
  const lost = role === null ? lines.find((line) => line.seq === seq) : undefined;
  const at = lost === undefined ? { x, y: yOf(sight, annals, seq, top) } : lostAt(lost);
  if (at.x < axis.range[0] || at.x > axis.range[1]) return null;
  const room = role === null ? undefined : rooms.roomOf(server);
  const hasFence = (reading.marks & bit.committed) !== 0;
  return { seq, x: at.x, y: room?.y ?? at.y, kind, hasFence, relation: 'itself' };
}

const lostAt = ({ x2, y2 }: LineMark): { x: number; y: number } => ({ x: x2, y: y2 });

function yOf({ rooms }: Sight, annals: Annals, seq: Seq, top: number): number {
  const [call] = callsBetween(annals.calls, seq, seq);
  return call === undefined ? top : (rooms.roomOf(call.client)?.y ?? top);
}

/** Quiet rounds, each stretch of them as one mark on the lane of its leader. */
export function foldMarks(sight: Sight): readonly FoldMark[] {
  const { weave, axis, rooms, first, last } = sight;
  if (!sight.isFolded) return [];
  const marks: FoldMark[] = [];
  for (let place = firstFold(sight); place < weave.folds.length; place += 1) {
    const fold = weave.folds[place];
    if (fold === undefined || fold.first > last) break;
    if (fold.last < first) continue;
    const [from, to] =
      axis.kind === 'physical'
        ? [axis.xOfSeq(fold.first), axis.xOfSeq(fold.last)]
        : [axis.xOf(fold.slot - 1.4), axis.xOf(fold.slot + 0.4)];
    const x = Math.max(axis.range[0], from);
    const width = Math.min(axis.range[1], to) - x;
    if (width <= 0) continue;
    const y = rooms.roomOf(fold.server)?.y ?? 0;
    marks.push({ first: fold.first, last: fold.last, x, width, y, ...countsOf(fold) });
  }
  return marks;
}

const countsOf = ({ rounds, lost }: { rounds: number; lost: number }) => ({ rounds, lost });

// Folds begin in order, and seldom do two of them overlap for long.
function firstFold({ weave, first }: Sight): number {
  const { folds } = weave;
  let low = 0;
  let high = folds.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((folds[middle]?.last ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 2);
}

const notices = new Set<Landmark['kind']>(['cut', 'heal', 'options', 'violation']);

/** What happened to all, above the lanes. */
export function noticeMarks({ chronicle }: Timeline, { axis, first, last }: Sight): NoticeMark[] {
  return landmarksBetween(chronicle, first, last)
    .filter(({ kind }) => notices.has(kind))
    .map(({ seq, kind }) => ({ seq, x: axis.xOfSeq(seq), kind: kind as NoticeMark['kind'] }))
    .filter(({ x }) => x >= axis.range[0] && x <= axis.range[1]);
}
