/**
 * Linearizability of what clients saw: is there an order of the operations on a key, each at a point between its call
 * and its return, that explains every answer? Wing and Gong's search with Lowe's memory of what was tried. Keys are
 * independent of each other (Herlihy and Wing), so each has a search of its own.
 */
import type { VirtualMs } from '../base/index.ts';
import type { Operation } from '../raft/index.ts';
import { play, sameTold, type Told, type Value } from './model.ts';

/** One operation of a client on one key. `told` null: no answer, so it may have happened at any time since, or never. */
export interface Observed {
  readonly operation: Operation;
  readonly call: VirtualMs;
  /** Infinity where there is no answer. */
  readonly return: VirtualMs;
  readonly told: Told | null;
}

/** The values a key may hold once all answered operations have happened; none: no order explains the answers. */
export function possibleValues(
  observed: readonly Observed[],
  starts: readonly Value[],
): readonly Value[] {
  const tried = new Set<string>();
  const ends = new Set<Value>();
  const all = [...observed].sort((a, b) => a.call - b.call);
  const answered = all.filter(({ told }) => told !== null).length;
  const search = (done: ReadonlySet<number>, count: number, value: Value): void => {
    const key = `${[...done].sort((a, b) => a - b).join(',')}|${value === null ? '-' : `=${value}`}`;
    if (tried.has(key)) return;
    tried.add(key);
    if (count === answered) ends.add(value);
    for (const next of nextOnes(all, done)) {
      const { operation, told } = all[next] as Observed;
      const played = play(value, operation);
      if (told !== null && !sameTold(played.told, told)) continue;
      search(new Set(done).add(next), count + (told === null ? 0 : 1), played.value);
    }
  };
  for (const start of starts) search(new Set(), 0, start);
  return [...ends];
}

/** Operations that may come next: not done, and called before the first return of those that are not done. */
function nextOnes(all: readonly Observed[], done: ReadonlySet<number>): readonly number[] {
  let firstReturn = Infinity;
  for (let i = 0; i < all.length; i += 1) {
    if (!done.has(i)) firstReturn = Math.min(firstReturn, (all[i] as Observed).return);
  }
  const next: number[] = [];
  for (let i = 0; i < all.length; i += 1) {
    const one = all[i] as Observed;
    if (one.call > firstReturn) break;
    if (!done.has(i)) next.push(i);
  }
  return next;
}

/** Whether some order of these operations on one key explains what clients saw. */
export const isLinearizable = (observed: readonly Observed[], start: Value): boolean =>
  possibleValues(observed, [start]).length > 0;
