/** The lanes themselves: what each server was from change to change, when it was cut off, and when somebody stood. */
import type { LaneChange, Timeline } from '../../timeline/index.ts';
import { termLook } from '../terms.ts';
import type { Axis } from './axis.ts';
import type { Cone } from './cone.ts';
import { cutOffTimes } from './cutOff.ts';
import type { Room, Rooms } from './rooms.ts';
import type { ElectionMark, Extent, LaneMark, LanePart, LaneStretch } from './types.ts';

/** Narrower than this nothing is seen, and a figure needs this much room, px. */
const thinnest = 0.5;
const figureRoom = 26;

export function laneMarks(
  timeline: Timeline,
  axis: Axis,
  { rooms }: Rooms,
  end: number,
  cone: Cone | null,
): readonly LaneMark[] {
  const cutOff = cutOffTimes(timeline);
  return rooms.map((room) => ({
    key: room.key,
    lane: room.lane,
    server: room.server,
    name: room.name,
    y: room.y,
    half: room.half,
    stretches:
      room.server === null
        ? []
        : stretchesOf(timeline.chronicle.lanes[room.server] ?? [], axis, end),
    away: (cutOff[room.server ?? -1] ?? []).flatMap(([from, to]) =>
      clipped(axis, axis.xOfTime(from), to === null ? end : axis.xOfTime(to)),
    ),
    concurrent: cone === null ? null : concurrentOn(room, cone, axis, end),
  }));
}

/** The part of an extent that lies in the window, if any. */
function clipped({ range }: Axis, from: number, to: number): Extent[] {
  const x = Math.max(range[0], from);
  const width = Math.min(range[1], to) - x;
  return width > 0 ? [{ x, width }] : [];
}

function stretchesOf(changes: readonly LaneChange[], axis: Axis, end: number): LaneStretch[] {
  const stretches: LaneStretch[] = [];
  let said = -1;
  changes.forEach((change, place) => {
    const next = changes[place + 1];
    const from = place === 0 ? axis.xOf(0) : axis.xOfSeq(change.seq);
    const to = next === undefined ? end : axis.xOfSeq(next.seq);
    const [extent] = clipped(axis, from, to);
    if (extent === undefined || extent.width < thinnest) return;
    const part = partOf(change);
    const isNews = part !== 'down' && part !== 'blank' && change.term !== said;
    const figure = isNews && extent.width >= figureRoom ? String(change.term) : '';
    if (figure !== '') said = change.term;
    const isPaused = change.condition === 'paused';
    stretches.push({ ...extent, part, isPaused, look: termLook(change.term), figure });
  });
  return stretches;
}

function partOf({ term, role, condition }: LaneChange): LanePart {
  if (condition === 'crashed') return 'down';
  if (role === 'leader') return 'leader';
  if (role !== 'follower') return 'candidate';
  return term === 0 ? 'blank' : 'follower';
}

// Between the last event of the past and the first of the future a lane has nothing to do with the selected event.
function concurrentOn(room: Room, cone: Cone, axis: Axis, end: number): Extent | null {
  const lanes = room.server === null ? room.clients : [room.server];
  const [last, first] = lanes.reduce(
    ([last, first], lane) => [
      Math.max(last, cone.latest.get(lane) ?? 0),
      Math.min(first, cone.earliest.get(lane) ?? Infinity),
    ],
    [0, Infinity],
  );
  const from = last === 0 ? axis.range[0] : axis.xOfSeq(last);
  const to = first === Infinity ? Math.max(end, axis.range[1]) : axis.xOfSeq(first);
  return clipped(axis, from, to)[0] ?? null;
}

/** Somebody standing for election, over all lanes: those that meet are one. */
export function electionMarks(timeline: Timeline, axis: Axis, end: number): ElectionMark[] {
  const spans = timeline.chronicle.lanes.flatMap((changes) =>
    changes.flatMap((change, place): [number, number, number][] => {
      if (partOf(change) !== 'candidate') return [];
      const next = changes[place + 1];
      const to = next === undefined ? end : axis.xOfSeq(next.seq);
      return to < axis.range[0] ? [] : [[axis.xOfSeq(change.seq), to, change.term]];
    }),
  );
  const marks: { x: number; width: number; term: number }[] = [];
  for (const [from, to, term] of spans.sort(([a], [b]) => a - b)) {
    const [extent] = clipped(axis, from, to);
    if (extent === undefined) continue;
    const last = marks[marks.length - 1];
    if (last === undefined || extent.x > last.x + last.width) marks.push({ ...extent, term });
    else {
      last.width = Math.max(last.width, extent.x + extent.width - last.x);
      last.term = Math.max(last.term, term);
    }
  }
  return marks;
}
