/** Going where a counterfactual leads. */
import { remember } from '../acts.ts';
import { seekMoment } from '../seek.ts';
import type { Timeline } from '../timeline.ts';
import { branchHere, giveWith, pass } from '../trying.ts';
import type { Otherwise } from './answer.ts';

/**
 * Begins a branch, called `name`, where the counterfactual parts from the run, gives its commands, and stops where the
 * change shows. One undo takes it all back, and returns to where one was.
 */
export function tryOtherwise(
  timeline: Timeline,
  { at, acts, until }: Otherwise,
  name: string | null = null,
): void {
  remember(timeline);
  seekMoment(timeline, at);
  branchHere(timeline, name);
  for (const { time, command } of acts) {
    // What happens at the very moment of parting comes after the command, as it did in the proof.
    if (time > at.time) pass(timeline, time);
    giveWith(timeline, command);
    pass(timeline, time);
  }
  pass(timeline, until);
}
