/** On the score: a frame around what the diagram shows. It comes and goes with the diagram. */
import type { KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import { spacetime as said } from '../../words/index.ts';
import { useLab } from '../hooks/lab.ts';
import { useEngine } from '../hooks/useEngine.ts';
import { pan, zoom } from './lensMoves.ts';
import { createScoreWindow } from './scoreWindow.ts';

/** A slider along the run; up and down look nearer and further. */
export function ScoreWindow() {
  const lab = useLab();
  const ref = useEngine<HTMLDivElement>(createScoreWindow);
  const score = document.getElementById('timeline');
  const onKey = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (move === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    move(lab);
    event.preventDefault();
  };
  if (score === null) return null;
  return createPortal(
    <div className="score-window" ref={ref}>
      <div>
        {/* What it says of itself is written where it is painted. */}
        <div
          role="slider"
          tabIndex={0}
          aria-label={said.window}
          aria-valuemin={0}
          aria-valuemax={1}
          aria-valuenow={0}
          onKeyDown={onKey}
        />
      </div>
    </div>,
    score,
  );
}

const moves: Readonly<Record<string, (lab: ReturnType<typeof useLab>) => void>> = {
  ArrowLeft: (lab) => pan(lab, -1),
  ArrowRight: (lab) => pan(lab, 1),
  ArrowUp: (lab) => zoom(lab, 1),
  ArrowDown: (lab) => zoom(lab, -1),
};
