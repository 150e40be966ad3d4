/** How fast virtual time passes, on a logarithmic scale. */
import { useId } from 'react';
import { placeOfSpeed, speeds } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useSession } from '../hooks/lab.ts';

/** The slider named `Speed`. */
export function SpeedSlider() {
  const { session } = useLab();
  const id = useId();
  const speed = useSession(({ speed }) => speed);
  return (
    <div className="speed">
      <label htmlFor={id}>{words.time.speed}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={speeds.length - 1}
        step={1}
        value={placeOfSpeed(speed)}
        aria-valuetext={words.speedText(speed)}
        onChange={({ target }) => session.setSpeed(speeds[Number(target.value)] ?? speed)}
      />
      <output htmlFor={id} aria-hidden="true">
        {words.speedShort(speed)}
      </output>
    </div>
  );
}
