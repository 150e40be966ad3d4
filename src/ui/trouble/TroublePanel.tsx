/** Says what broke, and offers the run that led there. */
import { useState } from 'react';
import { exportedRun } from '../../store/index.ts';
import { words } from '../../words/index.ts';
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
  const { troubles } = words;
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(troubles.copied),
      () => setSaid(troubles.notCopied),
    );
  };
  const startAgain = (): void => {
    session.newRun({});
    onRecover();
  };
  return (
    <main className="broken" role="alert">
      <h1>{troubles.title}</h1>
      <p>{troubles.explained}</p>
      <p className="broken-what">{troubles.what(message)}</p>
      <p className="verbs">
        <button type="button" className="primary" onClick={copy}>
          {troubles.copy}
        </button>
        <button type="button" onClick={startAgain}>
          {troubles.restart}
        </button>
        <span role="status">{said}</span>
      </p>
      <textarea readOnly rows={8} value={text} aria-label={troubles.run} />
    </main>
  );
}
