/**
 * The space-time diagram of a run: time along it, a lane for every client and server across, and each message from the
 * event that sent it to the event that received it. Plain data, no page.
 */
import type { MessageId } from '../base/index.ts';
import {
  type Annals,
  annalsOf,
  hasAnnal,
  lastBy,
  newReading,
  readAnnal,
  type Timeline,
} from '../timeline/index.ts';
import { type Axis, axisOf, firstFrom, headOf } from './spacetime/axis.ts';
import { coneOf } from './spacetime/cone.ts';
import { dotMarks, dotOf, foldMarks, noticeMarks } from './spacetime/dots.ts';
import { flightMarks, handleMarks } from './spacetime/flights.ts';
import { electionMarks, laneMarks } from './spacetime/lanes.ts';
import { lineMarks } from './spacetime/lines.ts';
import { roomsFor } from './spacetime/rooms.ts';
import type { Sight } from './spacetime/sight.ts';
import type { SpacetimeOptions, SpacetimeScene } from './spacetime/types.ts';
import { type Weave, weaveOf } from './spacetime/weave.ts';

/** Where two heartbeats stand closer than this, rounds without news are drawn as one, px. */
const beatRoom = 120;

/** What is to be seen of the run in the window. `message`: the one in flight that is selected. */
export function spacetime(
  timeline: Timeline,
  options: SpacetimeOptions,
  message: MessageId | null = null,
): SpacetimeScene {
  const weave = weaveOf(annalsOf(timeline));
  const rooms = roomsFor(timeline, options);
  const axis = axisOf(weave, options.axis, options, rooms.range);
  const sight = sightOf(timeline, weave, axis, { ...options, rooms });
  const end = endOf(timeline, weave, axis);
  const lines = lineMarks(sight);
  const flights = flightMarks(timeline, sight, message);
  const selected = dotOf(sight, lines.marks, options.selected, rooms.top - 12);
  const head = axis.xOf(headOf(timeline, options.axis));
  return {
    length: options.length,
    breadth: options.breadth,
    isUpright: options.isUpright,
    axis: options.axis,
    window: { from: options.from, to: options.to },
    range: rooms.range,
    top: rooms.top,
    bottom: rooms.bottom,
    lanes: laneMarks(timeline, axis, rooms, end, sight.cone),
    elections: electionMarks(timeline, axis, end),
    lines: lines.marks,
    flights,
    dots: dotMarks(sight),
    folds: foldMarks(sight),
    notices: noticeMarks(timeline, sight),
    handles: handleMarks(axis, flights, selected, isArrival(weave.annals, options.selected)),
    ticks: axis.ticks,
    playhead: head >= rooms.range[0] - 1 && head <= rooms.range[1] + 1 ? head : null,
    end: Math.min(rooms.range[1], end),
    selected,
    told: dotOf(sight, lines.marks, options.told, rooms.top - 12),
    isGathered: lines.isGathered,
    isFolded: sight.isFolded,
    msPerPx: options.axis === 'physical' ? 1 / axis.scale : 0,
  };
}

const endOf = ({ end, world }: Timeline, weave: Weave, axis: Axis): number =>
  axis.kind === 'physical'
    ? axis.xOf(Math.max(end.time, world.time))
    : axis.xOf(weave.lastSlot + 0.5);

const reading = newReading();
function isArrival(annals: Annals, seq: number | null): boolean {
  return (
    seq !== null && hasAnnal(annals, seq) && readAnnal(annals, seq, reading).kind === 'receive'
  );
}

function sightOf(
  { world, chronicle }: Timeline,
  weave: Weave,
  axis: Axis,
  { from, to, selected, rooms }: SpacetimeOptions & { readonly rooms: Sight['rooms'] },
): Sight {
  const { latencyMs, heartbeatIntervalMs } = world.options;
  const { annals } = weave;
  const isPhysical = axis.kind === 'physical';
  const last = isPhysical
    ? lastBy(annals, to + weave.longestMs)
    : firstFrom(weave, 'logical', to + weave.longestSlots + 1) - 1;
  return {
    weave,
    axis,
    rooms,
    cone: coneOf(annals, selected),
    first: firstFrom(weave, axis.kind, from - (isPhysical ? latencyMs[1] : 3)),
    last: Math.min(annals.last, last),
    selected,
    isFolded: !isPhysical || heartbeatIntervalMs * axis.scale < beatRoom,
    usualMs: (latencyMs[0] + latencyMs[1]) / 2,
    isDown: (server, seq) =>
      chronicle.lanes[server]?.findLast((change) => change.seq <= seq)?.condition === 'crashed',
  };
}
