/** On a phone: the card of the lesson as a sheet from below that leaves the servers in reach. */
import { ChevronDown, ChevronUp } from 'lucide';
import { useState } from 'react';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { useView } from '../hooks/lab.ts';
import { LessonCard } from './LessonCard.tsx';
import { useCourse, useCourseState } from './now.ts';

export function PhoneLesson() {
  const course = useCourse();
  const isOpen = useView(({ panel, under }) => panel === 'lesson' || under === 'lesson');
  return course === null || !isOpen ? null : <LowSheet course={course} />;
}

function LowSheet({ course }: { readonly course: Course }) {
  const isInHand = useCourseState(course, ({ lesson }) => lesson !== null);
  const [isLow, setLow] = useState(false);
  if (!isInHand) return null;
  const label = isLow ? said.expand : said.collapse;
  return (
    <section className={`phone-lesson ${isLow ? 'is-low' : ''}`} aria-label={said.card}>
      <button
        type="button"
        className="icon phone-lesson-grip"
        aria-label={label}
        aria-expanded={!isLow}
        onClick={() => setLow(!isLow)}
      >
        <Icon of={isLow ? ChevronUp : ChevronDown} size={20} />
      </button>
      <LessonCard />
    </section>
  );
}
