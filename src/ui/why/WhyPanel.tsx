/** Why, and why not: an answer computed from the run, at the moment it was asked. */
import { use, useState } from 'react';
import {
  type Answer,
  type BranchId,
  loadWhy,
  type Question,
  type Timeline,
} from '../../timeline/index.ts';
import { whyPanel as said } from '../../words/index.ts';
import { useLab, useSession, useView } from '../hooks/lab.ts';
import { AnswerView } from './AnswerView.tsx';
import { questionText } from './texts.ts';
import '../styles/panels.css';
import '../styles/why.css';

const loading = loadWhy();

/** The questions that make sense of what was pointed at, and the answer to one. */
export function WhyPanel() {
  const number = useView(({ asked }) => asked?.number ?? 0);
  const timeline = useSession(({ timeline }) => timeline);
  return <Asked key={number} timeline={timeline} />;
}

interface Shown {
  readonly question: Question;
  readonly answer: Answer | null;
  /** On which branch it was asked. */
  readonly branch: BranchId;
}

function Asked({ timeline }: { readonly timeline: Timeline }) {
  const { answer, isWhyNot, questionKey, questionsAt } = use(loading);
  const { view } = useLab();
  const asked = useView(({ asked }) => asked);
  const [questions] = useState(() => (asked === null ? [] : questionsAt(timeline, asked.subject)));
  const ask = (question: Question): Shown => ({
    question,
    answer: answer(timeline, question),
    branch: timeline.tree.current,
  });
  const [shown, setShown] = useState<Shown | null>(() => {
    const chosen = questions.find((question) => questionKey(question) === asked?.chosen);
    const fits = questions.find(({ kind }) => isWhyNot[kind] === asked?.isWhyNot);
    const first = chosen ?? fits ?? questions[0];
    return first === undefined ? null : ask(first);
  });
  if (shown === null) return <p className="hint">{said.none}</p>;
  return (
    <div className="why">
      {shown.answer === null ? (
        <p className="hint">{said.noAnswer}</p>
      ) : (
        <AnswerView
          key={`${questionText(timeline, shown.question)} ${shown.answer.asked.seq} ${shown.branch}`}
          answer={shown.answer}
          timeline={timeline}
        />
      )}
      {questions.length > 1 && (
        <ul className="why-questions" aria-label={said.list}>
          {questions.map((question) => (
            <li key={questionText(timeline, question)}>
              <button
                type="button"
                className="link"
                aria-pressed={question === shown.question}
                onClick={() => {
                  setShown(ask(question));
                  const chosen = questionKey(question);
                  view.store.setState(({ asked }) => ({ asked: asked && { ...asked, chosen } }));
                }}
              >
                {questionText(timeline, question)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
