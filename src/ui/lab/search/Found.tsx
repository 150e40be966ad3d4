/** What was found, step by step, and the ways to have it. */
import { useState } from 'react';
import { labSearch as said, lab as saidOfLab } from '../../../words/index.ts';
import { copyText } from '../../controls/copyText.ts';
import { useLab } from '../../hooks/lab.ts';
import { saveText } from '../../share/saveText.ts';
import type { Shown } from '../hosts/protocol.ts';
import { linkAt, openAt } from '../openAt.ts';
import { useSearch } from './searching.ts';

export function Found() {
  const shown = useSearch((state) => state.shown);
  if (shown === null) return null;
  // The same step may stand there twice.
  const numbered = shown.steps.map((text, place) => ({ text, place }));
  return (
    <section className="found">
      <FoundVerbs key={shown.text} {...shown} />
      <ol aria-label={said.stepsLabel}>
        {numbered.map(({ text, place }) => (
          <li key={place}>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}

function FoundVerbs({ finding, text }: Shown) {
  const lab = useLab();
  const [done, setDone] = useState('');
  const name = `quorate-${finding.what}-${finding.seed}.yaml`;
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
