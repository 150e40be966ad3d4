/** On the score: each lane is covered from where it no longer led to the selected event. */
import { bookmarksOf } from '../../store/index.ts';
import { annalsOf, placeIn, spanOf, type Timeline, timeOfAnnal } from '../../timeline/index.ts';
import { score } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Engine, Size } from '../hooks/useEngine.ts';
import { selectedSeq } from './events.ts';
import { type Trail, trailOf } from './trail.ts';

/** Half of what the line of the playhead takes, px. */
const headRoom = 1.5;

/** Takes over an SVG element of the size of the score, with a path in it. */
export function createScoreTrail(svg: SVGSVGElement, lab: Lab): Engine {
  const cover = svg.firstElementChild as SVGPathElement;
  let size: Size = { width: 1, height: 1 };
  let drawn = '';
  return {
    // As often as the panels: the strip under it is drawn no more often.
    paint: (timeline) => {
      const seq = selectedSeq(lab);
      const { version } = lab.session.store.getState();
      const key = [version, seq, size.width, size.height].join('/');
      if (key === drawn) return;
      drawn = key;
      const trail = trailOf(timeline, seq);
      cover.setAttribute('d', trail === null ? '' : coverOf(trail, timeline, size, lab));
    },
    resize: (now) => {
      size = now;
    },
    destroy: () => {},
  };
}

function coverOf({ reach }: Trail, timeline: Timeline, size: Size, lab: Lab): string {
  const { chronicle, run } = timeline;
  const { selection } = lab.view.store.getState();
  const selected = selection !== null && 'server' in selection ? selection.server : null;
  const { names } = run.setup;
  const bookmarks = bookmarksOf(lab.session.store.getState());
  // Of the strip as it is drawn, with all that makes it what it is: it is not made again.
  const { strip, span, playhead } = score(chronicle, spanOf(timeline), {
    ...size,
    names,
    selected,
    bookmarks,
  });
  const [from, to] = strip.range;
  const [start, end] = strip.view;
  const annals = annalsOf(timeline);
  return strip.lanes
    .map(({ id, y, height }) => {
      const seq = reach.get(id);
      const place =
        seq === undefined ? start : placeIn(span.measure, { seq, time: timeOfAnnal(annals, seq) });
      const x = from + ((place - start) / (end - start)) * (to - from);
      // Not over the playhead: it stands above all that is drawn of the run.
      const pieces = [
        [x, Math.min(to, playhead - headRoom)],
        [Math.max(x, playhead + headRoom), to],
      ] as const;
      return pieces.map(([left, right]) => pieceOf(left, right, y, height)).join('');
    })
    .join('');
}

const pieceOf = (left: number, right: number, y: number, height: number): string =>
  left < right ? `M${left.toFixed(1)} ${y}H${right.toFixed(1)}v${height}H${left.toFixed(1)}Z` : '';
