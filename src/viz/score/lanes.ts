/** The lanes of the strip: what each server was, from change to change. */
import type { LaneChange } from '../../timeline/index.ts';
import { type TimeScale, termLook } from '../scales.ts';
import type { Part, Stretch } from './types.ts';

/** Narrower than this nothing is seen, and a figure needs this much room, px. */
const thinnest = 0.6;
const figureRoom = 18;

/** The stretches of one lane between two x, in order, without gaps. */
export function stretchesOf(
  changes: readonly LaneChange[],
  { xOf }: TimeScale,
  [from, to]: readonly [number, number],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let said = -1;
  changes.forEach((change, place) => {
    const next = changes[place + 1];
    const start = Math.max(from, xOf(change.time));
    const end = Math.min(to, next === undefined ? to : xOf(next.time));
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
