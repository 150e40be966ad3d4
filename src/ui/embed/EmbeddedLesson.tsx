/** The lesson in a frame of somebody else's: what is said and asked, beside the picture or below it. */
import { useEffect } from 'react';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { LessonCard } from '../course/LessonCard.tsx';
import { useCourse, useCourseState } from '../course/now.ts';
import { useLab, useView } from '../hooks/lab.ts';

/** Nothing where no lesson is in hand. */
export function EmbeddedLesson() {
  const course = useCourse();
  return course === null ? null : <Card course={course} />;
}

function Card({ course }: { readonly course: Course }) {
  const { view } = useLab();
  const isInHand = useCourseState(course, ({ lesson }) => lesson !== null);
  const isFree = useView(({ panel }) => panel === null);
  useEffect(() => {
    // It has its place whatever was open: letters and clicks answer it as long as nothing lies over it.
    if (isInHand && isFree) view.open('lesson');
  }, [isInHand, isFree, view]);
  if (!isInHand) return null;
  return (
    <div className="embed-lesson">
      <h2 className="hidden">{said.card}</h2>
      <LessonCard />
    </div>
  );
}
