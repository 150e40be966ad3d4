/** The lanes of the strip: where each stands, which are named, and what each server was, from change to change. */
import type { ServerId } from '../../base/index.ts';
import { type LaneChange, placeIn } from '../../timeline/index.ts';
import { fitted } from '../names.ts';
import { termLook } from '../terms.ts';
import type { Part, Ruler, Stretch } from './types.ts';

/** From the top of one lane to that of the next, px; the frame has room for the thinnest (styles/transport.css). */
const [thinnestPitch, widestPitch] = [1, 21];
/** Lanes closer than this have no gap between them: it would be most of what is seen. */
const gapFrom = 3;
/** Room for a name, and for the lane of who is selected, px. */
const nameRoom = 12;
const selectedPitch = 7;

/** Where a lane stands, px from the top of the first. */
export interface LanePlace {
  readonly y: number;
  readonly height: number;
}

/** Where `count` lanes stand in `room` px; where they are thin, that of `selected` is not. */
export function placesOf(
  count: number,
  room: number,
  selected: ServerId | null,
): readonly LanePlace[] {
  const clamp = (pitch: number): number => Math.max(thinnestPitch, Math.min(widestPitch, pitch));
  const even = clamp(room / count);
  const isLens = selected !== null && even < selectedPitch;
  const usual = isLens ? clamp((room - selectedPitch) / Math.max(1, count - 1)) : even;
  let y = 0;
  return Array.from({ length: count }, (_, id) => {
    const pitch = isLens && id === selected ? selectedPitch : usual;
    const gap = pitch < gapFrom ? 0 : Math.max(1, Math.min(6, pitch * 0.28));
    const place = { y, height: pitch - gap };
    y += pitch;
    return place;
  });
}

/** The names there is room for: of who is selected, who leads at the end, and then of as many as fit at even steps. */
export function namesShown(
  lanes: readonly (readonly LaneChange[])[],
  places: readonly LanePlace[],
  names: readonly string[],
  selected: ServerId | null,
): readonly string[] {
  const pitch = (places[1]?.y ?? nameRoom) - (places[0]?.y ?? 0);
  const step = nameStep(pitch, lanes.length, nameRoom);
  const all = lanes.map((_, id) => id);
  const wanted = [
    ...all.filter((id) => id === selected),
    ...all.filter((id) => lanes[id]?.[lanes[id].length - 1]?.role === 'leader'),
    ...all.filter((id) => id === 0 || (id + 1) % step === 0),
  ];
  const middleOf = (id: ServerId): number => {
    const { y, height } = places[id] as LanePlace;
    return y + height / 2;
  };
  const shown = new Set<ServerId>();
  for (const id of wanted) {
    const isFree = [...shown].every(
      (other) => Math.abs(middleOf(other) - middleOf(id)) >= nameRoom,
    );
    if (isFree) shown.add(id);
  }
  return all.map((id) => (shown.has(id) ? fitted(names[id] ?? '') : ''));
}

/** Names are left out so that those which stand are easily counted on from. */
const roundSteps = [1, 2, 5, 10, 20, 50];

/** Of `count` lanes that are `pitch` px apart, every how many have room for a name. */
const nameStep = (pitch: number, count: number, room: number): number =>
  roundSteps.find((ids) => ids * pitch >= room) ?? count;

/** Whether that lane is named, the first and then at even steps, where a name needs `room` px. */
export function namedOf(pitch: number, count: number, room = nameRoom): (place: number) => boolean {
  const step = nameStep(pitch, count, room);
  return (place) => place === 0 || ((place + 1) % step === 0 && place * pitch >= room);
}

/** Narrower than this nothing is seen, and a figure needs this much room, px. */
const thinnest = 0.6;
const figureRoom = 18;

/** The stretches of one lane between two x, in order, without gaps. */
export function stretchesOf(
  changes: readonly LaneChange[],
  { measure, xOf }: Ruler,
  [from, to]: readonly [number, number],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let said = -1;
  changes.forEach((change, place) => {
    const next = changes[place + 1];
    const start = Math.max(from, xOf(placeIn(measure, change)));
    const end = Math.min(to, next === undefined ? to : xOf(placeIn(measure, next)));
    const width = end - start;
    if (width < thinnest) return;
    const last = stretches[stretches.length - 1];
    // What was too thin to draw belongs to the stretch after it, so that no gap is left.
    const x = last === undefined ? start : last.x + last.width;
    const part = partOf(change);
    const isNews = part !== 'down' && change.term > 0 && change.term !== said;
    const figure = isNews && width >= figureRoom ? String(change.term) : '';
    if (figure !== '') said = change.term;
    const isPaused = change.condition === 'paused';
    stretches.push({ x, width: end - x, part, isPaused, look: termLook(change.term), figure });
  });
  return stretches;
}

function partOf({ term, role, condition }: LaneChange): Part {
  if (condition === 'crashed') return 'down';
  if (role === 'leader') return 'led';
  if (role === 'candidate' || role === 'preCandidate') return 'stood';
  return term === 0 ? 'blank' : 'followed';
}
