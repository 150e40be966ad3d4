/** That the swarm can find something: without any one safety rule it does, and says how to see it again. */
import { describe, expect, test } from 'vitest';
import { propertyNames } from '../../src/check/index.ts';
import { type Switch, switches, switchNames } from '../../src/raft/index.ts';
import { reportOf, swarm } from '../support/swarm.ts';

/** Rare ones need more time in one storm, or more storms. */
const acts: Partial<Record<Switch, number>> = { 'commit.currentTerm': 200 };
const safety = switchNames.filter((name) => switches[name].protects !== null);

describe('without it, storms over three servers break a property', () => {
  test.each(safety)('%s', (name) => {
    const asked = { from: 1, seeds: 4000, servers: 3, acts: acts[name] ?? 60, rulesOff: [name] };
    const result = swarm(asked);
    expect(result.found, `not found: ${reportOf(result)}`).not.toBeNull();
    expect(propertyNames).toContain(result.found?.trouble.what);
    expect(reportOf(result)).toMatch(
      /Again: npm run swarm -- --seeds 1 --from \d+ --servers 3 --acts \d+ --off /,
    );
  });
});

test.each([
  ['session.deduplicate', 'ExactlyOnce'],
  ['candidate.retry', 'progress'],
  ['timeout.randomized', 'progress'],
] as const)('without %s it finds a broken %s', (name, what) => {
  const result = swarm({ from: 1, seeds: 40, servers: 5, acts: 60, rulesOff: [name] });
  expect(result.found?.trouble.what).toBe(what);
});
