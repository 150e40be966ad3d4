/** What the learner shall bring about, how far that is, and the answer for whoever wants it. */
import { useState } from 'react';
import type { Verdict } from '../../scenario/index.ts';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { copyText } from '../controls/copyText.ts';
import { useLab } from '../hooks/lab.ts';
import { useCourseState, whole } from './now.ts';

interface Props {
  readonly course: Course;
  /** Whether the story is over. */
  readonly isLast: boolean;
}

/** At the end of the story, and wherever the learner goes about on their own. */
export function Task({ course, isLast }: Props) {
  const { lesson, verdict, isAway } = useCourseState(course, whole);
  const about = lesson?.scenario.lesson;
  if (about?.task === undefined || !(isLast || isAway)) return null;
  const hasAnswer = lesson?.scenario.solution !== null;
  return (
    <section className="task">
      <h4>{said.task}</h4>
      <p>
        {about.task} {about.par !== undefined && said.par(about.par)}
      </p>
      {verdict !== null && <Met verdict={verdict} />}
      <p className="verbs">
        <button type="button" onClick={() => course.tryTask(said.tryName)}>
          {said.tryIt}
        </button>
        {hasAnswer && <Answer course={course} />}
      </p>
    </section>
  );
}

function Met({ verdict: { metAt, acts } }: { readonly verdict: Verdict }) {
  return (
    <p role="status" className={metAt === null ? 'hint' : 'is-right'}>
      {metAt === null ? `${said.notMet} ${said.acts(acts)}` : <b>{said.met(acts)}</b>}
    </p>
  );
}

function Answer({ course }: { readonly course: Course }) {
  const { view } = useLab();
  const [link, setLink] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    const address = await course.linkToSolution();
    if (address !== null) setCopied(await copyText(address));
    setLink(address);
  };
  return (
    <>
      <button
        type="button"
        onClick={() => {
          course.showSolution(said.solutionName);
          view.open('lesson');
        }}
      >
        {said.solution}
      </button>
      <button type="button" className="link" onClick={() => void copy()}>
        {said.solutionLink}
      </button>
      {isCopied && <span role="status">{said.copied}</span>}
      {link !== null && (
        <input
          type="text"
          className="is-long"
          readOnly
          aria-label={said.linkHere}
          value={link}
          onFocus={({ target }) => target.select()}
        />
      )}
    </>
  );
}
