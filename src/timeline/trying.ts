/** Giving several commands as one act: what a trial on a branch of its own is made of. */
import type { Result, VirtualMs } from '../base/index.ts';
import type { Command, Event, Refusal } from '../sim/index.ts';
import { beginBranch, give } from './acts.ts';
import { renamed } from './branches.ts';
import { momentOf, playTo, type Timeline } from './timeline.ts';

/** Lets time pass to `until`; a property that breaks stops the playing, and not the trial. */
export function pass(timeline: Timeline, until: VirtualMs): void {
  while (!playTo(timeline, until).isThere);
}

/** Begins another branch here, called `name`. */
export function branchHere(timeline: Timeline, name: string | null): void {
  beginBranch(timeline, momentOf(timeline));
  timeline.tree = renamed(timeline.tree, timeline.tree.current, name);
}

/** Gives a command that belongs to the act before it: undone with it, and not by itself. */
export function giveWith(timeline: Timeline, command: Command): Result<Event, Refusal> {
  const { done } = timeline;
  const standing = done[done.length - 1];
  const result = give(timeline, command);
  if (result.ok && done[done.length - 1] !== standing) done.pop();
  return result;
}
