/** A question before the event that answers it: each answer has its own reply, and a common belief the truth about it. */
import { type MouseEvent, useEffect, useId, useRef } from 'react';
import type { Ask, Choice } from '../../scenario/index.ts';
import { type Course, isAnswered, keyOf } from '../../store/index.ts';
import { misconceptions, course as said } from '../../words/index.ts';
import { useCourseState, whole } from './now.ts';

interface Props {
  readonly course: Course;
  readonly ask: Ask;
}

/** By letter, by a press, or by a click on what it is about; a wrong answer can be followed by another. */
export function Question({ course, ask }: Props) {
  const id = useId();
  const state = useCourseState(course, whole);
  const tried = state.tried[keyOf(state, ask)] ?? [];
  const isDone = isAnswered(state, ask);
  const last = tried[tried.length - 1];
  return (
    <fieldset className="question" aria-labelledby={id}>
      <p className="question-text" id={id}>
        {ask.text}
      </p>
      {!isDone && <p className="hint">{said.choose[ask.pick]}</p>}
      <ol className="choices">
        {ask.choices.map((choice, option) => (
          <li key={choice.text}>
            <Option
              letter={said.letters[option] ?? ''}
              choice={choice}
              isTried={tried.includes(option)}
              isOver={isDone}
              onChoose={() => course.answer(ask, option)}
            />
          </li>
        ))}
      </ol>
      {!isDone && ask.choices.length > 0 && <Reveal course={course} ask={ask} />}
      {last !== undefined && <Reply key={tried.length} choice={ask.choices[last]} />}
    </fieldset>
  );
}

/** For whoever has thought, or a room that has voted. */
function Reveal({ course, ask }: Props) {
  const show = ({ currentTarget }: MouseEvent): void => {
    // It goes with what it does, and so gives its focus to what it has shown.
    const options = currentTarget.closest('fieldset')?.querySelectorAll<HTMLElement>('.choice');
    options?.[ask.choices.findIndex(({ isRight }) => isRight)]?.focus();
    course.reveal(ask);
  };
  return (
    <button type="button" className="link" onClick={show}>
      {said.reveal}
    </button>
  );
}

interface OptionProps {
  readonly letter: string;
  readonly choice: Choice;
  readonly isTried: boolean;
  /** Whether the right answer is known. */
  readonly isOver: boolean;
  readonly onChoose: () => void;
}

function Option({ letter, choice, isTried, isOver, onChoose }: OptionProps) {
  const mark = !isTried ? '' : choice.isRight ? 'is-right' : 'is-wrong';
  return (
    <button
      type="button"
      className={`choice ${mark}`}
      aria-disabled={isOver || isTried}
      onClick={onChoose}
    >
      <b className="letter">{letter}</b>
      <span>{choice.text}</span>
      {isTried && <b className="verdict">{choice.isRight ? said.right : said.wrong}</b>}
    </button>
  );
}

/** What is said to whoever chose it last. */
function Reply({ choice }: { readonly choice: Choice | undefined }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    ref.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (choice === undefined)
    return (
      <div ref={ref} className="reply">
        {said.elsewhere}
      </div>
    );
  const { answer, isRight, misconception } = choice;
  const truth = misconception === null ? undefined : misconceptions[misconception];
  return (
    <div ref={ref} className={`reply ${isRight ? 'is-right' : 'is-wrong'}`}>
      <p>
        <b>{isRight ? said.right : said.wrong}</b> {answer}
      </p>
      {misconception !== null && truth !== undefined && (
        <p className="belief">{said.misconception(misconception, truth)}</p>
      )}
    </div>
  );
}
