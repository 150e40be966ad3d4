/** A binary heap over a plain array, ordered by time and then by id, so that equal times keep the order of sending. */

export interface Timed {
  readonly at: number;
  readonly id: number;
}

const before = (a: Timed, b: Timed): boolean => a.at < b.at || (a.at === b.at && a.id < b.id);

/** Adds an item; O(log n). */
export function push<T extends Timed>(heap: T[], item: T): void {
  let hole = heap.length;
  heap.push(item);
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    const above = heap[parent] as T;
    if (before(above, item)) break;
    heap[hole] = above;
    hole = parent;
  }
  heap[hole] = item;
}

/** Takes the earliest item out, or gives undefined for an empty heap; O(log n). */
export function pop<T extends Timed>(heap: T[]): T | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  sink(heap, last, 0);
  return first;
}

function sink<T extends Timed>(heap: T[], item: T, start: number): void {
  const size = heap.length;
  let hole = start;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= size) break;
    if (child + 1 < size && before(heap[child + 1] as T, heap[child] as T)) child += 1;
    const below = heap[child] as T;
    if (before(item, below)) break;
    heap[hole] = below;
    hole = child;
  }
  heap[hole] = item;
}

/** Takes out every item that `fits`, in order of id, and restores the heap; O(n). */
export function removeWhere<T extends Timed>(heap: T[], fits: (item: T) => boolean): T[] {
  const taken = heap.filter(fits);
  if (taken.length === 0) return taken;
  const kept = heap.filter((item) => !fits(item));
  heap.length = 0;
  for (const item of kept) push(heap, item);
  return taken.sort((a, b) => a.id - b.id);
}
