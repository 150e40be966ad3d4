/** Lists that only grow, many versions of which share one array: a version is a length over a common buffer. */

/**
 * The buffer in which `item` stands at `length`: the same one where that slot is free or holds an equal item,
 * otherwise a copy of the first `length` items. O(1) unless two versions went different ways.
 */
export function extended<T>(
  buffer: T[],
  length: number,
  item: T,
  same: (a: T, b: T) => boolean,
): T[] {
  if (buffer.length === length) {
    buffer.push(item);
    return buffer;
  }
  // A replay appends equal items in the same places: taking the slot again spares a copy of everything.
  if (same(buffer[length] as T, item)) return buffer;
  const copy = buffer.slice(0, length);
  copy.push(item);
  return copy;
}

/** A list as a value: versions that went the same way share `buffer`, and only `length` is a version's own. */
export interface SharedList<T> {
  readonly buffer: T[];
  readonly length: number;
}

/** A list of its own: what versions share, they share from here on. */
export const emptyList = <T>(): SharedList<T> => ({ buffer: [], length: 0 });

/** The list with `item` at its end; `same` tells an item that a replay adds again from another one. */
export const added = <T>(
  { buffer, length }: SharedList<T>,
  item: T,
  same: (a: T, b: T) => boolean,
): SharedList<T> => ({ buffer: extended(buffer, length, item, same), length: length + 1 });
