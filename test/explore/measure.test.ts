/** Experiments: deterministic by seed, and of the shape that the paper reports. */
import { expect, test } from 'vitest';
import {
  csvOf,
  type ExperimentId,
  experimentIds,
  experiments,
  isMeasured,
  type Measured,
  measureOn,
  openMeasured,
  type Summary,
  summaries,
  usualValues,
} from '../../src/explore/index.ts';

function measured(experiment: ExperimentId, trials: number, seed = 1): Measured {
  let now = openMeasured({ experiment, trials, seed });
  while (!isMeasured(now)) now = measureOn(now);
  return now;
}

const byLine = (table: readonly Summary[]): Record<string, Summary> =>
  Object.fromEntries(table.map((summary) => [summary.line, summary]));

test('how long a cluster is without a leader has the shape of Figure 16', () => {
  const table = byLine(summaries(measured('downtime', 300)));
  const median = (line: string): number => table[line]!.median;
  // Without randomness elections take longer than the ten seconds of the figure, every time.
  expect(table['150-150']!.least).toBeGreaterThan(10_000);
  // 5 ms of it help a great deal, 50 more, and the worst case is soon near the best.
  expect(median('150-151')).toBeGreaterThan(2 * median('150-155'));
  expect(median('150-155')).toBeGreaterThan(287 / 2);
  expect(median('150-155')).toBeLessThan(287 * 2);
  expect(median('150-155')).toBeGreaterThan(median('150-175'));
  expect(table['150-155']!.worst).toBeGreaterThan(table['150-175']!.worst);
  expect(table['150-175']!.worst).toBeGreaterThan(table['150-200']!.worst);
  expect(table['150-200']!.worst).toBeLessThan(513 * 1.5);
  // Shorter timeouts, shorter waits.
  const lower = ['12-24', '25-50', '50-100', '100-200', '150-300'].map(median);
  expect(lower).toEqual([...lower].sort((a, b) => a - b));
  expect(table['12-24']!.mean).toBeGreaterThan(35 / 2);
  expect(table['12-24']!.mean).toBeLessThan(35 * 2);
  expect(table['12-24']!.worst).toBeLessThan(152 * 2);
});

test('the lines of both panels are there, with what the paper says of them', () => {
  const { lines } = experiments.downtime;
  expect(lines.map(({ name }) => name)).toEqual([
    '150-150',
    '150-151',
    '150-155',
    '150-175',
    '150-200',
    '12-24',
    '25-50',
    '50-100',
    '100-200',
    '150-300',
  ]);
  const { measurements } = openMeasured({ experiment: 'downtime', trials: 1000, seed: 1 });
  expect(measurements.map(({ trials }) => trials)).toEqual([100, ...Array(9).fill(1000)]);
});

test('parameters change what is measured, and only what is not as usual is said', () => {
  const request = { experiment: 'downtime', trials: 20, seed: 1 } as const;
  const medians = [5, 40].map((broadcastMs) => {
    let now = openMeasured({ ...request, values: { broadcastMs } });
    while (!isMeasured(now)) now = measureOn(now);
    expect(csvOf(now)).toMatch(/^experiment,broadcastMs,line,seed,ms\ndowntime,\d+,150-150,1,/);
    return byLine(summaries(now))['150-300']!.median;
  }) as [number, number];
  expect(medians[1]).toBeGreaterThan(medians[0]);
  const usual = openMeasured({ ...request, values: usualValues('downtime') });
  expect(measureOn(usual).measurements).toEqual(measureOn(openMeasured(request)).measurements);
});

test('what production systems add keeps a cluster available', () => {
  const table = byLine(summaries(measured('availability', 50)));
  const mean = (line: string): number => table[line]!.mean;
  expect(mean('follower preVote=on checkQuorum=off')).toBe(100);
  expect(mean('follower preVote=off checkQuorum=off')).toBeLessThan(100);
  expect(mean('deaf preVote=on checkQuorum=off')).toBe(0);
  expect(mean('deaf preVote=on checkQuorum=on')).toBeGreaterThan(
    mean('deaf preVote=off checkQuorum=on'),
  );
});

test('logs are repaired with fewer messages by those who search, and reads are faster that write nothing', () => {
  const repair = byLine(summaries(measured('repair', 40)));
  expect(repair.decrement!.median).toBeGreaterThan(3 * repair.binarySearch!.median);
  expect(repair.decrement!.median).toBeGreaterThan(3 * repair.conflictTerm!.median);
  const reads = byLine(summaries(measured('reads', 40)));
  expect(reads.log!.median).toBeGreaterThan(reads.readIndex!.median);
  expect(reads.readIndex!.median).toBeGreaterThan(reads.lease!.median);
});

test('more servers split no more votes than twice as many elections', () => {
  for (const { mean, least } of summaries(measured('splitVotes', 50))) {
    expect(least).toBe(1);
    expect(mean).toBeLessThan(2.5);
  }
});

test.each(experimentIds)('%s goes on from what was put away, and gives the same', (experiment) => {
  const whole = measured(experiment, 10, 7);
  let half = openMeasured({ experiment, trials: 10, seed: 7 });
  for (let count = 0; count < 9; count += 1) half = measureOn(half);
  half = JSON.parse(JSON.stringify(half));
  while (!isMeasured(half)) half = measureOn(half);
  expect(half).toEqual(whole);
  expect(measureOn(half)).toBe(half);
  const rows = csvOf(whole).trimEnd().split('\n');
  expect(rows[0]).toBe(`experiment,line,seed,${experiments[experiment].unit}`);
  const trials = whole.measurements.reduce((sum, { values }) => sum + values.length, 0);
  expect(rows).toHaveLength(1 + trials);
  expect(rows[1]).toMatch(new RegExp(`^${experiment},.*,7,[\\d.]+$`));
});
