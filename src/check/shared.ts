/** A list as a value: it shares its buffer with its other versions, and only its length is its own. */
import { extended } from '../base/index.ts';

export interface Shared<T> {
  readonly buffer: T[];
  readonly length: number;
}

export const emptyList = <T>(): Shared<T> => ({ buffer: [], length: 0 });

/** The list with one more; `same` says whether a replay adds again what the buffer already holds. */
export function added<T>(list: Shared<T>, item: T, same: (a: T, b: T) => boolean): Shared<T> {
  return { buffer: extended(list.buffer, list.length, item, same), length: list.length + 1 };
}

/** `same` for lists that have places with nothing in them. */
export const sameOrNothing =
  <T>(same: (a: T, b: T) => boolean) =>
  (a: T | undefined, b: T | undefined): boolean =>
    a === b || (a !== undefined && b !== undefined && same(a, b));
