/** The lab without a page: proofs of what rules are for, and goals for whoever hunts by hand. */
import { beforeEach, expect, test } from 'vitest';
import { proofOf } from '../../src/lessons/proofs.ts';
import { type Switch, switches, switchNames } from '../../src/raft/index.ts';
import { plainSetup } from '../../src/sim/index.ts';
import { landmarksBetween, runOf, violationsOf } from '../../src/timeline/index.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { benchStore } from '../../src/ui/lab/bench.ts';
import { abouts } from '../../src/ui/lab/break/abouts.ts';
import { huntByHand, showProof } from '../../src/ui/lab/proof.ts';
import { read } from '../house/source.ts';
import { labOf } from '../support/lab.ts';

let lab: Lab;

beforeEach(() => {
  lab = labOf(runOf(plainSetup(3, 1)));
  lab.view.open('lab');
});

const timelineOf = ({ session }: Lab) => session.store.getState().timeline;

test('every rule stands in one group, and has the scenario of the contract', () => {
  expect(Object.values(abouts).flat().toSorted()).toEqual(switchNames.toSorted());
  for (const rule of switchNames)
    expect(proofOf(rule)).toBe(read(`test/scenarios/off/${rule}.yaml`).text);
});

/** Where the first to fall is not what the rule is said to protect. */
const others: Partial<Record<Switch, string>> = { 'snapshot.ignoreOlder': 'MonotonicIndexes' };

test.each(switchNames)('without %s, its proof opens where something fails', async (rule) => {
  expect(await showProof(lab, rule, 'nothing')).toBe(true);
  const { world, end, chronicle } = timelineOf(lab);
  const broken = violationsOf(timelineOf(lab));
  const found = others[rule] ?? switches[rule].protects ?? 'progress';
  expect(benchStore.getState().notice).toMatchObject({ kind: 'verdict', said: 'nothing', found });
  expect(benchStore.getState().found[rule]).toBe(found);
  // An event may break two properties; none was broken before it.
  for (const { seq } of broken) expect(seq).toBe(world.seq);
  expect(broken[0]?.property ?? 'progress').toBe(found);
  // The rule is off at that moment, and what comes after it is known already.
  expect(world.rulesOff).toEqual([rule]);
  expect(end.seq).toBeGreaterThanOrEqual(world.seq);
  expect(landmarksBetween(chronicle).some(({ kind }) => kind === 'violation')).toBe(
    found !== 'progress',
  );
  expect(lab.view.store.getState().panel).toBeNull();
});

test('no proof, nothing opened', async () => {
  const before = timelineOf(lab);
  expect(await showProof(lab, 'no.such' as Switch, 'nothing')).toBe(false);
  expect(timelineOf(lab)).toBe(before);
});

test.each(switchNames)('a hunt without %s begins with the rule off and a goal', (rule) => {
  huntByHand(lab, rule);
  const { notice } = benchStore.getState();
  expect(notice).toMatchObject({ kind: 'goal', rule, wanted: switches[rule].protects });
  expect(notice?.origin).toBe(lab.session.store.getState().origin);
  expect(timelineOf(lab).world.rulesOff).toEqual([rule]);
  expect(timelineOf(lab).world.servers).toHaveLength(5);
});
