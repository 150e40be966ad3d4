/** Opening runs where every event is looked at and written down: everywhere but in a page that just begins. */
import { look, openChecks } from '../check/index.ts';
import { openTreeUnder } from './acts.ts';
import { record } from './annalsWrite.ts';
import type { Tree } from './branches.ts';
import type { Run } from './run.ts';
import { type Judge, openUnder, type Timeline } from './timeline.ts';

export const judge: Judge = { openChecks, look, record };

/** A run at its first moment. */
export const openTimeline = (run: Run): Timeline => openUnder(judge, run);

/** All branches of a run, at the first moment of the current one. */
export const openTree = (tree: Tree): Timeline => openTreeUnder(judge, tree);
