/** A clear and lasting word that what runs is not Raft as it should be. */
import '../styles/modified.css';
import { words } from '../../words/index.ts';
import { useLab, useTimeline } from '../hooks/lab.ts';

/** A strip under the bar; nothing while every rule holds. */
export function Modified() {
  const { view } = useLab();
  const { rulesOff } = useTimeline().world;
  if (rulesOff.length === 0) return null;
  return (
    <div className="modified" role="status" aria-label={words.page.modifiedLabel}>
      <span>{words.page.modified(rulesOff)}</span>
      <button type="button" className="link" onClick={() => view.open('rules')}>
        {words.page.rulesOpen}
      </button>
    </div>
  );
}
