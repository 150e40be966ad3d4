/**
 * Linearizability of what clients saw: is there an order of the operations on a key, each at a point between its call
 * and its return, that explains every answer? Wing and Gong's search, done from return to return (Lowe's just-in-time
 * order): what is kept is every state that the answers so far leave possible. Keys are independent of each other
 * (Herlihy and Wing), so each has a search of its own.
 */
import { log as logs, type Operation } from '../raft/index.ts';
import { play, sameTold, type Told, type Value } from './model.ts';

/** One operation of a client on one key. `told` null: no answer, so it may have happened at any time since, or never. */
export interface Observed {
  readonly operation: Operation;
  /** Places in an order common to all operations; a call and a return at the same place overlap. */
  readonly call: number;
  /** Infinity where there is no answer. */
  readonly return: number;
  readonly told: Told | null;
}

/** A value the key may hold, and which of the operations under way have then happened, in ascending order. */
interface Possible {
  readonly value: Value;
  readonly done: readonly number[];
}

type Possibilities = Map<string, Possible>;

/** More possibilities than this at one return are not looked through: nothing is proved then, and nothing reported. */
const most = 50_000;

/** Whether some order of these operations on one key explains what clients saw. */
export function isLinearizable(observed: readonly Observed[], start: Value): boolean {
  const open = new Set<number>();
  let possible: Possibilities = new Map();
  add(possible, { value: start, done: [] });
  for (const { place, isCall } of pointsOf(observed)) {
    if (isCall) {
      open.add(place);
      continue;
    }
    const left = afterReturn(observed, open, possible, place);
    if (left === null) return true;
    if (left.size === 0) return false;
    open.delete(place);
    possible = left;
  }
  return true;
}

interface Point {
  readonly at: number;
  readonly place: number;
  readonly isCall: boolean;
}

function pointsOf(observed: readonly Observed[]): readonly Point[] {
  const points = observed.flatMap(({ call, return: end, told }, place): Point[] => [
    { at: call, place, isCall: true },
    ...(told === null ? [] : [{ at: end, place, isCall: false }]),
  ]);
  return points.sort((a, b) => a.at - b.at || Number(b.isCall) - Number(a.isCall));
}

/** What is possible once `place` has returned; null where that is too much to look through. */
function afterReturn(
  observed: readonly Observed[],
  open: ReadonlySet<number>,
  possible: Possibilities,
  place: number,
): Possibilities | null {
  const left: Possibilities = new Map();
  const tried: Possibilities = new Map(possible);
  const todo = [...possible.values()];
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (tried.size > most) return null;
    const { value, done } = one;
    if (done.includes(place)) add(left, { value, done: done.filter((other) => other !== place) });
    else
      for (const further of furtherFrom(observed, open, one))
        if (add(tried, further)) todo.push(further);
  }
  return left;
}

/** What is possible once one more of the operations under way has happened. */
function furtherFrom(
  observed: readonly Observed[],
  open: ReadonlySet<number>,
  { value, done }: Possible,
): readonly Possible[] {
  const further: Possible[] = [];
  const unanswered: Operation[] = [];
  for (const next of open) {
    const { operation, told } = observed[next] as Observed;
    if (done.includes(next)) continue;
    const played = play(value, operation);
    if (told !== null && !sameTold(played.told, told)) continue;
    // Without an answer, what changes nothing may as well happen later; and of the same operations, one is as good
    // as any other. A command sent again and again would be tried in every combination otherwise.
    if (told === null) {
      if (played.value === value || isAmong(unanswered, operation)) continue;
      unanswered.push(operation);
    }
    further.push({ value: played.value, done: [...done, next].sort((a, b) => a - b) });
  }
  return further;
}

const isAmong = (operations: readonly Operation[], operation: Operation): boolean =>
  operations.some((one) => logs.sameOperation(one, operation));

/** Adds what is not there yet; tells whether it was new. */
function add(possibilities: Possibilities, possible: Possible): boolean {
  const { value, done } = possible;
  const key = `${done.join(',')}|${value === null ? '-' : `=${value}`}`;
  if (possibilities.has(key)) return false;
  possibilities.set(key, possible);
  return true;
}
