/** What is on its way at the cursor: how far it has come, and a handle where it would arrive. */
import type { MessageId } from '../../base/index.ts';
import { type Envelope, inFlight } from '../../sim/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { termLook } from '../terms.ts';
import { between, type Sight } from './sight.ts';
import type { DotMark, FlightMark, HandleMark } from './types.ts';

/** A flood cannot be told apart; what arrives next is drawn. */
const mostFlights = 120;
/** px between arrivals that have no time yet on the logical axis. */
const slotsAhead = 1;

export function flightMarks(
  { world, end }: Timeline,
  sight: Sight,
  selected: MessageId | null,
): readonly FlightMark[] {
  const flying = [...inFlight(world)].sort((a, b) => a.at - b.at || a.id - b.id);
  const isKnown = end.seq > world.seq;
  return flying
    .slice(0, mostFlights)
    .flatMap((envelope, place) =>
      flightOf(world.time, sight, envelope, { place, isKnown, selected }),
    );
}

interface Facts {
  readonly place: number;
  readonly isKnown: boolean;
  readonly selected: MessageId | null;
}

function flightOf(
  now: number,
  { axis, rooms, weave }: Sight,
  { id, message, sentAt, sentBy, at, held }: Envelope,
  { place, isKnown, selected }: Facts,
): FlightMark[] {
  const [from, to] = [rooms.roomOf(message.from), rooms.roomOf(message.to)];
  if (from === undefined || to === undefined) return [];
  const isPhysical = axis.kind === 'physical';
  const way = between(from, to);
  const nowX = isPhysical ? axis.xOf(now) : axis.xOf(weave.lastSlot + 0.5);
  const x1 = sentBy === null || isPhysical ? axis.xOfTime(sentAt) : axis.xOfSeq(sentBy);
  const arrival = isPhysical
    ? axis.xOf(Math.max(at, now))
    : axis.xOf(weave.lastSlot + slotsAhead + place);
  const share = held ? 0.5 : Math.min(1, Math.max(0, (nowX - x1) / Math.max(1, arrival - x1)));
  const endShare = held ? 0.5 : 1;
  const endX = held ? Math.max(nowX, x1) : arrival;
  if (endX < axis.range[0] || x1 > axis.range[1]) return [];
  const yAt = (part: number): number => way.y1 + (way.y2 - way.y1) * part;
  return [
    {
      message: id,
      x1,
      y1: way.y1,
      x2: held ? endX : x1 + (arrival - x1) * share,
      y2: yAt(share),
      endX,
      endY: yAt(endShare),
      hue: termLook(message.term).hue,
      isHeld: held,
      isKnown,
      isSelected: id === selected,
    },
  ];
}

/** Ends that can be moved later: of what is on its way, and the selected arrival. */
export function handleMarks(
  { range, kind }: Sight['axis'],
  flights: readonly FlightMark[],
  selected: DotMark | null,
  isArrival: boolean,
): readonly HandleMark[] {
  if (kind === 'logical') return [];
  const ends = flights
    .filter(({ endX }) => endX <= range[1])
    .map(
      ({ message, endX, endY }): HandleMark => ({
        x: endX,
        y: endY,
        of: { kind: 'flight', message },
      }),
    );
  if (selected === null || !isArrival) return ends;
  return [...ends, { x: selected.x, y: selected.y, of: { kind: 'arrival', seq: selected.seq } }];
}
