/** Some lines of an experiment: their curves, and the figures as a table with those of the paper beside. */
import { useMemo } from 'react';
import {
  type ExperimentId,
  experiments,
  type Line,
  type Panel as PanelName,
  type Summary,
  summaries,
} from '../../../explore/index.ts';
import { labMeasure as said } from '../../../words/index.ts';
import { amounts, isLog } from './amounts.ts';
import { Curves } from './Curves.tsx';
import { useMeasure } from './measuring.ts';

interface Props {
  readonly experiment: ExperimentId;
  /** Null: it has no others beside it. */
  readonly panel: PanelName | null;
  readonly lines: readonly Line[];
}

export function Panel({ experiment, panel, lines }: Props) {
  const measured = useMeasure((state) => state.measured);
  const { name, axis } = said.experiments[experiment];
  const format = amounts[experiments[experiment].unit];
  const title = panel === null ? name : said.panels[panel];
  const table = useMemo(() => summaries(measured), [measured]);
  const curves = useMemo(
    () =>
      lines.map((line) => ({
        id: line.name,
        values: valuesOf(measured.measurements, line.name).toSorted((a, b) => a - b),
        known: pointsOf(line),
      })),
    [lines, measured],
  );
  return (
    <section className="measure-panel">
      <h3>{title}</h3>
      <figure aria-label={said.picture}>
        <Curves curves={curves} isLog={isLog(experiment)} format={format} />
        <figcaption>{axis}</figcaption>
      </figure>
      <Figures title={title} lines={lines} table={table} format={format} />
    </section>
  );
}

const valuesOf = (
  measurements: readonly { readonly line: string; readonly values: readonly number[] }[],
  name: string,
): readonly number[] => measurements.find(({ line }) => line === name)?.values ?? [];

/** What the paper says that has a place in the picture: a median is half of the trials, a worst case all. */
function pointsOf({ said: paper }: Line) {
  const { median, worst } = paper ?? {};
  return [
    ...(median === undefined ? [] : [{ value: median, share: 0.5 }]),
    ...(worst === undefined ? [] : [{ value: worst, share: 1 }]),
  ];
}

interface FiguresProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly table: readonly Summary[];
  readonly format: (value: number) => string;
}

function Figures({ title, lines, table, format }: FiguresProps) {
  const hasPaper = lines.some((line) => line.said !== null);
  const { paper, ...own } = said.columns;
  return (
    <table className="figures" aria-label={said.tableLabel(title)}>
      <thead>
        <tr>
          {Object.values(hasPaper ? { ...own, paper } : own).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={line.name}>
            <th scope="row">
              <Swatch place={place} />
              {said.lines[line.name] ?? line.name}
            </th>
            <Cells summary={table.find((one) => one.line === line.name)} format={format} />
            {hasPaper && <td>{paperOf(line, format)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Swatch({ place }: { readonly place: number }) {
  return (
    <svg className="swatch" width={26} height={10} aria-hidden="true">
      <path className={`curve curve-${place}`} d="M1,5H25" />
    </svg>
  );
}

interface CellsProps {
  readonly summary: Summary | undefined;
  readonly format: (value: number) => string;
}

function Cells({ summary, format }: CellsProps) {
  return (
    <>
      <td>{summary?.trials ?? 0}</td>
      {(['median', 'mean', 'worst'] as const).map((column) => (
        <td key={column}>{summary === undefined ? '' : format(summary[column])}</td>
      ))}
    </>
  );
}

/** What the paper says of the line, if anything. */
function paperOf({ said: paper }: Line, format: (value: number) => string): string {
  const facts = Object.entries(paper ?? {}) as [keyof typeof said.paper, number][];
  return facts.map(([fact, value]) => said.paper[fact](format(value))).join(' · ');
}
