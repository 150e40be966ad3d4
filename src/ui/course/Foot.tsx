/** On and back; and, from a branch of one's own, home. */
import { type Course, openQuestion } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { useSession } from '../hooks/lab.ts';
import { NextLesson } from './NextLesson.tsx';
import { useCourseState, whole } from './now.ts';

export function Foot({ course }: { readonly course: Course }) {
  const { isAway, place, run, lesson, played } = useCourseState(course, whole);
  const isFirst = place <= 0 && run === 0;
  const isEnd =
    place + 1 >= (played?.stops.length ?? 0) && run + 1 >= (lesson?.runs.length ?? 0) && !isAway;
  return (
    <footer className="lesson-foot">
      {isAway && <p className="hint">{said.away}</p>}
      <div className="verbs">
        <button type="button" disabled={isFirst && !isAway} onClick={course.previous}>
          {said.previous}
        </button>
        {isEnd ? <NextLesson course={course} /> : <Next course={course} />}
      </div>
    </footer>
  );
}

function Next({ course }: { readonly course: Course }) {
  const state = useCourseState(course, whole);
  const isPlaying = useSession((session) => session.isPlaying) || state.isWalking;
  const isWaiting = openQuestion(state) !== null;
  return (
    <button type="button" className={isWaiting ? '' : 'primary'} onClick={course.next}>
      {state.isAway ? said.toLesson : isPlaying ? said.jump : onward(state, isWaiting)}
    </button>
  );
}

type State = Parameters<Parameters<typeof useCourseState>[1]>[0];

/** What comes next, by its name. */
function onward({ played, place, lesson, run }: State, isWaiting: boolean): string {
  const stop = played?.stops[place];
  if (isWaiting) return said.skip;
  const next = lesson?.runs[run + 1];
  if (place + 1 >= (played?.stops.length ?? 0) && next !== undefined)
    return said.nextRun(next.runTitle ?? next.title);
  return stop?.beats.some(({ kind }) => kind === 'ask') ? said.show : said.next;
}
