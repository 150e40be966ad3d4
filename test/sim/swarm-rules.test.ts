/** That the swarm can find something: without any one safety rule it does, and says how to see it again. */
import { describe, expect, test } from 'vitest';
import { propertyNames } from '../../src/check/index.ts';
import { type Switch, switches, switchNames } from '../../src/raft/index.ts';
import { reportOf, swarm } from '../support/swarm.ts';

/** Rare ones need more time in one storm, or more storms. */
const shape: Partial<Record<Switch, { servers?: number; acts?: number; from?: number }>> = {
  // Those before it end without progress: what is cut off a log is not sent again.
  'append.truncateOnlyOnConflict': { from: 8 },
  'commit.currentTerm': { servers: 4, acts: 200 },
  // Four servers and changes of one: majorities of three of five and two of three need not meet.
  'config.ownTermFirst': { servers: 4, acts: 150 },
};
const safety = switchNames.filter((name) => switches[name].protects !== null);

describe('without it, storms break a property', () => {
  test.each(safety)('%s', (name) => {
    const usual = { from: 1, seeds: 4000, servers: 3, acts: 60 };
    const result = swarm({ ...usual, rulesOff: [name], ...shape[name] });
    expect(result.found, `not found: ${reportOf(result)}`).not.toBeNull();
    expect(propertyNames).toContain(result.found?.trouble.what);
    expect(reportOf(result)).toMatch(
      /Again: npm run swarm -- --seeds 1 --from \d+ --servers [34] --acts \d+ --off /,
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
