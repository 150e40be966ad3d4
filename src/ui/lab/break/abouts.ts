/** The rules by what they are about: what each protects is for whoever predicts to say. */
import type { Switch } from '../../../raft/index.ts';
import type { lab } from '../../../words/index.ts';

export type About = keyof typeof lab.abouts;

export const abouts = {
  votes: ['vote.onePerTerm', 'vote.upToDate'],
  terms: ['reply.sameTerm', 'term.adoptHigher', 'term.stepDownOnReply'],
  timers: ['timeout.randomized', 'timeout.resetOnlyWhenDue', 'candidate.retry'],
  log: ['append.consistencyCheck', 'append.truncateOnlyOnConflict', 'leader.appendOnly'],
  commit: ['commit.currentTerm', 'commit.majorityOfAll', 'append.commitBound'],
  disk: ['persist.votedFor', 'persist.currentTerm', 'persist.log'],
  membership: ['config.joint', 'config.ownTermFirst'],
  snapshots: ['snapshot.ignoreOlder'],
  clients: ['read.confirmLeadership', 'session.deduplicate'],
} as const satisfies Record<About, readonly Switch[]>;
