/** What can be done to the network as a whole. */
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** `Partition…` and `Heal all`. */
export function StageTools() {
  const { session, view } = useLab();
  const { world } = useTimeline();
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
    </div>
  );
}
