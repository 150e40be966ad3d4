/** Opening runs where every event is looked at and written down: everywhere but in a page that just begins. */
import { look, openChecks } from '../check/index.ts';
import { forget, record } from './annalsWrite.ts';
import type { Run } from './run.ts';
import { type Judge, openUnder, type Timeline } from './timeline.ts';

export const judge: Judge = { openChecks, look, record, forget };

/** A run at its first moment. */
export const openTimeline = (run: Run): Timeline => openUnder(judge, run);
