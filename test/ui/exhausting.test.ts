/** The bench for tiny worlds without a page. */
import { beforeEach, expect, test } from 'vitest';
import {
  exhaust,
  exhaustStore,
  setBounds,
  stopExhausting,
} from '../../src/ui/lab/exhaust/exhausting.ts';
import type { Host } from '../../src/ui/lab/hosts/protocol.ts';
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

test('stopped it proves nothing, and another world begins anew', () => {
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
