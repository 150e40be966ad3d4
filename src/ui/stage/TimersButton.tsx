/** The button that makes a split vote; it comes after the first view. */
import { isAligned } from '../../sim/index.ts';
import { timers } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { alignOrSpread } from './timers.ts';

/** `Align timers`, or `Spread timers` where they are aligned. */
export function TimersButton() {
  const { session } = useLab();
  const isDone = isAligned(useTimeline().world);
  return (
    <button
      type="button"
      className="quiet"
      title={isDone ? timers.spreadHint : timers.alignHint}
      onClick={() => alignOrSpread(session)}
    >
      {isDone ? timers.spread : timers.align}
    </button>
  );
}
