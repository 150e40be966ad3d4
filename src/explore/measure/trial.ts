/** One trial of an experiment: a number that follows from its line and a seed. */
import type { Seed, VirtualMs } from '../../base/index.ts';
import { advance, type Event, type World } from '../../sim/index.ts';

/** Adds up what a line measures. Deterministic. */
export type Trial = (seed: Seed) => number;

/** Lets a world go on until `isOver`, at most to `until`; gives when that was, or `until`. */
export function timeOf(
  world: World,
  until: VirtualMs,
  isOver: (event: Event) => boolean,
): VirtualMs {
  for (let event = advance(world, until); event !== null; event = advance(world, until))
    if (isOver(event)) return event.time;
  return until;
}

export const hasWon = ({ before, after }: Event): boolean =>
  after !== null && after.role === 'leader' && before?.role !== 'leader';
