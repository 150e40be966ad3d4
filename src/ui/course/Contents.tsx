/** The contents page of the course: its parts, the paths through it, one's own lessons, and what was reached. */
import type { Lesson } from '../../lessons/index.ts';
import type { Course } from '../../store/index.ts';
import { course as said, words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { useLessons } from '../hooks/lessons.ts';
import { useLoadedCourse, useProgress } from './now.ts';
import { OwnLesson } from './OwnLesson.tsx';
import { openLessonOf } from './openLesson.ts';
import { Paths } from './Paths.tsx';
import { YourProgress } from './YourProgress.tsx';
import '../styles/course.css';

/** Everything but its frame, which is the page on a desk and a sheet on a phone. */
export function Contents() {
  const course = useLoadedCourse();
  const lessons = useLessons();
  const parts = [...new Set(lessons.map(({ part }) => part))];
  return (
    <div className="course">
      <div className="course-parts">
        <p className="hint">
          {said.intro}
          {document.documentElement.lang !== 'en' && ` ${said.untranslated}`}
        </p>
        <div className="parts">
          {parts.map((part) => (
            <Part
              key={part}
              part={part}
              lessons={lessons.filter((lesson) => lesson.part === part)}
              course={course}
            />
          ))}
        </div>
      </div>
      <aside className="course-ways" aria-label={said.waysLabel}>
        {course !== null && <Paths course={course} lessons={lessons} />}
        <OwnLesson />
        {course !== null && <YourProgress course={course} lessons={lessons} />}
      </aside>
    </div>
  );
}

interface PartProps {
  readonly part: string;
  readonly lessons: readonly Lesson[];
  readonly course: Course | null;
}

function Part({ part, lessons, course }: PartProps) {
  return (
    <section className="course-part">
      <h3>{said.partLabel(part, said.parts[part] ?? '')}</h3>
      <ol>
        {lessons.map((lesson) => (
          <li key={lesson.slug}>
            <LessonRow lesson={lesson} course={course} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function LessonRow({ lesson, course }: Omit<PartProps, 'part' | 'lessons'> & { lesson: Lesson }) {
  const lab = useLab();
  return (
    <button type="button" className="lesson-row" onClick={() => void openLessonOf(lab, lesson)}>
      <span className="lesson-number" aria-hidden="true">
        {lesson.number}
      </span>
      <span>
        <span className="hidden">{words.scenario.numbered(lesson.number, '')}</span>
        {lesson.title}
        {course !== null && <ReachedOf course={course} slug={lesson.slug} />}
      </span>
    </button>
  );
}

function ReachedOf({ course, slug }: { readonly course: Course; readonly slug: string }) {
  const reached = useProgress(course, (state) => state.reached[slug]);
  if (reached === undefined) return null;
  const { isDone, acts } = reached;
  const marks = [isDone ? said.seen : null, acts === null ? null : said.goalMet(acts)];
  return <small className="is-right">{words.list(marks.filter((mark) => mark !== null))}</small>;
}
