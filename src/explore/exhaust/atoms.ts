/**
 * Parts of tiny worlds, each existing once and having a number: states of a server, messages, histories. A world is then a
 * few numbers, and what a step of the core does is worked out once, however many worlds it happens in.
 */

/** Things by number, and their numbers by what they say. Changed in place. */
export interface Atoms<T> {
  readonly values: T[];
  readonly numbers: Map<string, number>;
}

/** A table with nothing in it yet. */
export const noAtoms = <T>(): Atoms<T> => ({ values: [], numbers: new Map() });

/** The number of what `key` says, `make` being asked for it when it is new. */
export function numberOf<T>({ values, numbers }: Atoms<T>, key: string, make: () => T): number {
  const known = numbers.get(key);
  if (known !== undefined) return known;
  numbers.set(key, values.length);
  values.push(make());
  return values.length - 1;
}

/** The thing of that number, which must have been given. */
export const atom = <T>({ values }: Atoms<T>, number: number): T => values[number] as T;
