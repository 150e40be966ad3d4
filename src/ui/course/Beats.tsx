/** What is said at a stop, in its order, and what can be asked of it. */
import type { Beat } from '../../scenario/index.ts';
import { beatsSaid, type Course, isAnswered } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { useCourseState, whole } from './now.ts';
import { Question } from './Question.tsx';
import { Refs } from './Refs.tsx';

/** Notes and questions up to the first that waits for an answer. */
export function Beats({ course }: { readonly course: Course }) {
  const state = useCourseState(course, whole);
  return beatsSaid(state).map((beat) => (
    <div key={beat.path} className="beat">
      {beat.kind === 'ask' ? <Question course={course} ask={beat} /> : <p>{beat.text}</p>}
      <Links beat={beat} isAnswered={beat.kind === 'note' || isAnswered(state, beat)} />
    </div>
  ));
}

interface LinksProps {
  readonly beat: Beat;
  readonly isAnswered: boolean;
}

/** An answer to why would answer the question, too. */
function Links({ beat: { refs, why, text }, isAnswered: isOpen }: LinksProps) {
  const { view } = useLab();
  if (refs.length === 0 && (why === null || !isOpen)) return null;
  return (
    <p className="beat-links">
      <Refs refs={refs} />
      {why !== null && isOpen && (
        <button
          type="button"
          className="link"
          aria-label={`${words.page.why} ${text}`}
          onClick={() => view.ask(why.subject, why.isWhyNot)}
        >
          {words.page.why}
        </button>
      )}
    </p>
  );
}
