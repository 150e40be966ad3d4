/** Measure: an experiment and its conditions beside what its trials come to. */
import { useMemo } from 'react';
import {
  csvOf,
  type ExperimentId,
  experiments,
  type Line,
  type Measured,
  type Panel as PanelName,
} from '../../../explore/index.ts';
import { lab, labMeasure as said, words } from '../../../words/index.ts';
import { saveText } from '../../share/saveText.ts';
import { useSeen } from '../useSeen.ts';
import { MeasureForm } from './MeasureForm.tsx';
import { type MeasureState, useMeasure } from './measuring.ts';
import { Panel } from './Panel.tsx';
import '../../styles/benches.css';
import '../../styles/measure.css';

export function MeasureBench() {
  const experiment = useMeasure(({ measured }) => measured.request.experiment);
  const hasBegun = useMeasure(({ stage }) => stage !== 'idle');
  const panels = useMemo(() => panelsOf(experiment), [experiment]);
  return (
    <div className="two-sided">
      <MeasureForm />
      <section className="outcome">
        <Progress />
        {hasBegun &&
          panels.map(({ panel, lines }) => (
            <Panel key={panel} experiment={experiment} panel={panel} lines={lines} />
          ))}
      </section>
    </div>
  );
}

interface Grouped {
  readonly panel: PanelName | null;
  readonly lines: readonly Line[];
}

/** The lines by the pictures they stand in. */
function panelsOf(experiment: ExperimentId): readonly Grouped[] {
  const { lines } = experiments[experiment];
  const names = [...new Set(lines.flatMap(({ panels }) => panels))];
  if (names.length === 0) return [{ panel: null, lines }];
  return names.map((panel) => ({
    panel,
    lines: lines.filter(({ panels }) => panels.includes(panel)),
  }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const had = ({ measurements }: Measured): number =>
  sum(measurements.map(({ values }) => values.length));
const wanted = ({ measurements }: Measured): number =>
  sum(measurements.map(({ trials }) => trials));

function Progress() {
  const state = useMeasure((all) => all);
  const { stage, measured } = state;
  const { experiment } = measured.request;
  const { setting } = said.experiments[experiment];
  return (
    <>
      <p className="hint">{setting}</p>
      <p ref={useSeen(stage !== 'idle')} className="outcome-line" role="status">
        {sentenceOf(state)}
      </p>
      {stage === 'running' && (
        <progress aria-label={said.progressLabel} value={had(measured)} max={wanted(measured)} />
      )}
      {had(measured) > 0 && (
        <p className="verbs">
          <button
            type="button"
            onClick={() => saveText(`quorate-${experiment}.csv`, csvOf(measured))}
          >
            {said.csv}
          </button>
        </p>
      )}
    </>
  );
}

function sentenceOf({ stage, measured, ms }: MeasureState): string {
  if (stage === 'failed') return lab.failed;
  return stage === 'done' ? said.done(had(measured), words.duration(ms)) : said[stage];
}
