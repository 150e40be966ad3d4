/** The run at a glance, and the way to any moment of it. */
import { momentOf } from '../../timeline/index.ts';
import { createScore, score } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { type Lab, useLab, useSession, useTimeline } from '../hooks/lab.ts';
import { type Engine, type Size, useEngine } from '../hooks/useEngine.ts';

/** The picture of the run's history; for keyboard and ear it is the slider named `Timeline`. */
export function Score() {
  const ref = useEngine<SVGSVGElement>(createPicture);
  const names = useSession(({ timeline }) => timeline.run.setup.names);
  return (
    <div
      className={names.length > 6 ? 'score-frame is-tall' : 'score-frame'}
      id="timeline"
      tabIndex={-1}
      style={{ paddingLeft: roomFor(names) }}
    >
      <TimeSlider />
      <svg ref={ref} aria-hidden="true" />
    </div>
  );
}

function TimeSlider() {
  const { session } = useLab();
  const timeline = useTimeline();
  const { time, seq } = momentOf(timeline);
  const end = Math.max(timeline.end.time, time, 1);
  const at = words.time.at(words.moment(time), words.moment(end));
  return (
    <input
      className="score-slider"
      type="range"
      aria-label={words.time.timeline}
      min={0}
      max={Math.ceil(end)}
      step={1}
      value={Math.round(time)}
      aria-valuetext={words.time.sliderText(at, words.time.event(seq))}
      onChange={({ target }) => session.seek(Number(target.value))}
    />
  );
}

/** The picture keeps room for short names; longer ones get some more, px. */
const roomFor = (names: readonly string[]): number =>
  Math.max(0, ...names.map(({ length }) => length * 7 - 28));

/** While playing, the strip is drawn as often as the panels: it moves too slowly for more. */
const paintEveryMs = 100;

function createPicture(svg: SVGSVGElement, { session }: Lab): Engine {
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
      engine.update(score(timeline.chronicle, time, { ...size, end, names }));
    },
    resize: (now) => {
      size = now;
      paintedMs = -Infinity;
    },
    destroy: engine.destroy,
  };
}
