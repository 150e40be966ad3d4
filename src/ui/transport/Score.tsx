/** The run at a glance, and the way to any moment of it. */
import { type CSSProperties, Suspense } from 'react';
import { fitted } from '../../viz/index.ts';
import { useSession } from '../hooks/lab.ts';
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
      style={{ paddingLeft: `${roomFor(names) / 16}rem`, '--lanes': names.length } as CSSProperties}
    >
      <Suspense>
        <ScorePicture />
      </Suspense>
    </div>
  );
}

/** The picture keeps room for short names; longer ones get some more: px where text has its usual size. */
const roomFor = (names: readonly string[]): number =>
  Math.max(0, ...names.map((name) => fitted(name).length * 7 - 28));
