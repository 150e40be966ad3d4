/** The strip of time as it is drawn. */
import { bookmarksOf } from '../../store/index.ts';
import { type Span, spanOf, type Timeline } from '../../timeline/index.ts';
import { createScore, score, wholeOf } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';
import '../styles/score.css';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';
import { type FingerHandlers, heedFingers, stretched } from './scoreFingers.ts';
import { type ScoreMoves, scoreMoves } from './scoreMoves.ts';
import { heedWheel, panned, type Stretch, withHead, within, zoomed } from './scoreZoom.ts';
import { TimeSlider } from './TimeSlider.tsx';

/** Comes after the servers: the frame keeps its room. */
export function ScorePicture() {
  const ref = useEngine<SVGSVGElement>(createPicture);
  return (
    <>
      <TimeSlider />
      <svg ref={ref} aria-hidden="true" />
    </>
  );
}

function createPicture(svg: SVGSVGElement, lab: Lab): Engine {
  const { session, view } = lab;
  const engine = createScore(svg, { onSeek: session.seekPlace });
  let size: Size = { width: 1, height: 1 };
  let isStale = true;
  const isTurn = turns();
  const lens = lensOn(svg, lab, () => {
    isStale = true;
    paint(session.store.getState().timeline);
  });

  function paint(timeline: Timeline): void {
    const state = session.store.getState();
    if (!isTurn(state.version) && state.isPlaying && !isStale) return;
    isStale = false;
    const { names } = timeline.run.setup;
    const { selection } = view.store.getState();
    const selected = selection !== null && 'server' in selection ? selection.server : null;
    const span = spanOf(timeline);
    const shown = { ...size, ...lens.follow(span), names, selected };
    engine.update(score(timeline.chronicle, span, { ...shown, bookmarks: bookmarksOf(state) }));
  }

  return {
    paint,
    resize: (now) => {
      size = now;
      isStale = true;
    },
    destroy: () => {
      lens.destroy();
      engine.destroy();
    },
  };
}

interface Lens {
  /** The stretch to show; absent: all of it. */
  readonly follow: (span: Span) => { readonly view?: Stretch };
  readonly destroy: () => void;
}

/** Looks at all of the run, until a wheel looks nearer; then it goes with the playhead, for as long as that moves. */
function lensOn(svg: SVGSVGElement, lab: Lab, changed: () => void): Lens {
  const { store } = lab.session;
  // While the diagram is open the score shows where it looks, and so must show all.
  const isTaken = (): boolean => lab.view.store.getState().diagram !== 'closed';
  let view: Stretch | null = null;
  let head = -1;
  const show = (move: (view: Stretch, whole: Stretch) => Stretch | null): void => {
    const whole = wholeOf(spanOf(store.getState().timeline));
    view = move(view ?? whole, whole);
    changed();
  };
  const own: ScoreMoves = {
    pan: (by) => show((now, whole) => panned(now, whole, by)),
    zoom: (by) => show((now, whole) => zoomed(now, whole, aboutHead(head, now), by)),
    showAll: () => show(() => null),
  };
  scoreMoves.own = own;
  const deafen = heedWheel(svg, {
    step: lab.session.seekHeartbeat,
    pan: (by) => {
      if (isTaken()) void diagramMoves().then(({ pan }) => pan(lab, by));
      else own.pan(by);
    },
    zoom: (share, by) => {
      if (isTaken()) void diagramMoves().then(({ zoom }) => zoom(lab, by));
      else show((now, whole) => zoomed(now, whole, now[0] + share * (now[1] - now[0]), by));
    },
    showAll: own.showAll,
  });
  const { first, second } = returning(lab);
  let pinched: Stretch = [0, 1];
  const letGo = heedFingers(svg, {
    first,
    second: () => {
      second();
      pinched = view ?? wholeOf(spanOf(store.getState().timeline));
    },
    move: (from, to) => show((_now, whole) => within(stretched(pinched, from, to), whole)),
  });
  const destroy = (): void => {
    deafen();
    letGo();
    if (scoreMoves.own === own) scoreMoves.own = null;
  };
  return {
    follow: (span) => {
      const { now } = span;
      if (isTaken()) view = null;
      if (view !== null && now !== head) view = withHead(view, now, wholeOf(span));
      head = now;
      return view === null ? {} : { view };
    },
    destroy,
  };
}

/** The playhead, or the middle where it is out of sight. */
const aboutHead = (head: number, [from, to]: Stretch): number =>
  head >= from && head <= to ? head : (from + to) / 2;

/** Two fingers go nowhere: what the first of them led to is taken back with the second. */
function returning({ session }: Lab): Pick<FingerHandlers, 'first' | 'second'> {
  const placeNow = (): number => spanOf(session.store.getState().timeline).now;
  let before = 0;
  return {
    first: () => {
      before = placeNow();
    },
    second: () => {
      if (placeNow() !== before) session.seekPlace(before);
    },
  };
}

const diagramMoves = () => import('../spacetime/lensMoves.ts');

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
