/** How often a worker tells: often enough to be seen going on, and seldom enough to cost nothing. */
export const tellEveryMs = 150;

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
