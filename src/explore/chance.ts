/** Chance as a run of a search draws it: from streams of its own, so that no timer and no link is moved by it. */
import { draw, type Seed } from '../base/index.ts';

/** A number in [0, 1). */
export type Chance = () => number;

/** The stream of that number; no timer and no link draws from any of them. */
export function chanceOf(seed: Seed, stream: number): Chance {
  let count = 0;
  return () => {
    count += 1;
    return draw(seed, 0x7000_0000 + stream, count);
  };
}

/** A whole number from 0 up to, not including, `count`. */
export const below = (count: number, chance: Chance): number => Math.floor(chance() * count);
/** Any of these; undefined where there is none. */
export const pick = <T>(list: readonly T[], chance: Chance): T | undefined =>
  list[below(list.length, chance)];
/** One of these, as likely as any other. */
export const choose = <T>(chance: Chance, ...list: readonly T[]): T => pick(list, chance) as T;
