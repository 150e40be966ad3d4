/** Moments that a reader marks: of the run they were marked in, kept with it. */
import { expect, test } from 'vitest';
import { plainSetup } from '../../src/sim/index.ts';
import { bookmarksOf, createSession, type Session, toggleBookmark } from '../../src/store/index.ts';
import { revive } from '../../src/store/revive.ts';
import { encodeRun, runOf } from '../../src/timeline/index.ts';

const timesOf = (session: Session) => bookmarksOf(session.store.getState());

test('a moment is marked once, in the order of time, and a second time takes it off', () => {
  const session = createSession();
  for (const time of [400, 300]) {
    session.seek(time);
    toggleBookmark(session);
  }
  expect(timesOf(session)).toEqual([300, 400]);
  toggleBookmark(session, 400);
  expect(timesOf(session)).toEqual([300]);
});

test('another run has bookmarks of its own, and this one has them again when it is taken up', () => {
  const session = createSession();
  session.seek(300);
  toggleBookmark(session);
  session.newRun({ servers: 3 });
  expect(timesOf(session)).toEqual([]);
  session.undo();
  expect(timesOf(session)).toEqual([300]);
});

test('what was kept is marked again, and what is no moment is left out', async () => {
  const run = encodeRun(runOf(plainSetup(3, 1)));
  const kept = { run, origin: run, seq: 0, time: 0, endTime: 100, speed: 0.02, isPlaying: false };
  const revived = await revive({
    ...kept,
    source: { kind: 'sandbox', name: 'sandbox' },
    bookmarks: [50, 'later', -1],
  });
  const session = createSession(revived.ok ? revived.value : {});
  expect(timesOf(session)).toEqual([50]);
});
