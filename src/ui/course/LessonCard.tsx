/** The card of the lesson in hand: what is said and asked at this stop, and the ways on, back, and home. */
import { type TouchEvent, useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { Beats } from './Beats.tsx';
import { Foot } from './Foot.tsx';
import { useCourse, useCourseState, whole } from './now.ts';
import { Refs } from './Refs.tsx';
import { Runs } from './Runs.tsx';
import { Task } from './Task.tsx';
import '../styles/lesson.css';
import '../styles/lessonElsewhere.css';

interface Props {
  readonly course: Course;
}

/** Beside the picture on a desk, below it on a phone. */
export function LessonCard() {
  const course = useCourse();
  return course === null ? null : <Card course={course} />;
}

function Card({ course }: Props) {
  const { lesson, played, place, run } = useCourseState(course, whole);
  const swipe = useSwipe(course);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // It was opened from what is gone now.
    if (document.activeElement === document.body) card.current?.focus();
  }, []);
  if (lesson === null || played === null) return null;
  const { scenario, source } = lesson;
  const number = scenario.lesson?.number;
  const isLast = place === played.stops.length - 1;
  return (
    <section
      ref={card}
      id="lesson"
      className="lesson-card"
      tabIndex={-1}
      aria-label={scenario.title}
      data-lesson={source.name}
      {...swipe}
    >
      <SkipHere />
      <header>
        <h3>{number === undefined ? scenario.title : said.lesson(number, scenario.title)}</h3>
        <Refs refs={scenario.refs} />
      </header>
      {lesson.runs.length > 1 && <Runs course={course} />}
      <Stops course={course} />
      <div className="lesson-said" aria-live="polite">
        <Beats key={`${run} ${place}`} course={course} />
        {isLast && played.stops[place]?.beats.length === 0 && <p>{said.end}</p>}
        {place < 0 && <p>{said.beforeFirst}</p>}
      </div>
      <Task course={course} isLast={isLast} />
      <Foot course={course} />
    </section>
  );
}

/** One of the ways to skip to a part of the page, for as long as it is there; a frame of somebody else's has none. */
function SkipHere() {
  const ways = document.querySelector('nav.skip');
  return ways === null ? null : createPortal(<a href="#lesson">{said.card}</a>, ways);
}

/** The stops as places one can go to. */
function Stops({ course }: Props) {
  const { played, place } = useCourseState(course, whole);
  const stops = played?.stops ?? [];
  return (
    <ol className="stops" aria-label={said.stopsLabel}>
      {stops.map((stop, at) => (
        <li key={`${stop.branch} ${stop.at.seq} ${stop.beats[0]?.path ?? 'end'}`}>
          <button
            type="button"
            aria-current={at === place ? 'step' : undefined}
            aria-label={said.stop(at + 1, stops.length)}
            title={said.stop(at + 1, stops.length)}
            onClick={() => course.goToStop(at)}
          >
            <span className={at < place ? 'is-behind' : ''} />
          </button>
        </li>
      ))}
    </ol>
  );
}

/** px that a finger must go sideways, and more than twice as far as up or down. */
const leastSwipe = 56;

/** A stroke over the card: to the left for the next stop, to the right for the one before. */
function useSwipe(course: Course) {
  const from = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent): void => {
      const touch = touches.length === 1 ? touches[0] : undefined;
      from.current = touch === undefined ? null : { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: ({ changedTouches }: TouchEvent): void => {
      const touch = changedTouches[0];
      const start = from.current;
      from.current = null;
      if (start === null || touch === undefined) return;
      const right = touch.clientX - start.x;
      if (Math.abs(right) < leastSwipe || Math.abs(right) < 2 * Math.abs(touch.clientY - start.y))
        return;
      if (right < 0) course.next();
      else course.previous();
    },
  };
}
