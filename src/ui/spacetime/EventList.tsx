/** The events in view as a list: the way into the diagram for whoever does not see it, and a second one for all others. */
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { LensState } from '../../store/index.ts';
import { spacetime as said } from '../../words/index.ts';
import { type Lab, useLab, useTimeline, useView } from '../hooks/lab.ts';
import { goToEvent, selectEvent, step } from './events.ts';
import { windowOf } from './lensMoves.ts';
import { type Row, rowsIn } from './rows.ts';
import { eventNameAt } from './said.ts';

/** Rows at first, and more at each asking. */
const batch = 60;
/** A window that moves is read this often, ms. */
const settleMs = 250;

/** `Events in view · 42`; on a phone it is opened by its title. */
export function EventList({ isFoldable }: { readonly isFoldable: boolean }) {
  const lab = useLab();
  const timeline = useTimeline();
  const lens = useSettledLens(lab);
  const [most, setMost] = useState(batch);
  const selection = useView(({ selection }) => selection);
  const selected = selection?.kind === 'event' ? selection.seq : null;
  const shown = windowOf(lens, timeline);
  const { rows, count } = rowsIn(timeline, lens, shown, selected, most);
  const list = useSelectedInSight(
    selected,
    rows.some(({ seq }) => seq === selected),
  );
  return (
    <details className="event-list" open={!isFoldable}>
      <summary>{said.list(count)}</summary>
      {count === 0 && <p className="hint">{said.none}</p>}
      <ol ref={list} aria-label={said.listLabel} onKeyDown={(event) => onKey(lab, event)}>
        {rows.map((row, place) => (
          <Line
            key={`${row.kind}${row.seq}`}
            row={row}
            name={row.kind === 'event' ? eventNameAt(timeline, row.seq) : ''}
            isSelected={row.seq === selected}
            isStop={selected === null ? place === 0 : row.seq === selected}
          />
        ))}
      </ol>
      {count > rows.length && (
        <button type="button" className="link" onClick={() => setMost(most + batch)}>
          {said.more(count - rows.length)}
        </button>
      )}
    </details>
  );
}

const isSameLine = (a: LineProps, b: LineProps): boolean =>
  a.name === b.name &&
  a.isSelected === b.isSelected &&
  a.isStop === b.isStop &&
  JSON.stringify(a.row) === JSON.stringify(b.row);

interface LineProps {
  readonly row: Row;
  readonly name: string;
  readonly isSelected: boolean;
  readonly isStop: boolean;
}

/** Renders only when what it says has changed: in play the list is made anew all the time. */
const Line = memo(function Line({ row, name, isSelected, isStop }: LineProps) {
  const lab = useLab();
  if (row.kind === 'quiet')
    return <li className="quiet-row">{said.quiet(row.rounds, row.lost)}</li>;
  const { seq, relation } = row;
  return (
    <li className={relation === null ? '' : `is-${relation}`}>
      <button
        type="button"
        aria-pressed={isSelected}
        tabIndex={isStop ? 0 : -1}
        onClick={() => selectEvent(lab, seq)}
        onDoubleClick={() => goToEvent(lab, seq)}
      >
        {name}
        {relation !== null && <small> · {said.relations[relation]}</small>}
      </button>
    </li>
  );
}, isSameLine);

/** Up and down go through the list; left and right along the lane of the selected event. */
function onKey(lab: Lab, event: KeyboardEvent<HTMLOListElement>): void {
  const { key, currentTarget, target } = event;
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    step(lab, key === 'ArrowLeft' ? 'before' : 'after');
  } else {
    const buttons = [...currentTarget.querySelectorAll('button')];
    const place = buttons.indexOf(target as HTMLButtonElement);
    const next = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: buttons.length - 1 }[
      key
    ];
    if (next === undefined) return;
    buttons[next]?.focus();
  }
  event.preventDefault();
}

/** Brings a newly selected row into sight, and the focus to it where the focus is in the list. */
function useSelectedInSight(selected: number | null, isThere: boolean) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const button = list.current?.querySelector<HTMLButtonElement>('[aria-pressed="true"]');
    if (selected === null || !isThere || !list.current || !button) return;
    if (list.current.contains(document.activeElement)) button.focus({ preventScroll: true });
    // By hand: the browser would scroll all around the list too, and the event above it out of sight.
    const { offsetTop, offsetHeight } = button;
    const { scrollTop, clientHeight } = list.current;
    if (offsetTop < scrollTop) list.current.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop + offsetHeight - clientHeight;
  }, [selected, isThere]);
  return list;
}

function useSettledLens({ view }: Lab): LensState {
  const [lens, setLens] = useState(view.lens.getState);
  useEffect(() => {
    let timer: number | null = null;
    const read = (): void => {
      timer = null;
      setLens(view.lens.getState());
    };
    const stop = view.lens.subscribe(() => {
      timer ??= window.setTimeout(read, settleMs);
    });
    read();
    return () => {
      if (timer !== null) clearTimeout(timer);
      stop();
    };
  }, [view]);
  return lens;
}
