/** The kinds of marks on the score, each with a way to the one before and the one after. */
import { ChevronLeft, ChevronRight } from 'lucide';
import type { KeyboardEvent } from 'react';
import { keys, goTo as said } from '../../words/index.ts';
import { Icon } from '../controls/Icon.tsx';
import { type Lab, useLab, useView } from '../hooks/lab.ts';
import { type JumpRow, jumpRows, leap } from '../shortcuts/jumpKeys.ts';
import { perform } from '../shortcuts/perform.ts';
import '../styles/goTo.css';

/** Previous, and next. */
const ways = [
  { by: -1, icon: ChevronLeft },
  { by: 1, icon: ChevronRight },
] as const;

export function JumpList() {
  const hasLetterKeys = useView(({ hasLetterKeys }) => hasLetterKeys);
  return (
    <section>
      <h3>{said.marks}</h3>
      {hasLetterKeys && <p className="hint">{said.letters}</p>}
      <ul className="jumps">
        {jumpRows.map((row) => (
          <Row key={row.jump} row={row} hasLetter={hasLetterKeys} />
        ))}
      </ul>
    </section>
  );
}

function Row({ row, hasLetter }: { readonly row: JumpRow; readonly hasLetter: boolean }) {
  const lab = useLab();
  const { jump, letter, ids } = row;
  return (
    <li>
      <span>{said.kinds[jump]}</span>
      {hasLetter && (
        <span className="letter" aria-hidden="true">
          <kbd>{letter}</kbd>
        </span>
      )}
      {ways.map(({ by, icon }, place) => {
        const name = keys.does[ids[place as 0 | 1]];
        return (
          <button
            key={by}
            type="button"
            className="icon"
            aria-label={name}
            title={name}
            onClick={() => perform(lab, () => leap(lab, by, jump))}
          >
            <Icon of={icon} size={16} />
          </button>
        );
      })}
    </li>
  );
}

/** Goes where a letter says, with Shift back; false where it says nothing. */
export function leapBy(
  lab: Lab,
  { key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent,
): boolean {
  const isPlain = !ctrlKey && !metaKey && !altKey && lab.view.store.getState().hasLetterKeys;
  const row = isPlain ? jumpRows.find(({ letter }) => letter === key.toUpperCase()) : undefined;
  if (row === undefined) return false;
  perform(lab, () => leap(lab, shiftKey ? -1 : 1, row.jump));
  return true;
}
