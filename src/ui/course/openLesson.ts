/** Opens a lesson of the house from wherever it is named; where that fails the page says so. */
import type { Lesson } from '../../lessons/index.ts';
import { words } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { opener } from '../scenario/opener.ts';

export async function openLessonOf(lab: Lab, lesson: Lesson): Promise<void> {
  const trouble = await opener().then(
    ({ openLesson }) => openLesson(lab, lesson),
    () => words.scenario.unavailable,
  );
  if (trouble !== null) lab.session.say(trouble);
}
