/** What can be done with a branch that is not in hand: one table for the panel, the palette and the keys. */
import {
  type Branch,
  branchOf,
  countRepeatable,
  repeatActs,
  type Timeline,
  treeOf,
} from '../../timeline/index.ts';
import { misses, branches as said } from '../../words/index.ts';
import type { Lab } from '../hooks/lab.ts';
import type { Verb } from '../stage/verbs.ts';
import { branchName } from './branchName.ts';

export type BranchVerb = 'go' | 'compare' | 'repeat' | 'remove';

export interface VerbOfBranch extends Verb {
  readonly id: BranchVerb;
}

/** Goes on in it, puts it beside or away, repeats what was done on it, removes it; nothing for the branch in hand. */
export function branchVerbs(lab: Lab, branch: Branch): readonly VerbOfBranch[] {
  const { session } = lab;
  const { timeline, comparison } = session.store.getState();
  const tree = treeOf(timeline);
  const { id } = branch;
  if (id === tree.current) return [];
  const isCompared = comparison?.branch === id;
  const { verbs } = said;
  return [
    {
      id: 'go',
      text: said.go(branchName(tree, branch)),
      isPossible: true,
      run: () => session.goToBranch(id),
    },
    {
      id: 'compare',
      text: isCompared ? verbs.stopComparing : verbs.compare,
      isPossible: true,
      run: () => session.compare(isCompared ? null : id),
    },
    {
      id: 'repeat',
      text: verbs.repeat,
      note: said.repeatHint,
      isPossible: isRepeatable(timeline, branch),
      run: () => repeatHere(lab, branch),
    },
    { id: 'remove', text: verbs.remove, isPossible: true, run: () => session.removeBranch(id) },
  ];
}

interface Known {
  readonly run: Timeline['run'];
  readonly commands: number;
  readonly isRepeatable: boolean;
}
const known = new WeakMap<Branch, Known>();

/** Looked up once for what was done: while a run plays the panel asks ten times a second. */
function isRepeatable(timeline: Timeline, branch: Branch): boolean {
  const { run } = timeline;
  const commands = run.commands.length;
  const before = known.get(branch);
  if (before?.run === run && before.commands === commands) return before.isRepeatable;
  const now = { run, commands, isRepeatable: countRepeatable(timeline, branch.id) > 0 };
  known.set(branch, now);
  return now.isRepeatable;
}

/** The two stand side by side then: that is what the acts are repeated for. */
function repeatHere({ session }: Lab, branch: Branch): void {
  const { timeline } = session.store.getState();
  const name = said.again(branchName(treeOf(timeline), branch));
  const { given, left } = session.alter((now) => repeatActs(now, branch.id, name));
  session.compare(branch.id);
  if (left > 0) session.say(said.left(given, left));
}

/** A verb of the branch beside, else of the one that the branch in hand left, else of the latest other one. */
export function onBranchBeside(lab: Lab, verb: BranchVerb): void {
  const { timeline, comparison } = lab.session.store.getState();
  const { branches, current } = treeOf(timeline);
  const parent = branches.find(({ id }) => id === current)?.parent ?? null;
  const beside = branches.findLast(({ id }) => id !== current);
  const branch = branchOf(treeOf(timeline), comparison?.branch ?? parent ?? 0) ?? beside;
  const found = branch && branchVerbs(lab, branch).find(({ id }) => id === verb);
  if (found === undefined) lab.session.say(misses.noBranch);
  else if (found.isPossible) found.run();
  else lab.session.say(misses.noActs);
}
