/** Going where a counterfactual leads. */
import type { Result, VirtualMs } from '../../base/index.ts';
import type { Command, Event, Refusal } from '../../sim/index.ts';
import { beginBranch, give, remember } from '../acts.ts';
import { renamed } from '../branches.ts';
import type { Moment } from '../run.ts';
import { seekMoment } from '../seek.ts';
import { momentOf, playTo, type Timeline } from '../timeline.ts';
import type { Otherwise } from './answer.ts';

/**
 * Begins a branch, called `name`, where the counterfactual parts from the run, gives its commands, and stops where the
 * change shows. One undo takes it all back.
 */
export function tryOtherwise(
  timeline: Timeline,
  { at, acts, until }: Otherwise,
  name: string | null = null,
): void {
  branchAt(timeline, at, name);
  for (const { time, command } of acts) {
    // What happens at the very moment of parting comes after the command, as it did in the proof.
    if (time > at.time) pass(timeline, time);
    giveWith(timeline, command);
    pass(timeline, time);
  }
  pass(timeline, until);
}

// A property that breaks stops the playing, and not the trial.
function pass(timeline: Timeline, until: VirtualMs): void {
  while (!playTo(timeline, until).isThere);
}

/** Goes to `at` and begins another branch there, called `name`; undoing returns to where one was. */
function branchAt(timeline: Timeline, at: Moment, name: string | null): void {
  remember(timeline);
  seekMoment(timeline, at);
  beginBranch(timeline, momentOf(timeline));
  timeline.tree = renamed(timeline.tree, timeline.tree.current, name);
}

/** Gives commands that belong to the act before them: undone with it, and not one by one. */
function giveWith(timeline: Timeline, command: Command): Result<Event, Refusal> {
  const { done } = timeline;
  const standing = done[done.length - 1];
  const result = give(timeline, command);
  if (result.ok && done[done.length - 1] !== standing) done.pop();
  return result;
}
