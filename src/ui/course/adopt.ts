/** Takes up the lesson whose run is in hand, as after a reload or when the opening of another run is undone. */
import { loadLessons } from '../../lessons/index.ts';
import { loadScenario } from '../../scenario/index.ts';
import { ownLesson, type Source } from '../../store/index.ts';
import type { Lab } from '../hooks/lab.ts';
import { isLesson } from '../scenario/isLesson.ts';
import { loadCourse } from './now.ts';

/** Nothing where the run is no lesson, or its words cannot be had. */
export async function adopt(lab: Lab, source: Source): Promise<void> {
  const text = await textOf(source);
  const loaded = text === null ? null : loadScenario(text, source.name);
  if (loaded === null || !loaded.ok || !isLesson(loaded.value)) return;
  const course = await loadCourse(lab);
  // Meanwhile another run may have been opened.
  if (lab.session.store.getState().source !== source) return;
  course.adopt(loaded.value, source);
  const { panel, isPresenting } = lab.view.store.getState();
  if (panel === null && !isPresenting) lab.view.open('lesson');
}

async function textOf({ kind, name }: Source): Promise<string | null> {
  if (kind === 'file') return ownLesson(name);
  const lesson = (await loadLessons()).find(({ slug }) => slug === name);
  return lesson === undefined ? null : lesson.load();
}
