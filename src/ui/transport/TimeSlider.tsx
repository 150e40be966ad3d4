/** The score for keyboard and ear. */
import { momentOf, spanOf } from '../../timeline/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** A slider along the run, by what that is measured by. */
export function TimeSlider() {
  const { session } = useLab();
  const timeline = useTimeline();
  const { time, seq } = momentOf(timeline);
  const { start, now, end } = spanOf(timeline);
  const at = words.time.at(words.moment(time), words.moment(Math.max(timeline.end.time, time)));
  return (
    <input
      className="score-slider"
      type="range"
      aria-label={words.time.timeline}
      min={start}
      max={Math.ceil(Math.max(end, start + 1))}
      step={1}
      value={Math.round(now)}
      aria-valuetext={words.time.sliderText(at, words.time.event(seq))}
      onChange={({ target }) => session.seekPlace(Number(target.value))}
    />
  );
}
