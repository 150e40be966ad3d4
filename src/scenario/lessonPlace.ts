/** Where in a lesson a moment is: behind which stop, and before which. */
import { type BranchId, branchOf, type Moment } from '../timeline/index.ts';
import type { LessonRun, Stop } from './lesson.ts';

/** Less than 0: `a` comes first. */
const order = (a: Moment, b: Moment): number => a.seq - b.seq || a.time - b.time;

/** The stops on the way to the end of a branch, by their places: its own, and those before it left another. */
function placesOn({ tree, stops }: LessonRun, branch: BranchId): readonly number[] {
  const found: number[] = [];
  let until: Moment = { seq: Infinity, time: Infinity };
  for (let at = branchOf(tree, branch); at !== undefined; at = branchOf(tree, at.parent ?? 0)) {
    const { id, from } = at;
    const own = stops.flatMap((stop, place) =>
      stop.branch === id && order(stop.at, until) <= 0 ? [place] : [],
    );
    found.unshift(...own);
    until = from;
  }
  return found;
}

const stopAt = ({ stops }: LessonRun, place: number): Stop => stops[place] as Stop;

/**
 * The last stop at or before a moment of a branch, by its place; -1: before the first; null: the branch is none of the
 * lesson's. Where several stand at one moment, `near` says which was looked at.
 */
export function placeAt(
  lesson: LessonRun,
  branch: BranchId,
  moment: Moment,
  near: number,
): number | null {
  if (branchOf(lesson.tree, branch) === undefined) return null;
  const behind = placesOn(lesson, branch).filter(
    (place) => order(stopAt(lesson, place).at, moment) <= 0,
  );
  const last = behind[behind.length - 1];
  if (last === undefined) return -1;
  const together = behind.filter(
    (place) => order(stopAt(lesson, place).at, stopAt(lesson, last).at) === 0,
  );
  return together.includes(near) ? near : (together[0] as number);
}

/** Where time must stand still next on a branch of the lesson; null: nowhere any more. */
export function haltAfter(lesson: LessonRun, branch: BranchId, moment: Moment): Moment | null {
  const ahead = placesOn(lesson, branch).find(
    (place) => order(stopAt(lesson, place).at, moment) > 0,
  );
  return ahead === undefined ? null : stopAt(lesson, ahead).at;
}
