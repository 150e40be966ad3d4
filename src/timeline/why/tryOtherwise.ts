/** Going where a counterfactual leads. */
import type { VirtualMs } from '../../base/index.ts';
import { branchAt, giveWith } from '../acts.ts';
import { playTo, type Timeline } from '../timeline.ts';
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
