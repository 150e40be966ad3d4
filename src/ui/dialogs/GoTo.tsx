/** To a moment by its number, where dragging along the score is too coarse, or from mark to mark of one kind. */
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react';
import { type Measure, spanOf } from '../../timeline/index.ts';
import { goTo as said, words } from '../../words/index.ts';
import { useLab, useSession } from '../hooks/lab.ts';
import { Frame } from './Frame.tsx';
import { JumpList, leapBy } from './JumpList.tsx';

interface Unit {
  /** Of a place along the run, in what is typed. */
  readonly size: number;
  readonly digits: number;
  /** How far past the end one may go: what lies there is played first, and nobody should wait for it. */
  readonly ahead: number;
  readonly name: (place: number) => string;
}

const units: Readonly<Record<Measure, Unit>> = {
  time: { size: 1000, digits: 3, ahead: 60_000, name: words.moment },
  order: { size: 1, digits: 0, ahead: 0, name: words.time.event },
};

/** One field, in seconds or events; Enter goes there. Letters go to marks. */
export function GoTo() {
  const lab = useLab();
  const { session, view } = lab;
  const timeline = useSession(({ timeline }) => timeline);
  const id = useId();
  const { measure, now, end } = spanOf(timeline);
  const { size, digits, ahead, name } = units[measure];
  const [text, setText] = useState(() => (now / size).toFixed(digits));
  const [isWrong, setIsWrong] = useState(false);
  const most = Math.floor((end + ahead) / size);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const number = numberIn(text, most);
    setIsWrong(number === null);
    if (number === null) return;
    session.seekPlace(number * size);
    view.close();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (leapBy(lab, event)) event.preventDefault();
  };
  return (
    <Frame title={said.title} intro={said[measure].reached(name(end))}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is in it has buttons of its own. */}
      <div className="go-to" onKeyDown={onKey}>
        <form className="fields" noValidate onSubmit={go}>
          <span className="field">
            <label htmlFor={id}>{said[measure].label}</label>
            <input
              id={id}
              ref={takeFocus}
              type="number"
              inputMode="decimal"
              min={0}
              max={most}
              step="any"
              value={text}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? `${id}-trouble` : undefined}
              onChange={({ target }) => setText(target.value)}
            />
          </span>
          <button type="submit" className="primary">
            {said.go}
          </button>
        </form>
        {isWrong && (
          <p className="field-trouble" role="alert" id={`${id}-trouble`}>
            {said[measure].outside(String(most))}
          </p>
        )}
        <JumpList />
      </div>
    </Frame>
  );
}

// The same function at every render, or each letter typed would select what is there.
function takeFocus(field: HTMLInputElement | null): void {
  field?.focus();
  field?.select();
}

/** The number that `text` says; null: none, or one outside of 0 to `most`. */
function numberIn(text: string, most: number): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return number >= 0 && number <= most ? number : null;
}
