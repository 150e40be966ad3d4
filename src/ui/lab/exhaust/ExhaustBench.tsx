/** Exhaust: how tiny the world is beside how far one has come, and how it ended. */
import { lab, labExhaust as said, words } from '../../../words/index.ts';
import { Story } from '../Story.tsx';
import { Tallies } from '../Tallies.tsx';
import { useSeen } from '../useSeen.ts';
import { ExhaustForm } from './ExhaustForm.tsx';
import { type ExhaustState, useExhaust } from './exhausting.ts';
import '../../styles/benches.css';

export function ExhaustBench() {
  const broken = useExhaust((state) => state.broken);
  return (
    <div className="two-sided">
      <ExhaustForm />
      <section className="outcome">
        <Progress />
        {broken !== null && (
          <Story
            text={broken.text}
            steps={broken.steps}
            name={`quorate-${broken.property}-shortest.yaml`}
          />
        )}
      </section>
    </div>
  );
}

function Progress() {
  const state = useExhaust((all) => all);
  const { stage, progress } = state;
  const isOver = stage === 'holds' || stage === 'broken';
  return (
    <>
      <p
        ref={useSeen(stage !== 'idle')}
        className={`outcome-line ${isOver ? 'is-found' : ''}`}
        role="status"
      >
        {sentenceOf(state)}
      </p>
      {stage === 'running' && (
        <progress
          aria-label={said.progressLabel}
          value={progress.done}
          max={Math.max(1, progress.worlds)}
        />
      )}
      {stage !== 'idle' && <Tallies rows={rowsOf(progress)} names={said.tallies} />}
    </>
  );
}

function sentenceOf({ stage, progress, broken }: ExhaustState): string {
  if (stage === 'failed') return lab.failed;
  if (stage === 'holds') return said.holds(progress.worlds, progress.depth);
  if (stage !== 'broken' || broken === null) return stage === 'broken' ? '' : said[stage];
  return said.broken(words.page.propertyNames[broken.property] ?? broken.property, broken.length);
}

const rowsOf = ({ worlds, done, steps, depth }: ExhaustState['progress']) => ({
  worlds,
  depth,
  frontier: worlds - done,
  steps,
});
