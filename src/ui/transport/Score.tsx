/** The run at a glance, and the way to any moment of it. */
import { type CSSProperties, Suspense } from 'react';
import { momentOf } from '../../timeline/index.ts';
import { fitted } from '../../viz/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useSession, useTimeline } from '../hooks/lab.ts';
import { part } from '../parts.ts';

const ScorePicture = part(() => import('./ScorePicture.tsx').then((loaded) => loaded.ScorePicture));

/** The picture of the run's history; for keyboard and ear it is the slider named `Timeline`. */
export function Score() {
  const names = useSession(({ timeline }) => timeline.run.setup.names);
  return (
    <div
      className={names.length > 6 ? 'score-frame is-tall' : 'score-frame'}
      id="timeline"
      tabIndex={-1}
      style={{ paddingLeft: roomFor(names), '--lanes': names.length } as CSSProperties}
    >
      <TimeSlider />
      <Suspense>
        <ScorePicture />
      </Suspense>
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
  Math.max(0, ...names.map((name) => fitted(name).length * 7 - 28));
