/** From the address of a lesson to the lesson, at the stop that it names. */
import { type Lesson, loadLessons } from '../../lessons/index.ts';
import type { LessonPlace } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { courseNow } from '../course/now.ts';
import type { Lab } from '../hooks/lab.ts';
import { openAddress, openLesson } from './open.ts';

/** Opens a lesson of the house, or the file at an address; gives the sentence to say when that fails. */
export async function openPlace(
  lab: Lab,
  { lesson: name, run, stop }: LessonPlace,
): Promise<string | null> {
  const lesson = await lessonCalled(name);
  if (lesson === undefined && !name.includes(':')) return said.own.noLesson(name);
  const trouble = await (lesson === undefined ? openAddress(lab, name) : openLesson(lab, lesson));
  if (trouble !== null) return trouble;
  // What a lesson has no such run or stop for leaves it where it is.
  if (run > 0) courseNow()?.openRun(run);
  if (stop > 0) courseNow()?.goToStop(stop);
  return null;
}

/** By its slug, or its number with or without an L before it. */
async function lessonCalled(name: string): Promise<Lesson | undefined> {
  const number = Number(/^L?(\d+)$/i.exec(name)?.[1]);
  const lessons = await loadLessons().catch(() => []);
  return lessons.find((one) => one.slug === name || one.number === number);
}
