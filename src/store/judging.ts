/** The judge of the page: it comes when the first picture is drawn, and looks at everything from the start. */
import {
  type Judge,
  judgeFromStart,
  loadJudge,
  openTreeUnder,
  openUnder,
  type Run,
  type Timeline,
  type Tree,
} from '../timeline/index.ts';
import { idle } from './idle.ts';
import type { Session } from './session.ts';

let judge: Judge | null = null;

/** A run at its first moment. */
export const openRun = (run: Run): Timeline => openUnder(judge, run);

/** All branches of a run, at the first moment of the current one. */
export const openBranches = (tree: Tree): Timeline => openTreeUnder(judge, tree);

/** A run that somebody waits to see: it is looked at when the picture stands (`judgeWhenIdle`). */
export const openUnjudged = (run: Run): Timeline => openUnder(null, run);

/** Has all that is in hand looked at, from the start and from now on; on failure the page says that nobody looks. */
export async function judgeSession({ store }: Session): Promise<void> {
  judge ??= await loadJudge();
  const { timeline, comparison, aside } = store.getState();
  const others = aside.map((one) => one.timeline);
  for (const one of [timeline, ...others, ...(comparison === null ? [] : [comparison.timeline])])
    judgeFromStart(one, judge);
  store.setState(({ version }) => ({ version: version + 1 }));
}

/** The same when there is nothing to draw any more; a page that is only being opened has its own time for it. */
export async function judgeWhenIdle(session: Session): Promise<void> {
  if (judge === null) return;
  await idle();
  await judgeSession(session);
}
