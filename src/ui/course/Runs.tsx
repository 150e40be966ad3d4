/** A lesson of several runs: which is in hand, and which stands beside it on the same clock. */
import { useId } from 'react';
import type { Course } from '../../store/index.ts';
import { course as said } from '../../words/index.ts';
import { useSession } from '../hooks/lab.ts';
import { useCourseState, whole } from './now.ts';

export function Runs({ course }: { readonly course: Course }) {
  const { lesson, run } = useCourseState(course, whole);
  const runs = (lesson?.runs ?? []).map(({ runTitle, title }) => runTitle ?? title);
  return (
    <div className="runs">
      <RunChoice label={said.runsLabel} value={run} onChoose={(chosen) => course.openRun(chosen)}>
        {runs.map((title, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a lesson never change, and two may share a title.
          <option key={place} value={place}>
            {title}
          </option>
        ))}
      </RunChoice>
      <Beside course={course} runs={runs} />
    </div>
  );
}

function Beside({ course, runs }: { readonly course: Course; readonly runs: readonly string[] }) {
  const run = useCourseState(course, (state) => state.run);
  const name = useSession(({ comparison }) => comparison?.name ?? null);
  const beside = runs.findIndex((title, place) => title === name && place !== run);
  return (
    <RunChoice
      label={said.besideLabel}
      value={beside}
      onChoose={(chosen) => course.compareWith(chosen < 0 ? null : chosen)}
    >
      <option value={-1}>{said.notBeside}</option>
      {runs.map((title, place) =>
        place === run ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above.
          <option key={place} value={place}>
            {said.beside(title)}
          </option>
        ),
      )}
    </RunChoice>
  );
}

interface RunChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly onChoose: (run: number) => void;
  readonly children: React.ReactNode;
}

function RunChoice({ label, value, onChoose, children }: RunChoiceProps) {
  const id = useId();
  return (
    <>
      <label className="hidden" htmlFor={id}>
        {label}
      </label>
      <select id={id} value={value} onChange={({ target }) => onChoose(Number(target.value))}>
        {children}
      </select>
    </>
  );
}
