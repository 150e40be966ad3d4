/**
 * Chance without state: a draw is a hash of (seed, stream, counter). Nothing is stored but the counter, so one
 * intervention changes only the streams it touches, and two branches of a run stay comparable.
 */
import type { Seed } from './brand.ts';

/** Spreads every input bit over the 32 output bits (the finaliser of MurmurHash3). */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * The `counter`-th draw of a stream: a number in [0, 1).
 * @param stream which source of chance draws (a link, a timer); any 32-bit integer
 */
export function draw(seed: Seed, stream: number, counter: number): number {
  const seeded = mix(seed ^ 0x9e3779b9);
  const streamed = mix(seeded ^ Math.imul(stream + 1, 0x7feb352d));
  return (mix(streamed + Math.imul(counter + 1, 0x9e3779b1)) >>> 0) / 0x1_0000_0000;
}
