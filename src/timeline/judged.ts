/** Opening runs where every event is looked at and written down: everywhere but in a page that just begins. */
import { type Checks, change, look, openChecks } from '../check/index.ts';
import { forget, record } from './annalsWrite.ts';
import type { Run } from './run.ts';
import { type Judge, openUnder, type Timeline } from './timeline.ts';

const hasNews = ({ changes }: Checks): boolean => (changes & change.news) !== 0;

export const judge: Judge = { openChecks, look, hasNews, record, forget };

/** A run at its first moment. */
export const openTimeline = (run: Run): Timeline => openUnder(judge, run);
