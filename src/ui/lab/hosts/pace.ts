/** The pace at which a worker works and tells. */
import type { Breathe } from './resting.ts';

/** How often a worker tells: often enough to be seen going on, and seldom enough to cost nothing. */
export const tellEveryMs = 150;

/** Works to the end in slices, telling after each how far it has come; `end` is given what came of it. */
export function workInSlices<Progress, Result>(
  work: Generator<Progress, Result>,
  tell: (progress: Progress) => void,
  breathe: Breathe,
  end: (result: Result) => void,
): void {
  const begun = performance.now();
  let next = work.next();
  while (!next.done && performance.now() - begun <= tellEveryMs) next = work.next();
  if (next.done) {
    end(next.value);
    return;
  }
  tell(next.value);
  breathe(() => workInSlices(work, tell, breathe, end));
}

/** Works to the end, telling now and then how far it has come; gives what came of it. */
export function workThrough<Progress, Result>(
  work: Generator<Progress, Result>,
  tell: (progress: Progress) => void,
): Result {
  let toldAt = performance.now();
  for (let next = work.next(); ; next = work.next()) {
    if (next.done) return next.value;
    if (performance.now() - toldAt <= tellEveryMs) continue;
    toldAt = performance.now();
    tell(next.value);
  }
}
