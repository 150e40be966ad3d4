/** A lesson as an address: which one, and from which of its stops. */
import type { CourseState } from './course/inHand.ts';
import { embedMark, lessonMark } from './linkMark.ts';

export interface LessonPlace {
  /** Of the house: `L02`, its number or its slug; else the address of somebody's file. */
  readonly lesson: string;
  /** Of the runs of the lesson, and of the stops of that run, from 0. */
  readonly run: number;
  readonly stop: number;
}

const marks = { run: '&run=', stop: '&stop=' } as const;
const shape = new RegExp(`^(.*?)(?:${marks.run}(\\d+))?(?:${marks.stop}(\\d+))?(?:${embedMark})?$`);

/** Counted from 1, as people count; what would be 1 is left out. */
export const lessonAddress = (
  { lesson, run, stop }: LessonPlace,
  page: string = location.href,
): string =>
  [
    page.replace(/#.*$/, ''),
    lessonMark,
    lesson,
    run === 0 ? '' : marks.run + (run + 1),
    stop === 0 ? '' : marks.stop + (stop + 1),
  ].join('');

/** What an address says of a lesson; null: nothing. */
export function lessonPlaceIn(address: string): LessonPlace | null {
  const at = address.indexOf(lessonMark);
  const found = at < 0 ? null : shape.exec(address.slice(at + lessonMark.length));
  if (found === null) return null;
  const [, lesson = '', run = '1', stop = '1'] = found;
  const place = (text: string): number => Math.max(0, Number(text) - 1);
  return { lesson: decoded(lesson), run: place(run), stop: place(stop) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where a lesson of the house stands; null: none is in hand. Where somebody's own file lies nobody knows any more. */
export function lessonPlaceOf({ lesson, run, place }: CourseState): LessonPlace | null {
  const number = lesson?.scenario.lesson?.number;
  if (lesson?.source.kind !== 'lesson' || number === undefined) return null;
  return {
    lesson: `L${String(number).padStart(2, '0')}`,
    run,
    stop: Math.max(0, place),
  };
}
