/** A clear and lasting word that what runs is not Raft as it should be, and what somebody in the lab wanted of it. */
import '../styles/modified.css';
import { words } from '../../words/index.ts';
import { LessonStrip } from '../course/LessonStrip.tsx';
import { useLab, useTimeline } from '../hooks/lab.ts';
import { LabNotice } from '../lab/LabNotice.tsx';

/** Strips under the bar; nothing while every rule holds and nothing is asked of the run. */
export function Modified() {
  return (
    <>
      <RulesOffStrip />
      <LabNotice />
      <LessonStrip />
    </>
  );
}

/** That this is no longer the Raft of the paper; nothing while every rule holds. */
export function RulesOffStrip() {
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
