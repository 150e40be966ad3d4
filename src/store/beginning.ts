/** Runs at their first moment, under the judge of the page as soon as there is one. */
import {
  type Judge,
  loadJudge,
  openTreeUnder,
  openUnder,
  type Run,
  type Timeline,
  type Tree,
} from '../timeline/index.ts';

let judge: Judge | null = null;

/** Who looks at every run that is begun from now on. */
export async function judgeOfPage(): Promise<Judge> {
  judge ??= await loadJudge();
  return judge;
}

/** A run at its first moment. */
export const openRun = (run: Run): Timeline => openUnder(judge, run);

/** All branches of a run, at the first moment of the current one. */
export const openBranches = (tree: Tree): Timeline => openTreeUnder(judge, tree);

/** A run that somebody waits to see: it is looked at when the picture stands (`judgeWhenIdle`). */
export const openUnjudged = (run: Run): Timeline => openUnder(null, run);
