/** The search bench without a page: what workers do is done at once, in the same words. */
import { afterEach, expect, test } from 'vitest';
import { violationsOf } from '../../src/timeline/index.ts';
import type { Host } from '../../src/ui/lab/hosts/protocol.ts';
import { placeIn } from '../../src/ui/lab/openAt.ts';
import { goalOf } from '../../src/ui/lab/search/goalOf.ts';
import { cancel, search, searchStore, setForm } from '../../src/ui/lab/search/searching.ts';
import { atOnce, none } from '../support/labHost.ts';

const plain = { rulesOff: ['vote.onePerTerm'], from: 1, seeds: 500, workers: 2 } as const;

afterEach(() => setForm(plain));

test('what breaks is found, made small, and opens at the violation', () => {
  setForm(plain);
  search(atOnce);
  const { stage, shown, isSmall, tally } = searchStore.getState();
  expect({ stage, isSmall, what: shown?.finding.what }).toEqual({
    stage: 'shrunk',
    isSmall: true,
    what: 'ElectionSafety',
  });
  expect(tally.events).toBeGreaterThan(0);
  expect(tally.rules).toContain('RV2');
  expect(shown?.steps.length).toBeLessThan(12);
  expect(shown?.steps[0]).toMatch(/^\w+: /);
  const place = placeIn(shown?.text ?? '', 'found.yaml');
  expect(place?.broken).toBe('ElectionSafety');
  expect(violationsOf(place!.timeline).map(({ seq }) => seq)).toEqual([place?.seq]);
});

test('a search that is stopped goes on where each worker was, and finds what it would have found', () => {
  const tried: number[] = [];
  /** Two seeds a worker, then it is stopped. */
  const slowly: Host = (job, hear) => {
    if (job.kind !== 'search') return () => {};
    const [, stride] = job.question.shard;
    for (const seed of [job.next, job.next + stride]) {
      tried.push(seed);
      hear({
        kind: 'searched',
        next: seed + stride,
        seeds: 1,
        schedules: 6,
        events: 10,
        rules: [],
      });
    }
    return () => {};
  };
  setForm({ ...plain, rulesOff: [], seeds: 10 });
  search(slowly);
  cancel();
  expect(searchStore.getState().stage).toBe('stopped');
  search(slowly);
  expect(tried.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(searchStore.getState().tally).toMatchObject({ seeds: 8, schedules: 48, events: 80 });
  cancel();
  search(slowly);
  expect(searchStore.getState().stage).toBe('exhausted');
});

test('a change of what is searched for begins anew', () => {
  setForm(plain);
  search(atOnce);
  setForm({ seeds: 3 });
  expect(searchStore.getState()).toMatchObject({ stage: 'idle', shown: null, tally: { seeds: 0 } });
});

test('workers that cannot be had are said, and may be tried again', () => {
  setForm(plain);
  search(none);
  expect(searchStore.getState().stage).toBe('failed');
  search(atOnce);
  expect(searchStore.getState().stage).toBe('shrunk');
});

test('a state that somebody describes is looked for, and what is wrong with it is said', () => {
  const goal = goalOf('{leaders: {2: [S1]}}', 3);
  expect(goal).toEqual({ ok: true, value: { leaders: { 2: [expect.anything()] } } });
  expect(goalOf('{S9: {role: leader}}', 3)).toMatchObject({ ok: false, error: /S9/ });
  expect(goalOf('{', 3).ok).toBe(false);
  if (!goal.ok) return;
  setForm({ ...plain, rulesOff: [], way: 'weather', goal: goal.value, servers: 3 });
  search(atOnce);
  expect(searchStore.getState().shown?.finding.what).toBe('goal');
});
