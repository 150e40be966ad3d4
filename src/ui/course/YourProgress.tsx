/** What the learner has reached, which can be taken along and can be erased. */
import { useState } from 'react';
import type { Lesson } from '../../lessons/index.ts';
import {
  attemptsAsCsv,
  type Course,
  type ProgressState,
  progressAsJson,
} from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { saveText } from '../share/saveText.ts';
import { useProgress } from './now.ts';

interface Props {
  readonly course: Course;
  readonly lessons: readonly Lesson[];
}

export function YourProgress({ course, lessons }: Props) {
  const state = useProgress(course, (all) => all);
  const [erased, setErased] = useState<ProgressState | null>(null);
  const reached = lessons.flatMap(({ slug }) => state.reached[slug] ?? []);
  const seen = reached.filter(({ isDone }) => isDone).length;
  const goals = reached.filter(({ acts }) => acts !== null).length;
  const { right, all } = firstTries(state);
  const erase = (): void => {
    setErased(state);
    course.progress.erase();
  };
  const takeBack = (): void => {
    if (erased !== null) course.progress.restore(erased);
    setErased(null);
  };
  return (
    <section>
      <h3>{said.progressTitle}</h3>
      <p>
        {said.progress(seen, lessons.length, goals)} {said.answered(right, all)}
      </p>
      <p className="hint">{said.kept}</p>
      <p className="verbs">
        <button type="button" onClick={() => saveText(said.csvFile, attemptsAsCsv(state))}>
          {said.asCsv}
        </button>
        <button type="button" onClick={() => saveText(said.jsonFile, progressAsJson(state))}>
          {said.asJson}
        </button>
        <button type="button" onClick={erase}>
          {said.erase}
        </button>
      </p>
      {erased !== null && (
        <p role="status">
          {said.erased}{' '}
          <button type="button" className="link" onClick={takeBack}>
            {said.takeBack}
          </button>
        </p>
      )}
    </section>
  );
}

/** Questions answered, and those whose first answer was right. */
function firstTries({ attempts }: ProgressState): { right: number; all: number } {
  const firsts = new Map<string, boolean>();
  for (const { lesson, run, path, isRight } of attempts) {
    const key = JSON.stringify([lesson, run, path]);
    if (!firsts.has(key)) firsts.set(key, isRight);
  }
  const tries = [...firsts.values()];
  return { right: tries.filter((isRight) => isRight).length, all: tries.length };
}
