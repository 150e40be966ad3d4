/** The session of a visit: the run of the last one, or the run of a first visit. */
import { words } from '../words/index.ts';
import { readKept } from './keep.ts';
import { createSession, type Session } from './session.ts';

/** Plays at once, except where `isStill`: somebody who asked for no motion starts it when they want. */
export async function openSession(isStill: boolean): Promise<Session> {
  const kept = await readKept();
  const { keptRunUnreadable, keptRunOther } = words.troubles;
  if (!kept.ok) {
    const trouble = kept.error === 'otherVersion' ? keptRunOther : keptRunUnreadable;
    return createSession({ isPlaying: !isStill, trouble });
  }
  if (kept.value === null) return createSession({ isPlaying: !isStill });
  return createSession({ ...kept.value, isPlaying: kept.value.isPlaying === true && !isStill });
}
