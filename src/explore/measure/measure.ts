/**
 * Measuring: trial after trial of an experiment, each a function of its line and its seed. What was measured so far is a plain
 * value, from which it goes on.
 */
import type { Seed } from '../../base/index.ts';
import {
  type ExperimentId,
  experiments,
  type Line,
  type Said,
  usualValues,
} from './experiments.ts';
import type { Values } from './trial.ts';

export interface MeasureRequest {
  readonly experiment: ExperimentId;
  /** A line; lines whose trials take long have a share of them. */
  readonly trials: number;
  /** Of the first trial; the next ones have the numbers after it. */
  readonly seed: Seed;
  /** Parameters that are not as usual. */
  readonly values?: Values;
}

/** What a line came to so far, in the order of seeds. */
export interface Measurement {
  readonly line: string;
  readonly trials: number;
  readonly values: readonly number[];
}

export interface Measured {
  readonly request: MeasureRequest;
  readonly measurements: readonly Measurement[];
}

const trialsOf = ({ share }: Line, { trials }: Pick<MeasureRequest, 'trials'>): number =>
  Math.max(1, Math.round(trials * share));

/** Nothing measured yet of what is asked for. */
export const openMeasured = (request: MeasureRequest): Measured => ({
  request,
  measurements: experiments[request.experiment].lines.map((line) => ({
    line: line.name,
    trials: trialsOf(line, request),
    values: [],
  })),
});

/** Whether every line has all its trials. */
export const isMeasured = ({ measurements }: Measured): boolean =>
  measurements.every(({ values, trials }) => values.length >= trials);

/** One trial more, of the line that has come least far: so all distributions come in together. */
export function measureOn(measured: Measured): Measured {
  const { request, measurements } = measured;
  const open = measurements.filter(({ values, trials }) => values.length < trials);
  const next = open.reduce<Measurement | null>(
    (least, one) => (least === null || progress(one) < progress(least) ? one : least),
    null,
  );
  if (next === null) return measured;
  const value = outcomeOf(request, next.line, next.values.length);
  return {
    request,
    measurements: measurements.map((one) =>
      one === next ? { ...one, values: [...one.values, value] } : one,
    ),
  };
}

/** What that trial of a line comes to, from 0. @throws where there is no such line */
export function outcomeOf(
  { experiment, seed, values }: Omit<MeasureRequest, 'trials'>,
  line: string,
  place: number,
): number {
  const found = experiments[experiment].lines.find(({ name }) => name === line);
  if (found === undefined) throw new Error(`no such line: ${line}`);
  return rounded(found.trial(seed + place, { ...usualValues(experiment), ...values }));
}

const progress = ({ values, trials }: Measurement): number => values.length / trials;

/** Virtual time has a grain. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** One line of a table. */
export interface Summary {
  readonly line: string;
  readonly trials: number;
  readonly least: number;
  readonly median: number;
  readonly mean: number;
  readonly p95: number;
  readonly worst: number;
  readonly said: Said | null;
}

/** A table of what was measured so far; lines without a trial are left out. */
export const summaries = ({ request, measurements }: Measured): readonly Summary[] =>
  measurements.flatMap(({ line, values }) => {
    const sorted = [...values].sort((a, b) => a - b);
    const at = (share: number): number =>
      sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    if (sorted.length === 0) return [];
    const said = experiments[request.experiment].lines.find(({ name }) => name === line)?.said;
    return [
      {
        line,
        trials: sorted.length,
        least: at(0),
        median: at(0.5),
        mean: rounded(sorted.reduce((sum, value) => sum + value, 0) / sorted.length),
        p95: at(0.95),
        worst: at(1),
        said: said ?? null,
      },
    ];
  });

/** Every trial, a line each, with its seed, and what is not as usual. */
export function csvOf({ request, measurements }: Measured): string {
  const { experiment, seed, values: wanted = {} } = request;
  const { unit } = experiments[experiment];
  const changed = Object.entries(wanted);
  const conditions = changed.map(([id]) => `,${id}`).join('');
  const given = changed.map(([, value]) => `,${value}`).join('');
  const rows = measurements.flatMap(({ line, values }) =>
    values.map((value, place) => `${experiment}${given},${line},${seed + place},${value}`),
  );
  return [`experiment${conditions},line,seed,${unit}`, ...rows, ''].join('\n');
}
