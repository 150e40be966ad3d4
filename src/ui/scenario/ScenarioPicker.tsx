/** Which run is in hand, and the way to another: the sandbox, the lessons, a file of one's own. */
import { type ChangeEvent, useId, useRef, useState } from 'react';
import type { Lesson } from '../../lessons/index.ts';
import { words } from '../../words/index.ts';
import { type Lab, useLab, useSession } from '../hooks/lab.ts';
import { useLessons } from '../hooks/lessons.ts';
import { opener } from './opener.ts';

const said = words.scenario;
const fileValue = 'file:';

/** The combobox named `Scenario`; what is wrong with a file is said under it. */
export function ScenarioPicker() {
  const lab = useLab();
  const lessons = useLessons();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const source = useSession(({ source }) => source);
  const [trouble, setTrouble] = useState<string | null>(null);
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>): void => {
    setTrouble(null);
    if (target.value === fileValue) file.current?.click();
    else void openChosen(lab, lessons, target.value).then(setTrouble);
  };
  const read = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = target.files ?? [];
    target.value = '';
    if (chosen !== undefined) void opened(({ openFile }) => openFile(lab, chosen)).then(setTrouble);
  };
  return (
    <div className="scenario">
      <label className="hidden" htmlFor={id}>
        {said.label}
      </label>
      <select
        id={id}
        value={source.kind === 'sandbox' ? '' : source.kind === 'lesson' ? source.name : 'opened'}
        aria-describedby={trouble === null ? undefined : `${id}-trouble`}
        onChange={choose}
      >
        <option value="">{said.sandbox}</option>
        {source.kind === 'file' && <option value="opened">{source.name}</option>}
        {source.kind === 'link' && <option value="opened">{said.link}</option>}
        <optgroup label={said.lessons}>
          {lessons.map(({ slug, number, title }: Lesson) => (
            <option key={slug} value={slug}>
              {said.numbered(number, title)}
            </option>
          ))}
        </optgroup>
        <option value={fileValue}>{said.file}</option>
      </select>
      <input
        ref={file}
        hidden
        type="file"
        aria-label={said.fileLabel}
        accept=".yaml,.yml,.json"
        onChange={read}
      />
      {trouble !== null && (
        <p className="field-trouble is-floating" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
    </div>
  );
}

type Opener = Awaited<ReturnType<typeof opener>>;

async function opened(open: (by: Opener) => Promise<string | null>): Promise<string | null> {
  try {
    return await open(await opener());
  } catch {
    return said.unavailable;
  }
}

async function openChosen(
  lab: Lab,
  lessons: readonly Lesson[],
  value: string,
): Promise<string | null> {
  if (value === 'opened') return null;
  const lesson = lessons.find(({ slug }) => slug === value);
  if (lesson !== undefined) return opened(({ openLesson }) => openLesson(lab, lesson));
  lab.session.newRun({});
  return null;
}
