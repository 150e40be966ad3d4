/** What can be done to the network as a whole. */
import { Suspense } from 'react';
import { leaderOf } from '../../sim/index.ts';
import { nameOfNewcomer } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { part } from '../parts.ts';

const TimersButton = part(() => import('./TimersButton.tsx').then((loaded) => loaded.TimersButton));

/** `Partition…`, `Heal all`, `Add S6` and `Align timers`. */
export function StageTools() {
  const { session, view } = useLab();
  const { world, run } = useTimeline();
  const newcomer = nameOfNewcomer(run.setup.names);
  const isWhole = !world.cut.includes(1);
  return (
    <div className="stage-tools">
      <button
        type="button"
        className="quiet"
        aria-haspopup="dialog"
        disabled={world.servers.length < 2}
        onClick={() => view.open('partition')}
      >
        {words.links.partition}
      </button>
      <button
        type="button"
        className="quiet"
        disabled={isWhole}
        onClick={() => session.do({ type: 'heal', links: null })}
      >
        {words.links.healAll}
      </button>
      {newcomer !== null && (
        <button
          type="button"
          className="quiet"
          disabled={leaderOf(world) === null}
          onClick={() => session.addServer('add')}
        >
          {words.servers.add(newcomer)}
        </button>
      )}
      <Suspense>
        <TimersButton />
      </Suspense>
    </div>
  );
}
