/**
 * The worlds found so far, a row of numbers each, found again by what is in the row, all of it: no two worlds are taken for
 * one. Changed in place.
 */
export interface Store {
  /** Numbers in a row. */
  readonly width: number;
  count: number;
  rows: Int32Array;
  /** From which world it was reached first; -1: it is the first. */
  parents: Int32Array;
  /** By which way, as `ways.ts` has it, and by which order it was turned. */
  ways: Int32Array;
  orders: Uint8Array;
  /** Open addressing: the world of a place, from 1; 0: none. */
  slots: Int32Array;
}

const firstSize = 1 << 12;

/** A store of rows of that width, with none in it yet. */
export const openStore = (width: number): Store => ({
  width,
  count: 0,
  rows: new Int32Array(firstSize * width),
  parents: new Int32Array(firstSize),
  ways: new Int32Array(firstSize),
  orders: new Uint8Array(firstSize),
  slots: new Int32Array(firstSize * 2),
});

function hashOf(row: Int32Array, start: number, width: number): number {
  let hash = 0x811c9dc5;
  for (let place = start; place < start + width; place += 1) {
    hash = Math.imul(hash ^ (row[place] as number), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return Math.imul(hash, 0xc2b2ae35) >>> 0;
}

/** Puts a world in, unless it is there; gives whether it was new. */
export function add(
  store: Store,
  row: Int32Array,
  parent: number,
  way: number,
  order: number,
): boolean {
  const { width } = store;
  if (store.count === store.parents.length) grow(store);
  const mask = store.slots.length - 1;
  let slot = hashOf(row, 0, width) & mask;
  for (let found = store.slots[slot] as number; found !== 0; found = store.slots[slot] as number) {
    if (isSame(store, found - 1, row)) return false;
    slot = (slot + 1) & mask;
  }
  const number = store.count;
  store.count += 1;
  store.slots[slot] = store.count;
  store.rows.set(row, number * width);
  store.parents[number] = parent;
  store.ways[number] = way;
  store.orders[number] = order;
  return true;
}

function isSame({ rows, width }: Store, number: number, row: Int32Array): boolean {
  const start = number * width;
  for (let place = 0; place < width; place += 1)
    if (rows[start + place] !== row[place]) return false;
  return true;
}

function grow(store: Store): void {
  const size = store.parents.length * 2;
  const wider = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  store.rows = wider(store.rows, new Int32Array(size * store.width));
  store.parents = wider(store.parents, new Int32Array(size));
  store.ways = wider(store.ways, new Int32Array(size));
  store.orders = wider(store.orders, new Uint8Array(size));
  const slots = new Int32Array(size * 2);
  for (let number = 0; number < store.count; number += 1) {
    let slot = hashOf(store.rows, number * store.width, store.width) & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = number + 1;
  }
  store.slots = slots;
}
