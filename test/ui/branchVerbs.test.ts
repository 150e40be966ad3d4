/** What can be done with another branch, by its verbs and by keys: beside it, and the same faults on this one. */
import { expect, test } from 'vitest';
import { plainSetup, profiles } from '../../src/sim/index.ts';
import { runOf, treeOf } from '../../src/timeline/index.ts';
import { type BranchVerb, branchVerbs, onBranchBeside } from '../../src/ui/branches/branchVerbs.ts';
import type { Lab } from '../../src/ui/hooks/lab.ts';
import { actionsOf } from '../../src/ui/palette/actions.ts';
import { misses } from '../../src/words/index.ts';
import { labOf } from '../support/lab.ts';

const stateOf = ({ session }: Lab) => session.store.getState();
const branchesOf = (lab: Lab) => treeOf(stateOf(lab).timeline).branches;
const typesOf = (lab: Lab) => stateOf(lab).timeline.run.commands.map(({ command }) => command.type);
const idsOf = (lab: Lab, place: number): readonly BranchVerb[] => {
  const branch = branchesOf(lab)[place];
  return branch === undefined
    ? []
    : branchVerbs(lab, branch).flatMap(({ id, isPossible }) => (isPossible ? [id] : []));
};

/** A server crashes at 0.6 s; back at 0.1 s PreVote is switched on. */
function forked(): Lab {
  const lab = labOf(runOf(plainSetup(5, 7, profiles.paper)));
  lab.session.seek(600);
  lab.session.do({ type: 'crash', server: 2 });
  lab.session.seek(900);
  lab.session.seek(100);
  lab.session.setOptions({ preVote: true });
  return lab;
}

test('of the branch in hand nothing, of another all that makes sense', () => {
  const lab = forked();
  expect(idsOf(lab, 0)).toEqual(['go', 'compare', 'repeat', 'remove']);
  expect(idsOf(lab, 1)).toEqual([]);
  const named = actionsOf(lab).map(({ text }) => text);
  expect(named).toContain('Compare with branch 1 · As it began');
  expect(named).toContain('Repeat here the acts of branch 1 · As it began');
});

test('the same faults come on a branch of their own, with the other one beside it', () => {
  const lab = forked();
  onBranchBeside(lab, 'repeat');
  expect(typesOf(lab)).toEqual(['options', 'crash']);
  expect(branchesOf(lab).map(({ name }) => name)).toEqual([null, null, 'Again: As it began']);
  expect(stateOf(lab).comparison?.branch).toBe(1);
  expect(stateOf(lab).timeline.world.time).toBe(100);
  expect(idsOf(lab, 0)).toEqual(['go', 'compare', 'remove']);
  onBranchBeside(lab, 'repeat');
  expect(stateOf(lab).trouble).toBe(misses.noActs);
  onBranchBeside(lab, 'compare');
  expect(stateOf(lab).comparison).toBeNull();
  lab.session.undo();
  expect(branchesOf(lab)).toHaveLength(2);
});

test('whoever goes over to the branch beside has the one that was left beside it, as far as it had come', () => {
  const lab = forked();
  lab.session.seek(300);
  lab.session.compare(1);
  lab.session.goToBranch(1);
  expect(typesOf(lab)).toEqual(['crash']);
  const { comparison } = stateOf(lab);
  expect(comparison?.branch).toBe(2);
  expect(comparison?.end.time).toBe(300);
  expect(comparison?.timeline.run.commands.map(({ command }) => command.type)).toEqual(['options']);
  lab.session.shiftBranch(1);
  expect(stateOf(lab).comparison?.branch).toBe(1);
});

test('what could not be repeated is said', () => {
  const lab = forked();
  lab.session.do({ type: 'crash', server: 2 });
  onBranchBeside(lab, 'repeat');
  expect(stateOf(lab).trouble).toContain('0 acts given again; 1 could not be');
});

test('with one branch a key says what to do first', () => {
  const lab = labOf(runOf(plainSetup(3, 1)));
  onBranchBeside(lab, 'compare');
  expect(stateOf(lab).trouble).toBe(misses.noBranch);
});
