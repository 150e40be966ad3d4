/**
 * That the swarm can find something: without any one safety rule it does, says how to see it again, and leaves a
 * scenario file in which it comes again.
 */
import { describe, expect, test } from 'vitest';
import { propertyNames } from '../../src/check/index.ts';
import { type Switch, switches, switchNames } from '../../src/raft/index.ts';
import { runScenario } from '../../src/scenario/index.ts';
import { load } from '../scenario/files.ts';
import { reportOf, scenarioOf, swarm } from '../support/swarm.ts';

/** Rare ones need more time in one storm, or so many storms that those before the first that shows it are left out. */
const shape: Partial<Record<Switch, { servers?: number; acts?: number; from?: number }>> = {
  'commit.currentTerm': { servers: 5, from: 1800 },
  // Four servers and changes of one: majorities of three of five and two of three need not meet.
  'config.ownTermFirst': { servers: 4, acts: 80, from: 680 },
};
/** What the file of a storm comes to. */
const replayed = (found: NonNullable<ReturnType<typeof swarm>['found']>) =>
  runScenario(load(scenarioOf(found), 'storm.yaml'));

const safety = switchNames.filter((name) => switches[name].protects !== null);

describe('without it, storms break a property', () => {
  test.each(safety)('%s', (name) => {
    const usual = { from: 1, seeds: 4000, servers: 3, acts: 60, judge: 0 };
    const result = swarm({ ...usual, rulesOff: [name], ...shape[name] });
    const { found } = result;
    if (found === null) throw new Error(`not found: ${reportOf(result)}`);
    expect(propertyNames).toContain(found.trouble.what);
    expect(reportOf(result)).toMatch(
      /Again: npm run swarm -- --seeds 1 --from \d+ --servers [345] --acts \d+ --judge 0 --off /,
    );
    const [broken] = replayed(found).violations;
    expect(JSON.parse(found.trouble.facts)).toMatchObject({
      property: broken?.property,
      time: broken?.time,
    });
  });
});

test.each([
  ['session.deduplicate', 'ExactlyOnce'],
  ['candidate.retry', 'progress'],
  ['timeout.randomized', 'progress'],
] as const)('without %s it finds a broken %s', (name, what) => {
  const usual = { from: 1, seeds: 40, servers: 5, acts: 60, judge: 0 };
  const { found } = swarm({ ...usual, rulesOff: [name] });
  expect(found?.trouble.what).toBe(what);
  expect(found === null ? [] : replayed(found).failures).not.toEqual([]);
});
