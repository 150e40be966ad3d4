/** Where an answer was given. It speaks of that run: what of it is not on the branch in hand cannot be gone to, or tried, there. */
import { type BranchId, branchOf, parting, type Run, type Timeline } from '../../timeline/index.ts';

export interface Home {
  readonly timeline: Timeline;
  readonly branch: BranchId;
  readonly run: Run;
}

export const homeOf = (timeline: Timeline): Home => ({
  timeline,
  branch: timeline.tree.current,
  run: { ...timeline.run, commands: [...timeline.run.commands] },
});

/** The last event that the branch in hand shares with the run an answer was given on; Infinity: all of them. */
export const lastShared = ({ timeline, run }: Home, now: Timeline): number =>
  timeline === now ? parting(run, now.run).seq : 0;

/** Whether the branch an answer was given on is still there. */
export const isThere = ({ timeline, branch }: Home, now: Timeline): boolean =>
  timeline === now && branchOf(now.tree, branch) !== undefined;

/** A counterfactual that was tried: the branch it began, and how many acts could be taken back before it. */
export interface Trial {
  readonly branch: BranchId;
  readonly name: string;
  readonly acts: number;
}

/** Whether one is on the branch of a trial; another that came later may have its number. */
export const isOn = (trial: Trial, { tree }: Timeline): boolean =>
  tree.current === trial.branch && branchOf(tree, trial.branch)?.name === trial.name;
