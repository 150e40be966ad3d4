/** Messages as dots: as plain as a flood of them must be drawn, and as true in their places. */
import type { Seq, ServerId, Term, VirtualMs } from '../../base/index.ts';
import { type Envelope, inFlight, type World } from '../../sim/index.ts';
import { isYes, kindOf, progress, stateOf } from '../scene/messages.ts';
import type { MessageMark, SceneOptions } from '../scene/types.ts';
import { termLook } from '../terms.ts';
import type { Dot } from './types.ts';

/** The two ends of a way. */
export interface Ends {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export type EndsOf = (from: ServerId, to: ServerId) => Ends | null;

let last: { world: World | null; seq: Seq; flying: readonly Envelope[] } = {
  world: null,
  seq: -1,
  flying: [],
};

/** What is in flight, the oldest first; the last answer is kept, since most frames have no event between them. */
export function flyingIn(world: World): readonly Envelope[] {
  if (last.world !== world || last.seq !== world.seq)
    last = { world, seq: world.seq, flying: inFlight(world) };
  return last.flying;
}

/** Where a message stands that waits at a door, in parts of its way. */
const atDoor = 0.97;

const hues = new Map<Term, number>();
const hueOf = (term: Term): number => {
  const known = hues.get(term) ?? termLook(term).hue;
  hues.set(term, known);
  return known;
};

/** All of `envelopes` at `now`; those to or from where there is no end are left out. */
export function dotsOf(
  world: World,
  now: VirtualMs,
  envelopes: readonly Envelope[],
  endsOf: EndsOf,
  { motion, selected }: Pick<SceneOptions, 'motion' | 'selected'>,
): readonly Dot[] {
  const waiting = new Set(world.waiting.map(({ id }) => id));
  const picked = selected?.type === 'message' ? selected.id : null;
  const dots: Dot[] = [];
  for (const envelope of envelopes) {
    const { id, message } = envelope;
    const ends = endsOf(message.from, message.to);
    if (ends === null) continue;
    const state = stateOf(world, now, envelope, waiting, motion);
    const share = shareOf(state, envelope, now);
    const [dx, dy] = [ends.x2 - ends.x1, ends.y2 - ends.y1];
    dots.push({
      id,
      x: ends.x1 + dx * share,
      y: ends.y1 + dy * share,
      angle: Math.atan2(dy, dx),
      hue: hueOf(message.term),
      kind: kindOf(message),
      isYes: isYes(message),
      state,
      isSelected: id === picked,
    });
  }
  return dots;
}

function shareOf(state: MessageMark['state'], envelope: Envelope, now: VirtualMs): number {
  if (state === 'travelling') return progress(envelope, now);
  return state === 'atDoor' ? atDoor : 0.5;
}

/** How far from the middle of a dot a press still means it, px. */
const reach = 12;

/** The dot that was meant by a press at a place; null: none is near enough. */
export function dotAt(dots: readonly Dot[], x: number, y: number): Dot | null {
  let best: Dot | null = null;
  let least = reach;
  for (const dot of dots) {
    const distance = Math.hypot(dot.x - x, dot.y - y);
    if (distance > least) continue;
    best = dot;
    least = distance;
  }
  return best;
}
