/** Disks (Figure 2: updated on stable storage before responding to RPCs): what may be said, and what must wait. */
import type { Message } from '../../src/raft/index.ts';
import { type Given, sentIn } from './given.ts';
import { messageDifferences } from './picture.ts';
import { areSame } from './reading.ts';
import { isRequest } from './requests.ts';

/** A leader may send entries while it writes them; whatever promises something waits. */
const isPromise = ({ type }: Message): boolean =>
  type === 'RequestVoteRequest' ||
  type === 'RequestVoteResponse' ||
  type === 'AppendEntriesResponse' ||
  type === 'InstallSnapshotResponse';

/**
 * What was said and should not have been, and the other way round, but for a leader's requests.
 * @param owed what waits for this server's disk, the oldest first; changed in place
 */
export function wordDifferences(given: Given, due: readonly Message[], owed: Message[]): string[] {
  const said = sentIn(given.event).filter((message) => !isRequest(message));
  const isSlow = given.before.settings.isDiskSlow || given.durableBefore !== null;
  if (!isSlow) return messageDifferences(said, due);
  const isWriting = given.durableAfter !== null;
  const promises = due.filter(isPromise);
  const free = due.filter((message) => !isPromise(message));
  if (given.event.kind !== 'persist') {
    if (!isWriting) return messageDifferences(said, due);
    owed.push(...promises);
    return messageDifferences(said, free).map((sentence) => `${sentence} (its disk is writing)`);
  }
  const released = said.filter(isPromise);
  const first = owed.splice(0, released.length);
  const found = areSame(first, released) ? [] : ['kept its promises back in another order'];
  if (!isWriting && owed.splice(0).length > 0)
    found.push('said nothing, and everything is on its disk');
  return [
    ...found,
    ...messageDifferences(
      said.filter((m) => !isPromise(m)),
      free,
    ),
  ];
}
