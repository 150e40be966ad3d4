/** Everything that was said up to the moment, as a text to read, copy and keep. */
import { useMemo, useState } from 'react';
import { transcript as said } from '../../words/index.ts';
import { copyText } from '../controls/copyText.ts';
import { Frame } from '../dialogs/Frame.tsx';
import { useSession } from '../hooks/lab.ts';
import { saveText } from '../share/saveText.ts';
import { transcriptOf } from './transcriptOf.ts';
import '../styles/panels.css';

/** The moment at which it was opened: time may go on behind it. */
export function Transcript() {
  const timeline = useSession(({ timeline }) => timeline);
  const { lines, events, isWhole } = useMemo(() => transcriptOf(timeline), [timeline]);
  const [done, setDone] = useState('');
  const text = `${lines.join('\n')}\n`;
  const copy = (): void =>
    void copyText(text).then((isThere) => setDone(isThere ? said.copied : said.notCopied));
  return (
    <Frame
      title={said.title}
      intro={isWhole ? said.intro(events) : said.only(events)}
      className="is-wide"
    >
      <p className="verbs">
        <button type="button" onClick={copy}>
          {said.copy}
        </button>
        <button type="button" onClick={() => saveText(said.file, text)}>
          {said.download}
        </button>
        <span role="status">{done}</span>
      </p>
      <textarea className="transcript" readOnly rows={16} aria-label={said.label} value={text} />
    </Frame>
  );
}
