/** The session of a visit: what a link leads to, else the run of the last visit, or that of a first one. */
import { words } from '../words/index.ts';
import { readKept } from './keep.ts';
import { createSession, type Session } from './session.ts';
import { arriveAt, lookAs, takeAddress } from './sharing.ts';
import type { View } from './view.ts';

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

/** Opens the link in the page's address, now and whenever another one is put there. */
export async function followAddress(session: Session, view: View): Promise<void> {
  await follow(session, view, takeAddress());
  addEventListener('hashchange', () => void follow(session, view, takeAddress()));
}

/** Opens a link that somebody followed or pasted; the run in hand is put aside. False where it is no link. */
export async function follow(session: Session, view: View, text: string | null): Promise<boolean> {
  const arrived = text === null ? null : await arriveAt(text);
  if (arrived === null) return false;
  if (!arrived.ok) {
    session.say(words.troubles[arrived.error]);
    return false;
  }
  session.arrive(arrived.value);
  lookAs(view, arrived.value.look, arrived.value.timeline.world.servers.length);
  return true;
}
