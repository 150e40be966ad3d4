/** Writing a lesson in the page: what the format allows is offered, what is wrong or missing is said beside it. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { storyOf } from '../../explore/index.ts';
import { scenarioJsonSchema, suggestionsAt, writeScenario } from '../../scenario/index.ts';
import { draft, keepDraft } from '../../store/index.ts';
import { momentOf } from '../../timeline/index.ts';
import { editor as said } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { openOwn } from '../scenario/open.ts';
import { saveText } from '../share/saveText.ts';
import { createEditor, type Editor, type Remark } from './codeMirror.ts';
import { remarksOn } from './remarks.ts';
import '../styles/editor.css';

const schema: object = JSON.parse(scenarioJsonSchema());
const name = said.fileName;

export function LessonEditor() {
  const [first, setFirst] = useState<string | null>(null);
  useEffect(() => {
    void draft().then((kept) => setFirst(kept ?? said.template));
  }, []);
  return first === null ? null : <Writing first={first} />;
}

function Writing({ first }: { readonly first: string }) {
  const [text, setText] = useState(first);
  const [remarks, setRemarks] = useState<readonly Remark[]>([]);
  const editor = useRef<Editor | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => void keepDraft(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  const ref = useCallback(
    (host: HTMLDivElement | null) => {
      if (host === null) return;
      const look = (now: string): readonly Remark[] => {
        const found = remarksOn(now, name);
        setRemarks(found);
        return found;
      };
      const suggest = (now: string, offset: number) => suggestionsAt(schema, now, offset);
      const wanted = {
        label: said.label,
        text: first,
        onChange: setText,
        suggest,
        remarksOn: look,
      };
      editor.current = createEditor(host, wanted);
      return () => editor.current?.destroy();
    },
    [first],
  );
  return (
    <div className="editor">
      <div ref={ref} className="editor-text" data-typing />
      <aside className="editor-beside" aria-label={said.besideLabel}>
        <p className="hint">{said.intro}</p>
        <Tools text={text} onReplace={(now) => editor.current?.replace(now)} />
        <Remarks remarks={remarks} onChoose={(line) => editor.current?.goToLine(line)} />
      </aside>
    </div>
  );
}

interface ToolsProps {
  readonly text: string;
  readonly onReplace: (text: string) => void;
}

function Tools({ text, onReplace }: ToolsProps) {
  const lab = useLab();
  const [note, setNote] = useState<string | null>(null);
  const tryIt = (): void => {
    void keepDraft(text)
      .then(() => openOwn(lab, text, name))
      .then(setNote);
  };
  const record = (): void => {
    const { timeline } = lab.session.store.getState();
    const { file, left } = storyOf(timeline.run, momentOf(timeline), said.recordedTitle);
    onReplace(writeScenario(file, [said.recordedComment]));
    setNote(left.length === 0 ? said.recorded : said.left(left));
  };
  return (
    <>
      <p className="verbs">
        <button type="button" className="primary" onClick={tryIt}>
          {said.tryIt}
        </button>
        <button type="button" onClick={() => saveText(name, text)}>
          {said.download}
        </button>
      </p>
      <p className="verbs">
        <button type="button" onClick={record}>
          {said.record}
        </button>
        <button type="button" onClick={() => onReplace(said.template)}>
          {said.fresh}
        </button>
      </p>
      {note !== null && <p role="status">{note}</p>}
    </>
  );
}

interface RemarksProps {
  readonly remarks: readonly Remark[];
  readonly onChoose: (line: number) => void;
}

function Remarks({ remarks, onChoose }: RemarksProps) {
  if (remarks.length === 0) return <p className="is-right">{said.ready}</p>;
  return (
    <>
      <h3>{said.remarks(remarks.length)}</h3>
      <ul className="remarks">
        {remarks.map(({ line, severity, text }) => (
          <li key={`${line} ${text}`} className={severity === 'error' ? 'is-wrong' : ''}>
            <button type="button" className="link" onClick={() => onChoose(line)}>
              {said.line(line)}
            </button>{' '}
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
