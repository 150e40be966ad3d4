/** At the end of a lesson: the one after it, and all of them. */
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { useLessons } from '../hooks/lessons.ts';
import { useCourseState } from './now.ts';
import { openLessonOf } from './openLesson.ts';

export function NextLesson({ course }: { readonly course: Course }) {
  const lab = useLab();
  const lessons = useLessons();
  const source = useCourseState(course, ({ lesson }) => lesson?.source);
  const here = lessons.findIndex(({ slug }) => source?.kind === 'lesson' && slug === source.name);
  const next = here < 0 ? undefined : lessons[here + 1];
  if (next === undefined)
    return (
      <button type="button" className="primary" onClick={() => lab.view.open('lessons')}>
        {said.contents}
      </button>
    );
  return (
    <button type="button" className="primary" onClick={() => void openLessonOf(lab, next)}>
      {said.nextLesson(next.number, next.title)}
    </button>
  );
}
