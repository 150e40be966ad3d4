/**
 * The one place of the house that asks for frames as long as it plays. Each frame lets virtual time pass, then has the
 * pictures drawn; panels hear of it ten times a second, and less often while nothing happens. Where the machine is too
 * slow, time lags behind rather than the page.
 */
import { momentOf, playTo, type Timeline } from '../timeline/index.ts';
import type { Session } from './session.ts';

/** Draws the moment the timeline stands at. */
export type Painter = (timeline: Timeline) => void;

export interface Playback {
  /** Paints now, at every frame while playing, and after every change; gives the way to stop. */
  subscribe(painter: Painter): () => void;
  destroy(): void;
}

const publishEveryMs = 100;
/** While nothing happens only the clock goes on, and need not be read so often. */
const quietEveryMs = 250;
/** Panels take at most one part of so many of the time: where they are slow to draw, they are drawn less often. */
const panelShare = 12;
const workMs = 8;
/** What panels and pictures may take together in one frame, the browser taking as much for what they draw; else they take turns. */
const roomMs = 7;
/** A frame that took longer was an interruption, not time to make up for. */
const longestFrameMs = 100;

/** Runs the frames of a session for as long as it plays and the page is seen. */
export function createPlayback(session: Session): Playback {
  const painters = new Set<Painter>();
  const paint = (): void => {
    for (const painter of painters) painter(session.store.getState().timeline);
  };
  const due: Due = { publishedMs: -Infinity, seq: -1, costMs: 0, paintMs: 0 };
  const loop = frameLoop((nowMs, deltaMs) => {
    const isToldNow = pass(session, nowMs, Math.min(deltaMs, longestFrameMs), due);
    // A frame that has panels to draw as well would be the latest of all.
    if (isToldNow && due.costMs + due.paintMs > roomMs) return;
    const startedMs = performance.now();
    paint();
    due.paintMs = performance.now() - startedMs;
  });
  // Until something is drawn time stands still: a slow machine would miss the first moments of the run, and with each
  // change React would begin anew with a page that it has not drawn yet.
  let isDrawn = false;
  const follow = (): void =>
    loop.run(isDrawn && session.store.getState().isPlaying && !document.hidden);
  const stopListening = session.store.subscribe((state, before) => {
    follow();
    if (state.version !== before.version && !loop.isInFrame()) paint();
  });
  document.addEventListener('visibilitychange', follow);
  return {
    subscribe: (painter) => {
      painters.add(painter);
      painter(session.store.getState().timeline);
      isDrawn = true;
      follow();
      return () => painters.delete(painter);
    },
    destroy: () => {
      stopListening();
      document.removeEventListener('visibilitychange', follow);
      loop.run(false);
    },
  };
}

interface Loop {
  run(isWanted: boolean): void;
  isInFrame(): boolean;
}

function frameLoop(onFrame: (nowMs: number, deltaMs: number) => void): Loop {
  let frame = 0;
  let lastMs: number | null = null;
  let isWanted = false;
  let isIn = false;
  const tick = (nowMs: number): void => {
    isIn = true;
    onFrame(nowMs, lastMs === null ? 0 : Math.max(0, nowMs - lastMs));
    isIn = false;
    lastMs = nowMs;
    ask();
  };
  const ask = (): void => {
    if (isWanted) frame = requestAnimationFrame(tick);
    else cancelAnimationFrame(frame);
  };
  const run = (wanted: boolean): void => {
    if (wanted === isWanted) return;
    isWanted = wanted;
    lastMs = null;
    if (!isIn) ask();
  };
  return { run, isInFrame: () => isIn };
}

interface Due {
  publishedMs: number;
  /** The last event that panels have heard of. */
  seq: number;
  /** What panels took to draw the last time, and what pictures did. */
  costMs: number;
  paintMs: number;
}

/** Lets time pass; gives whether panels have heard of it. */
function pass(session: Session, nowMs: number, deltaMs: number, due: Due): boolean {
  const { timeline, speed, halt } = session.store.getState();
  const startedMs = performance.now();
  const until = momentOf(timeline).time + deltaMs * speed;
  const { broken } = playTo(
    timeline,
    Math.min(until, halt?.time ?? until),
    () => performance.now() - startedMs < workMs,
  );
  const { seq, time } = momentOf(timeline);
  // More than what belongs before it may have happened at that time.
  const isAtHalt = halt !== null && (seq > halt.seq || (seq === halt.seq && time >= halt.time));
  if (isAtHalt || broken !== null) {
    session.standStill(isAtHalt ? halt : undefined);
    return false;
  }
  const everyMs = seq === due.seq ? quietEveryMs : publishEveryMs;
  if (nowMs - due.publishedMs < Math.max(everyMs, panelShare * due.costMs)) return false;
  due.publishedMs = nowMs;
  due.seq = seq;
  const publishedMs = performance.now();
  session.publish(nowMs);
  // Panels are drawn in a task of their own, which was asked for before this one.
  queueMicrotask(() => {
    due.costMs = performance.now() - publishedMs;
  });
  return true;
}
