/** Under the bar: which lesson is in hand, where its card is not in sight; and what takes a lesson up after a reload. */
import { useEffect } from 'react';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { type Lab, useLab, useSession, useView } from '../hooks/lab.ts';
import { loads } from '../parts.ts';
import { Incoming } from './Incoming.tsx';
import { useCourse, useCourseState, whole } from './now.ts';

const loadAdopt = () => import('./adopt.ts');
loads.push(loadAdopt);

/** Nothing where no lesson is in hand, or its card is there. */
export function LessonStrip() {
  const lab = useLab();
  const course = useCourse();
  useAdopting(lab, course);
  return (
    <>
      <Incoming />
      {course !== null && <Strip course={course} />}
    </>
  );
}

/** Another run in hand may be that of a lesson, whose words are not here yet. */
function useAdopting(lab: Lab, course: Course | null): void {
  const source = useSession((state) => state.source);
  useEffect(() => {
    const isKnown = course?.store.getState().lesson != null;
    if (isKnown || (source.kind !== 'lesson' && source.kind !== 'file')) return;
    // Where they cannot be had, the run goes on without them.
    loadAdopt()
      .then(({ adopt }) => adopt(lab, source))
      .catch(() => {});
  }, [lab, course, source]);
}

function Strip({ course }: { readonly course: Course }) {
  const { view } = useLab();
  const { lesson, played, place, isAway } = useCourseState(course, whole);
  const isShown = useView(({ panel, isPresenting }) => panel === 'lesson' || isPresenting);
  const isGone = lesson === null && isShown;
  useEffect(() => {
    if (isGone && view.store.getState().panel === 'lesson') view.close();
  }, [isGone, view]);
  if (lesson === null || isShown) return null;
  return (
    <div className="lesson-strip">
      <span>
        {lesson.scenario.title} · {said.stop(Math.max(0, place) + 1, played?.stops.length ?? 0)}
      </span>
      {isAway && (
        <button type="button" className="link" onClick={course.back}>
          {said.toLesson}
        </button>
      )}
      <button type="button" className="link" onClick={() => view.open('lesson')}>
        {said.toCard}
      </button>
    </div>
  );
}
