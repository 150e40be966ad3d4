/** Which servers formed the quorum of an election or a commit, and whom it shares with the quorum before it. */
import type { LogIndex, Seq, ServerId, Term, VirtualMs } from '../../base/index.ts';
import { matchIndexOf } from '../../raft/index.ts';
import type { Event } from '../../sim/index.ts';
import { votesThatWon } from '../../timeline/index.ts';
import { type Half, halvesOf } from '../scene/crew.ts';

/** A majority of every body of voters, at the moment it was reached. */
export interface Quorum {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly kind: 'election' | 'commit';
  /** Who was elected, or who counted. */
  readonly leader: ServerId;
  readonly term: Term;
  /** Up to where was committed; 0 of an election. */
  readonly index: LogIndex;
  readonly halves: readonly Half[];
  readonly members: readonly ServerId[];
  /** Those of its members that were in the quorum before it, too; null: there is none before. */
  readonly shared: readonly ServerId[] | null;
}

type Formed = Omit<Quorum, 'shared'>;

/** The last `most` quorums among `recent` events, the newest first. */
export function quorumsIn(recent: readonly Event[], most: number): readonly Quorum[] {
  const formed: Formed[] = [];
  for (let place = recent.length - 1; place >= 0 && formed.length <= most; place -= 1) {
    const found = quorumAt(recent[place] as Event);
    if (found !== null) formed.push(found);
  }
  return formed.slice(0, most).map((quorum, place) => {
    const before = formed[place + 1];
    const shared =
      before === undefined ? null : quorum.members.filter((id) => before.members.includes(id));
    return { ...quorum, shared };
  });
}

function quorumAt(event: Event): Formed | null {
  const { seq, time, before, after } = event;
  if (before === null || after === null || after.role !== 'leader') return null;
  const { id: leader, currentTerm: term, configuration, commitIndex } = after;
  const halves = halvesOf(configuration);
  const among = (has: (id: ServerId) => boolean): readonly ServerId[] =>
    [...new Set(halves.flatMap(({ voters }) => voters))].sort((a, b) => a - b).filter(has);
  const base = { seq, time, leader, term, halves };
  // Fig. 2, Can2: votes from a majority of servers.
  if (before.role !== 'leader') {
    const counted = votesThatWon(event);
    const members = among((id) => id === leader || counted.includes(id));
    return { ...base, kind: 'election', index: 0, members };
  }
  // Fig. 2, Ldr4: a majority of matchIndex[i] ≥ N.
  if (commitIndex <= before.commitIndex) return null;
  const members = among((id) => id === leader || matchIndexOf(after, id) >= commitIndex);
  return { ...base, kind: 'commit', index: commitIndex, members };
}
