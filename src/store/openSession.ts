/** The session of a visit: the run of the last one, or the run of a first visit. */
import { words } from '../words/index.ts';
import { takeKept } from './keptPlace.ts';
import type { Verbosity } from './narrator.ts';
import { createSession, type Session } from './session.ts';
import { isStill, type View } from './view.ts';

/** Plays at once, except for somebody who asked for no motion: they start it when they want. */
export async function openSession({ store }: View): Promise<Session> {
  const plays = !isStill(store.getState());
  const verbosity = (): Verbosity => store.getState().verbosity;
  const left = await takeKept();
  if (left === null) return createSession({ isPlaying: plays }, verbosity);
  const { revive } = await import('./revive.ts');
  const kept = await revive(left);
  const { keptRunUnreadable, keptRunOther } = words.troubles;
  if (!kept.ok) {
    const trouble = kept.error === 'otherVersion' ? keptRunOther : keptRunUnreadable;
    return createSession({ isPlaying: plays, trouble }, verbosity);
  }
  return createSession(
    { ...kept.value, isPlaying: kept.value.isPlaying === true && plays },
    verbosity,
  );
}
