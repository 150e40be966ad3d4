/** The strip of time as it is drawn. */
import { momentOf } from '../../timeline/index.ts';
import { createScore, score } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';
import '../styles/score.css';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';

/** Comes after the servers: the frame keeps its room. */
export function ScorePicture() {
  const ref = useEngine<SVGSVGElement>(createPicture);
  return <svg ref={ref} aria-hidden="true" />;
}

/** While playing, the strip is drawn as often as the panels: it moves too slowly for more. */
const paintEveryMs = 100;

function createPicture(svg: SVGSVGElement, { session, view }: Lab): Engine {
  const engine = createScore(svg, { onSeek: session.seek });
  let size: Size = { width: 1, height: 1 };
  let paintedMs = -Infinity;
  return {
    paint: (timeline) => {
      const nowMs = performance.now();
      if (session.store.getState().isPlaying && nowMs - paintedMs < paintEveryMs) return;
      paintedMs = nowMs;
      const { time } = momentOf(timeline);
      const end = Math.max(timeline.end.time, time);
      const { names } = timeline.run.setup;
      const { selection } = view.store.getState();
      const selected = selection !== null && 'server' in selection ? selection.server : null;
      engine.update(score(timeline.chronicle, time, { ...size, end, names, selected }));
    },
    resize: (now) => {
      size = now;
      paintedMs = -Infinity;
    },
    destroy: engine.destroy,
  };
}
