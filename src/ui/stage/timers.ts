/** Making a split vote, and undoing what makes it: all election timers together, or each by chance again. */
import { alignedOptions, isAligned, spreadOptions } from '../../sim/index.ts';
import type { Session } from '../../store/index.ts';
import { timers } from '../../words/index.ts';

/** Aligns the timers, or spreads them where they are aligned. */
export function alignOrSpread(session: Session): void {
  const { world } = session.store.getState().timeline;
  const options = isAligned(world) ? spreadOptions(world) : alignedOptions(world);
  if (options === null) session.say(timers.alone);
  else session.setOptions(options);
}
