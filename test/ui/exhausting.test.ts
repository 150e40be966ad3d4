/** The bench for tiny worlds without a page. */
import { beforeEach, expect, test, vi } from 'vitest';
import {
  exhaust,
  exhaustStore,
  setBounds,
  stopExhausting,
} from '../../src/ui/lab/exhaust/exhausting.ts';
import { perform } from '../../src/ui/lab/hosts/perform.ts';
import type { Host } from '../../src/ui/lab/hosts/protocol.ts';
import { restOf } from '../../src/ui/lab/hosts/resting.ts';
import { placeIn } from '../../src/ui/lab/openAt.ts';
import { atOnce, none } from '../support/labHost.ts';

const tiny = {
  servers: 2,
  terms: 1,
  entries: 1,
  messages: 2,
  rulesOff: [],
  faults: { losses: 0, copies: 0, crashes: 0 },
} as const;

beforeEach(() => setBounds(tiny));

test('a tiny world is gone through, and every property holds', () => {
  exhaust(atOnce);
  const { stage, progress, broken } = exhaustStore.getState();
  expect({ stage, broken }).toEqual({ stage: 'holds', broken: null });
  expect(progress.done).toBe(progress.worlds);
  expect(progress.worlds).toBeGreaterThan(10);
});

test('what breaks is a story that opens at the violation', () => {
  setBounds({ ...tiny, servers: 3, messages: 4, rulesOff: ['vote.onePerTerm'] });
  exhaust(atOnce);
  const { stage, broken } = exhaustStore.getState();
  expect({ stage, property: broken?.property }).toEqual({
    stage: 'broken',
    property: 'ElectionSafety',
  });
  expect(broken?.steps.length).toBeGreaterThan(2);
  expect(placeIn(broken?.text ?? '', 'story.yaml')?.broken).toBe('ElectionSafety');
});

/** A worker whose every slice is the shortest there is, and which takes a breath when it is let. */
function slowWorker() {
  const clock = vi.spyOn(performance, 'now');
  for (let now = 0; now < 10_000; now += 1) clock.mockReturnValueOnce(now * 1000);
  const breaths: (() => void)[] = [];
  const rest = restOf((call) => breaths.push(call));
  const jobs: string[] = [];
  const host: Host = (job, hear) => {
    jobs.push(job.kind);
    perform(job, hear, rest.breathe);
    return Object.assign(() => jobs.push('end'), { say: rest.hear });
  };
  const breathe = (): boolean => {
    const call = breaths.shift();
    call?.();
    return call !== undefined;
  };
  return { host, breathe, jobs, clock };
}

test('stopped it rests in its worker, goes on from there, and comes to what it would have come to', () => {
  const larger = { ...tiny, servers: 3, terms: 2, messages: 3 };
  setBounds(larger);
  exhaust(atOnce);
  const whole = exhaustStore.getState();
  setBounds(larger);
  const { host, breathe, jobs, clock } = slowWorker();
  exhaust(host);
  breathe();
  const { done } = exhaustStore.getState().progress;
  expect(done).toBeGreaterThan(0);
  stopExhausting();
  expect(breathe()).toBe(true);
  expect(breathe()).toBe(false);
  expect(exhaustStore.getState()).toMatchObject({ stage: 'stopped', progress: { done } });
  exhaust(host);
  expect(exhaustStore.getState().progress.done).toBeGreaterThan(done);
  while (breathe());
  expect(exhaustStore.getState()).toEqual(whole);
  expect(jobs).toEqual(['exhaust', 'end']);
  clock.mockRestore();
});

test('where the host cannot rest, stopped it proves nothing, and another world begins anew', () => {
  const told: boolean[] = [];
  const waiting: Host = (_job, hear) => {
    hear({ kind: 'gone', progress: { worlds: 5, done: 2, steps: 9, depth: 1 } });
    return () => told.push(true);
  };
  exhaust(waiting);
  stopExhausting();
  expect(told).toEqual([true]);
  expect(exhaustStore.getState()).toMatchObject({ stage: 'stopped', progress: { worlds: 5 } });
  setBounds({ terms: 2 });
  expect(exhaustStore.getState()).toMatchObject({ stage: 'idle', progress: { worlds: 0 } });
  exhaust(none);
  expect(exhaustStore.getState().stage).toBe('failed');
});
