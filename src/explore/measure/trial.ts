/** One trial of an experiment: a number that follows from its line and a seed. */
import type { Seed, VirtualMs } from '../../base/index.ts';
import { advance, type Event, type World } from '../../sim/index.ts';

/** A condition of an experiment that may be another. */
export interface Parameter {
  readonly id:
    | 'servers'
    | 'broadcastMs'
    | 'spreadMs'
    | 'durationMs'
    | 'differing'
    | 'latencyMs'
    | 'diskLatencyMs';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly usual: number;
}

/** Of all parameters that an experiment has, by their ids. */
export type Values = Readonly<Partial<Record<Parameter['id'], number>>>;

/** Adds up what a line measures. Deterministic. */
export type Trial = (seed: Seed, values: Values) => number;

/** @throws where an experiment reads a parameter that it does not have: an error of the program */
export function valueIn(values: Values, id: Parameter['id']): number {
  const value = values[id];
  if (value === undefined) throw new Error(`no such parameter: ${id}`);
  return value;
}

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

/** Whether an event made a leader. */
export const hasWon = ({ before, after }: Event): boolean =>
  after !== null && after.role === 'leader' && before?.role !== 'leader';
