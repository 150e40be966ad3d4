/** Acting in a run. In the past an act begins another branch; every act can be undone, and nothing is ever lost. */
import type { Result, Seq } from '../base/index.ts';
import { type Command, type Event, execute, type Refusal } from '../sim/index.ts';
import {
  type BranchId,
  branched,
  branchOf,
  currentBranch,
  grown,
  parting,
  pruned,
  renamed,
  type Tree,
} from './branches.ts';
import { forgetAfter } from './chronicle.ts';
import type { Given, Moment } from './run.ts';
import { restoreBefore, seekEnd, seekMoment } from './seek.ts';
import {
  type Judge,
  type Kept,
  momentOf,
  note,
  openUnder,
  ownRun,
  type Standing,
  setEnd,
  type Timeline,
} from './timeline.ts';

/** At least so many acts can be undone. */
const undoable = 500;

/** All branches, the current one as far as it has come. */
export const treeOf = ({ tree, run, end }: Timeline): Tree => grown(tree, ownRun(run), { ...end });

/** Notes where one stands, so that what is done next can be undone. */
export function remember(timeline: Timeline, at: Moment = momentOf(timeline)): void {
  const { tree, run, end, done, undone } = timeline;
  // Most acts are done at the end, where both are one moment and need be kept once.
  const furthest = end.seq === at.seq && end.time === at.time ? at : { ...end };
  done.push({ tree, commands: run.commands.length, end: furthest, at });
  // Many at once: to take the first of a long list away costs more than the act.
  if (done.length > 2 * undoable) done.splice(0, undoable);
  if (undone.length > 0) undone.length = 0;
}

/**
 * Gives a command now. In the past, the future known so far stays as a branch and another one begins; on refusal
 * nothing has changed.
 */
export function give(timeline: Timeline, command: Command): Result<Event, Refusal> {
  const { seq, time } = timeline.world;
  const given: Given = { seq, time, command };
  const result = execute(timeline.world, command);
  if (!result.ok) return result;
  remember(timeline, given);
  if (hasFuture(timeline, given)) beginBranch(timeline, { seq, time });
  timeline.run.commands.push(given);
  timeline.given += 1;
  note(timeline, result.value);
  return result;
}

const hasFuture = ({ end, given, run, tree }: Timeline, { seq }: Moment): boolean =>
  end.seq > seq || given < run.commands.length || currentBranch(tree).isFixed === true;

/** Begins another branch at the cursor: what is known of the run from here on is not so on it. */
export function beginBranch(timeline: Timeline, at: Moment): void {
  const { run, given } = timeline;
  timeline.tree = branched(treeOf(timeline), at);
  timeline.run = { ...run, commands: run.commands.slice(0, given) };
  setEnd(timeline, at);
  forgetFrom(timeline, at.seq);
}

function forgetFrom({ kept, chronicle, annals, judge }: Timeline, seq: Seq): void {
  while (kept.length > 1 && (kept[kept.length - 1] as Kept).world.seq > seq) kept.pop();
  forgetAfter(chronicle, seq);
  if (annals !== null) judge?.forget(annals, seq);
}

/** All branches of a run, at the first moment of the current one. */
export function openTreeUnder(judge: Judge | null, tree: Tree): Timeline {
  const timeline = openUnder(judge, currentBranch(tree).run);
  timeline.tree = tree;
  return timeline;
}

/** Goes on in another branch: at `at`, or at its end. */
export function goToBranch(timeline: Timeline, id: BranchId, at: Moment | null = null): void {
  if (id === timeline.tree.current || branchOf(timeline.tree, id) === undefined) {
    if (at !== null) seekMoment(timeline, at);
    return;
  }
  enter(timeline, { ...treeOf(timeline), current: id }, at);
}

function enter(timeline: Timeline, tree: Tree, at: Moment | null): void {
  const { run, end } = currentBranch(tree);
  const { seq } = parting(timeline.run, run);
  timeline.tree = tree;
  timeline.run = ownRun(run);
  if (seq < Infinity) {
    forgetFrom(timeline, seq);
    restoreBefore(timeline, seq);
  }
  setEnd(timeline, end);
  // Once to the end, so that the whole branch is known.
  seekEnd(timeline);
  if (at !== null) seekMoment(timeline, at);
}

/** Takes the last act back; false where there is none. */
export const undo = (timeline: Timeline): boolean => exchange(timeline, 'done', 'undone');

/** Does again what was undone last; false where nothing was. */
export const redo = (timeline: Timeline): boolean => exchange(timeline, 'undone', 'done');

function exchange(timeline: Timeline, from: 'done' | 'undone', to: 'done' | 'undone'): boolean {
  const standing = timeline[from].pop();
  if (standing === undefined) return false;
  const now = treeOf(timeline);
  const at = momentOf(timeline);
  timeline[to].push({ tree: now, commands: null, end: at, at });
  enter(timeline, completed(standing, now), standing.at);
  return true;
}

// The act that is taken back only added to the branch that was current before it, or left it.
function completed({ tree, commands: count, end }: Standing, now: Tree): Tree {
  const known = branchOf(now, tree.current);
  if (count === null || known === undefined) return tree;
  const commands = known.run.commands.slice(0, count);
  return grown(tree, { ...known.run, commands }, end);
}

/** Calls a branch by a name; null: by none. */
export function renameBranch(timeline: Timeline, id: BranchId, name: string | null): void {
  remember(timeline);
  timeline.tree = renamed(treeOf(timeline), id, name);
}

/** Removes a branch that is not the current one. */
export function removeBranch(timeline: Timeline, id: BranchId): void {
  if (id === timeline.tree.current || branchOf(timeline.tree, id) === undefined) return;
  remember(timeline);
  timeline.tree = pruned(treeOf(timeline), id);
}
