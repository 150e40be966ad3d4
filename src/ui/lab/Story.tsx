/** A scenario that was found, step by step, and the ways to have it. */
import { useState } from 'react';
import { labSearch as said, lab as saidOfLab } from '../../words/index.ts';
import { copyText } from '../controls/copyText.ts';
import { useLab } from '../hooks/lab.ts';
import { saveText } from '../share/saveText.ts';
import { linkAt, openAt } from './openAt.ts';

interface Props {
  /** Of the scenario file. */
  readonly text: string;
  readonly steps: readonly string[];
  /** What the file is called. */
  readonly name: string;
}

export function Story({ text, steps, name }: Props) {
  // The same step may stand there twice.
  const numbered = steps.map((step, place) => ({ step, place }));
  return (
    <section className="found">
      <StoryVerbs key={text} text={text} name={name} />
      <ol aria-label={said.stepsLabel}>
        {numbered.map(({ step, place }) => (
          <li key={place}>
            <code>{step}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StoryVerbs({ text, name }: Omit<Props, 'steps'>) {
  const lab = useLab();
  const [done, setDone] = useState('');
  const open = async (): Promise<void> => {
    if ((await openAt(lab, text, name)) === null) setDone(saidOfLab.cannotOpen);
    else lab.view.close();
  };
  const copy = async (): Promise<void> => {
    const link = await linkAt(text, name);
    if (link === null) setDone(said.tooLong);
    else setDone((await copyText(link)) ? said.copied : said.notCopied);
  };
  return (
    <p className="verbs">
      <button type="button" className="primary" onClick={open}>
        {said.open}
      </button>
      <button type="button" onClick={copy}>
        {said.copy}
      </button>
      <button type="button" onClick={() => saveText(name, text)}>
        {said.download}
      </button>
      <span role="status">{done}</span>
    </p>
  );
}
