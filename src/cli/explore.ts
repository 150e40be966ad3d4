/** `npm run explore`: the lab without a page. Schedules are searched, tiny worlds exhausted, trials measured. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Bounds,
  csvOf,
  exhausting,
  experiments,
  isInReach,
  isMeasured,
  type Measured,
  measureOn,
  openMeasured,
  type Said,
  type Summary,
  summaries,
} from '../explore/index.ts';
import { writeScenario } from '../scenario/index.ts';
import { exploreWords as said } from '../words/index.ts';
import { type MeasureArguments, readArguments } from './exploreArguments.ts';
import { merge, runSearch } from './exploreSearch.ts';
import { withFolder } from './folders.ts';
import { badUse, err, grouped, out } from './terminal.ts';

/** @returns the exit code: 0 nothing was found, 1 something was, 2 a bad command line or file */
export async function main(argv: readonly string[], cwd: string): Promise<number> {
  const read = readArguments(argv);
  if (typeof read === 'string') {
    err(`${read}\n${said.usage}`);
    return badUse;
  }
  switch (read.task) {
    case 'help':
      out(said.usage);
      return 0;
    case 'search':
      return await runSearch(read, cwd);
    case 'merge':
      return merge(read.files, read.out, cwd);
    case 'exhaust':
      return exhaust(read.bounds, read.to === null ? null : resolve(cwd, read.to));
    case 'measure':
      return measure(read, cwd);
  }
}

/** Once a second, and never before the first. */
function everySecond(): () => boolean {
  let told = process.hrtime.bigint();
  return () => {
    const now = process.hrtime.bigint();
    const isDue = now - told > 1_000_000_000n;
    if (isDue) told = now;
    return isDue;
  };
}

function exhaust(bounds: Bounds, folder: string | null): number {
  const outside = bounds.rulesOff.filter((rule) => !isInReach(rule));
  if (outside.length > 0) err(said.outOfReach(outside.join(', ')));
  const isDue = everySecond();
  const work = exhausting(bounds);
  let turn = work.next();
  for (; !turn.done; turn = work.next())
    if (isDue())
      err(said.exhausting(...figures(turn.value.worlds, turn.value.done, turn.value.depth)));
  const { worlds, steps, depth, counterexample } = turn.value;
  out(said.exhausted(...figures(worlds, steps, depth)));
  if (counterexample === null) {
    out(said.allHold);
    return 0;
  }
  const { property, length, file } = counterexample;
  out(said.shortest(property, grouped(length)));
  const text = writeScenario(file);
  if (folder === null) out(`\n${text}`);
  else {
    const path = join(folder, `${property}.yaml`);
    writeFileSync(withFolder(path), text);
    out(`npm run sim -- ${path}`);
  }
  return 1;
}

function measure({ experiment, trials, seed, csv }: MeasureArguments, cwd: string): number {
  const isDue = everySecond();
  let measured = openMeasured({ experiment, trials, seed });
  const of = measured.measurements.reduce((sum, one) => sum + one.trials, 0);
  while (!isMeasured(measured)) {
    measured = measureOn(measured);
    if (isDue()) err(said.measuring(grouped(doneIn(measured)), grouped(of)));
  }
  const { section, unit } = experiments[experiment];
  out(said.measured(section, unit, String(seed)));
  for (const row of aligned([
    ['', ...Object.values(said.columns)],
    ...summaries(measured).map(cells),
  ]))
    out(row);
  if (csv !== null) writeFileSync(withFolder(resolve(cwd, csv)), csvOf(measured));
  return 0;
}

const figures = (a: number, b: number, c: number): [string, string, string] => [
  grouped(a),
  grouped(b),
  grouped(c),
];

const doneIn = ({ measurements }: Measured): number =>
  measurements.reduce((sum, { values }) => sum + values.length, 0);

function cells({ line, trials, said: paper, ...figures }: Summary): readonly string[] {
  const { least, median, mean, p95, worst } = figures;
  const told = paper === null ? [] : (Object.entries(paper) as [keyof Said, number][]);
  const beside = told.map(([what, value]) => `${said.columns[what]} ${grouped(value)}`);
  const round = (value: number): string => String(Math.round(value * 10) / 10);
  return [line, String(trials), ...[least, median, mean, p95, worst].map(round), beside.join(', ')];
}

/** Rows as lines, the first column to the left, figures to the right, the last as it is. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (column === row.length - 1) return cell;
        const width = widths[column] ?? 0;
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
