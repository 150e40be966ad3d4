/** A lesson of one's own: from a file, from what was copied, or from an address, which alone asks anything of anybody. */
import { type ChangeEvent, type FormEvent, type RefObject, useId, useRef, useState } from 'react';
import { course as said, words } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { opener } from '../scenario/opener.ts';

type Opener = Awaited<ReturnType<typeof opener>>;

export function OwnLesson() {
  const lab = useLab();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const open = async (by: (opener: Opener) => Promise<string | null>): Promise<void> => {
    setTrouble(null);
    setTrouble(await opener().then(by, () => words.scenario.unavailable));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void open(({ openTyped }) => openTyped(lab, typed));
  };
  const read = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [chosen] = target.files ?? [];
    target.value = '';
    if (chosen !== undefined) void open(({ openFile }) => openFile(lab, chosen));
  };
  return (
    <section>
      <h3>{said.own.title}</h3>
      <p className="hint">{said.own.intro}</p>
      <form className="own-lesson" onSubmit={submit}>
        <label htmlFor={id}>{said.own.typed}</label>
        <textarea
          id={id}
          rows={2}
          value={typed}
          aria-invalid={trouble !== null}
          aria-describedby={trouble === null ? undefined : `${id}-trouble`}
          onChange={({ target }) => setTyped(target.value)}
        />
        <span className="verbs">
          <button type="submit" disabled={typed.trim() === ''}>
            {said.own.open}
          </button>
          <button type="button" onClick={() => file.current?.click()}>
            {said.own.file}
          </button>
          <button type="button" onClick={() => lab.view.open('editor')}>
            {said.own.write}
          </button>
        </span>
        <FileInput ref={file} onChange={read} />
      </form>
      {trouble !== null && (
        <p className="field-trouble" role="alert" id={`${id}-trouble`}>
          {trouble}
        </p>
      )}
    </section>
  );
}

interface FileInputProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

const FileInput = (props: FileInputProps) => (
  <input {...props} hidden type="file" aria-label={said.own.file} accept=".yaml,.yml,.json" />
);
