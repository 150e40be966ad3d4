/** The strip of time as it is drawn. */
import { bookmarksOf } from '../../store/index.ts';
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

function createPicture(svg: SVGSVGElement, { session, view }: Lab): Engine {
  const engine = createScore(svg, { onSeek: session.seek });
  let size: Size = { width: 1, height: 1 };
  let isResized = true;
  const isTurn = turns();
  return {
    paint: (timeline) => {
      const { isPlaying, version } = session.store.getState();
      if (!isTurn(version) && isPlaying && !isResized) return;
      isResized = false;
      const { time } = momentOf(timeline);
      const end = Math.max(timeline.end.time, time);
      const { names } = timeline.run.setup;
      const { selection } = view.store.getState();
      const selected = selection !== null && 'server' in selection ? selection.server : null;
      const bookmarks = bookmarksOf(session.store.getState());
      engine.update(score(timeline.chronicle, time, { ...size, end, names, selected, bookmarks }));
    },
    resize: (now) => {
      size = now;
      isResized = true;
    },
    destroy: engine.destroy,
  };
}

/**
 * While playing, the strip is drawn as often as the panels: it moves too slowly for more. Its turn comes a frame
 * after theirs, or one frame in six would have both to draw.
 */
function turns(): (version: number) => boolean {
  let seen = -1;
  let isDue = false;
  return (version) => {
    const isTurn = isDue;
    isDue = version !== seen;
    seen = version;
    return isTurn;
  };
}
