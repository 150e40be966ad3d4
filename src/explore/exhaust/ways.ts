/** How one world leads to the next, packed into a number so that millions can be remembered. */
import { assert } from '../../base/index.ts';
import type { Fault } from './bounds.ts';

export interface Way {
  /** Who takes the step. */
  readonly server: number;
  /** Number of what it is given. */
  readonly input: number;
  /** What befalls the message, or the server: it is lost, a copy of it arrives, the server crashes. */
  readonly fault: Fault | null;
}

const inputBits = 20;
const faults: readonly (Fault | null)[] = [null, 'losses', 'copies', 'crashes'];

/** A way as a number of at most 30 bits; `wayOf` reads it. */
export function wayNumber({ server, input, fault }: Way): number {
  assert(input < 1 << inputBits && server < 1 << 8, 'a tiny world is not that large');
  return (((server << 2) | faults.indexOf(fault)) << inputBits) | input;
}

/** The way that `wayNumber` packed. */
export const wayOf = (number: number): Way => ({
  server: number >> (inputBits + 2),
  input: number & ((1 << inputBits) - 1),
  fault: faults[(number >> inputBits) & 3] as Fault | null,
});
