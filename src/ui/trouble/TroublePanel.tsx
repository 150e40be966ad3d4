/** Says what broke, and offers the run that led there. */
import { useState } from 'react';
import { exportedRun } from '../../store/index.ts';
import { broken } from '../../words/index.ts';
import { copyText } from '../controls/copyText.ts';
import type { Lab } from '../hooks/lab.ts';
import '../styles/panels.css';

interface Props {
  readonly lab: Lab;
  readonly message: string;
  readonly onRecover: () => void;
}

/** Copies the run as JSON, or begins a new one. */
export function TroublePanel({ lab, message, onRecover }: Props) {
  const { session } = lab;
  const [said, setSaid] = useState('');
  const text = exportedRun(session.store.getState().timeline);
  const copy = async (): Promise<void> =>
    setSaid((await copyText(text)) ? broken.copied : broken.notCopied);
  const startAgain = (): void => {
    session.newRun({});
    onRecover();
  };
  return (
    <main className="broken" role="alert">
      <h1>{broken.title}</h1>
      <p>{broken.explained}</p>
      <p className="broken-what">{broken.what(message)}</p>
      <p className="verbs">
        <button type="button" className="primary" onClick={copy}>
          {broken.copy}
        </button>
        <button type="button" onClick={startAgain}>
          {broken.restart}
        </button>
        <span role="status">{said}</span>
      </p>
      <textarea readOnly rows={8} value={text} aria-label={broken.run} />
    </main>
  );
}
