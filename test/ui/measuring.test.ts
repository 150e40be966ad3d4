/** The bench that measures without a page: trials are dealt, put in by the order of their seeds, and gone on with. */
import { beforeEach, expect, test } from 'vitest';
import { csvOf, isMeasured, measureOn, openMeasured } from '../../src/explore/index.ts';
import type { Host, Trial } from '../../src/ui/lab/hosts/protocol.ts';
import {
  measure,
  measureStore,
  setRequest,
  setValue,
  stopMeasuring,
} from '../../src/ui/lab/measure/measuring.ts';
import { atOnce, none } from '../support/labHost.ts';

const request = { experiment: 'reads', trials: 6, seed: 1 } as const;
const now = () => measureStore.getState();

beforeEach(() => setRequest(request));

test('many workers come to what one would have come to alone', () => {
  measure(atOnce);
  let alone = openMeasured(request);
  while (!isMeasured(alone)) alone = measureOn(alone);
  expect(now()).toMatchObject({ stage: 'done' });
  expect(now().measured).toEqual(alone);
});

test('what comes before its turn waits for it', () => {
  let tell: (trials: readonly Trial[]) => void = () => {};
  const slow: Host = (_job, hear) => {
    tell = (trials) => hear({ kind: 'measured', trials });
    return () => {};
  };
  measure(slow);
  const [first] = now().measured.measurements;
  const line = first?.line ?? '';
  const had = () => now().measured.measurements[0]?.values;
  tell([{ line, place: 1, value: 8 }]);
  expect(had()).toEqual([]);
  tell([{ line, place: 0, value: 7 }]);
  expect(had()).toEqual([7, 8]);
});

test('stopped it keeps what it has, and goes on with the rest only', () => {
  const asked: Omit<Trial, 'value'>[] = [];
  const two: Host = (job, hear) => {
    if (job.kind !== 'measure') return () => {};
    asked.push(...job.trials);
    hear({ kind: 'measured', trials: job.trials.slice(0, 2).map((one) => ({ ...one, value: 7 })) });
    return () => {};
  };
  const had = (): number =>
    now().measured.measurements.reduce((sum, { values }) => sum + values.length, 0);
  measure(two);
  stopMeasuring();
  const before = had();
  expect(now().stage).toBe('stopped');
  expect(before).toBeGreaterThan(0);
  const all = asked.length;
  asked.length = 0;
  measure(two);
  expect(asked).toHaveLength(all - before);
});

test('another experiment begins anew, with its usual parameters', () => {
  setValue('latencyMs', 30);
  expect(now().measured.request.values).toEqual({ latencyMs: 30 });
  setRequest({ experiment: 'downtime' });
  expect(now().measured.request).toEqual({ ...request, experiment: 'downtime' });
  measure(none);
  expect(now().stage).toBe('failed');
});

test('a parameter changes what is measured, and stands in every line of CSV', () => {
  measure(atOnce);
  const usual = now().measured.measurements;
  setValue('latencyMs', 30);
  expect(now()).toMatchObject({ stage: 'idle' });
  measure(atOnce);
  expect(now().measured.measurements).not.toEqual(usual);
  const [head, first] = csvOf(now().measured).split('\n');
  expect(head).toBe('experiment,latencyMs,line,seed,ms');
  expect(first).toMatch(/^reads,30,log,1,[\d.]+$/);
  setValue('latencyMs', 10);
  expect(now().measured.request.values).toEqual({});
});
