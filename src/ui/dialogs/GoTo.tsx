/** To a moment by its number, where dragging along the score is too coarse. */
import { type FormEvent, useId, useState } from 'react';
import { momentOf } from '../../timeline/index.ts';
import { goTo, words } from '../../words/index.ts';
import { useLab, useSession } from '../hooks/lab.ts';
import { Frame } from './Frame.tsx';

const msPerSecond = 1000;
/** How far past the end one may go: what lies there is played first, and nobody should wait for it. */
const aheadMs = 60_000;

/** One field, in seconds; Enter goes there. */
export function GoTo() {
  const { session, view } = useLab();
  const timeline = useSession(({ timeline }) => timeline);
  const id = useId();
  const [text, setText] = useState(() => (momentOf(timeline).time / msPerSecond).toFixed(3));
  const [isWrong, setIsWrong] = useState(false);
  const endMs = Math.max(timeline.end.time, momentOf(timeline).time);
  const mostSeconds = Math.floor((endMs + aheadMs) / msPerSecond);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const seconds = secondsIn(text, mostSeconds);
    setIsWrong(seconds === null);
    if (seconds === null) return;
    session.seek(seconds * msPerSecond);
    view.close();
  };
  return (
    <Frame title={goTo.title} intro={goTo.reached(words.moment(endMs))}>
      <form className="fields" noValidate onSubmit={go}>
        <span className="field">
          <label htmlFor={id}>{goTo.seconds}</label>
          <input
            id={id}
            ref={takeFocus}
            type="number"
            inputMode="decimal"
            min={0}
            max={mostSeconds}
            step="any"
            value={text}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? `${id}-trouble` : undefined}
            onChange={({ target }) => setText(target.value)}
          />
        </span>
        <button type="submit" className="primary">
          {goTo.go}
        </button>
      </form>
      {isWrong && (
        <p className="field-trouble" role="alert" id={`${id}-trouble`}>
          {goTo.outside(String(mostSeconds))}
        </p>
      )}
    </Frame>
  );
}

// The same function at every render, or each letter typed would select what is there.
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** The number of seconds that `text` says; null: none, or one outside of 0 to `most`. */
function secondsIn(text: string, most: number): number | null {
  const seconds = text.trim() === '' ? Number.NaN : Number(text);
  return seconds >= 0 && seconds <= most ? seconds : null;
}
