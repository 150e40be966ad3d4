/** Figure 8 without the rule it is about: what breaks, when, and between which facts. */
import { expect, test } from 'vitest';
import { figure8 } from '../support/figure8.ts';

const rulesOff = ['commit.currentTerm'] as const;

test('up to (c) nothing is broken: S1 has committed entry 2, which a majority holds', () => {
  const cluster = figure8('c', rulesOff);
  expect(cluster.server('S1').commitIndex).toBe(2);
  expect(cluster.broken).toEqual([]);
});

test('in (d) exactly two properties break: Leader Completeness, when S5 is elected', () => {
  const cluster = figure8('d', rulesOff);
  expect(cluster.broken).toEqual(['LeaderCompleteness', 'StateMachineSafety']);
  const [violation] = cluster.checks.violations;
  expect(violation?.collision).toEqual({
    property: 'LeaderCompleteness',
    index: 2,
    committedIn: 4,
    committedBy: 0,
    leader: 4,
    leaderTerm: 5,
  });
  const event = cluster.events.find(({ seq }) => seq === violation?.seq);
  expect(event).toMatchObject({
    server: 4,
    before: { role: 'candidate' },
    after: { role: 'leader' },
  });
});

test('and State Machine Safety, when S5 applies another entry 2', () => {
  const [, violation] = figure8('d', rulesOff).checks.violations;
  expect(violation?.collision).toEqual({
    property: 'StateMachineSafety',
    index: 2,
    first: 0,
    second: 4,
  });
});

test('with the rule none of it happens', () => {
  const cluster = figure8('d').set('Z', '5', { at: 'S5', client: 'c9' }).settle();
  expect(cluster.server('S5').commitIndex).toBe(3);
  expect(cluster.broken).toEqual([]);
});
