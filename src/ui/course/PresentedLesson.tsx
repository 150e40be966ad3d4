/** For a room: what the lesson says as a subtitle, its question over the whole width, with letters to vote by. */
import { type Course, openQuestion } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { Beats } from './Beats.tsx';
import { Foot } from './Foot.tsx';
import { useCourse, useCourseState, whole } from './now.ts';
import '../styles/lesson.css';
import '../styles/lessonElsewhere.css';

export function PresentedLesson() {
  const course = useCourse();
  return course === null ? null : <Presented course={course} />;
}

function Presented({ course }: { readonly course: Course }) {
  const state = useCourseState(course, whole);
  const { lesson, played, place, run } = state;
  if (lesson === null || played === null) return null;
  const beats = played.stops[place]?.beats ?? [];
  const isEmpty = beats.length === 0;
  return (
    <section
      className={`presented ${openQuestion(state) === null ? '' : 'is-asking'}`}
      aria-label={lesson.scenario.title}
    >
      <div className="lesson-said" aria-live="polite">
        <Beats key={`${run} ${place}`} course={course} />
        {isEmpty && place >= 0 && <p>{said.end}</p>}
      </div>
      <Foot course={course} />
    </section>
  );
}
