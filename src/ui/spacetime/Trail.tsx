/** Where the trail of the selected event is to be seen outside the diagram; it comes and goes with the diagram. */
import { useEffect, useLayoutEffect } from 'react';
import { createPortal } from 'react-dom';
import { useLab, useTimeline, useView } from '../hooks/lab.ts';
import { useEngine } from '../hooks/useEngine.ts';
import { createScoreTrail } from './scoreTrail.ts';
import { markTrail, trailOf } from './trail.ts';
import '../styles/trail.css';

/** Marks the stage and the logs when they have been drawn, and covers what of the score is not on the trail. */
export function Trail() {
  const lab = useLab();
  const timeline = useTimeline();
  const seq = useView(({ selection }) => (selection?.kind === 'event' ? selection.seq : null));
  const ref = useEngine<SVGSVGElement>(createScoreTrail);
  useLayoutEffect(() => markTrail(document, trailOf(timeline, seq), timeline.world));
  useEffect(
    () => () => markTrail(document, null, lab.session.store.getState().timeline.world),
    [lab],
  );
  const score = document.getElementById('timeline');
  if (score === null) return null;
  return createPortal(
    <div className="score-trail" style={{ left: score.style.paddingLeft }}>
      <svg ref={ref} aria-hidden="true">
        <path />
      </svg>
    </div>,
    score,
  );
}
