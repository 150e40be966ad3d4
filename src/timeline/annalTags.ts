/** What the annals write as a number: the place in one of these lists, so new ones come last. */
import type { MessageType, Role } from '../raft/index.ts';
import type { EventKind } from '../sim/index.ts';

/** What an annal notes in one bit each. */
export const marks = [
  /** The message carried entries, granted, or succeeded. */
  'substance',
  'appended',
  'committed',
  'applied',
  'elected',
  'granted',
  'sent',
  'given',
] as const;
export type Mark = (typeof marks)[number];
export const bitOf = Object.fromEntries(marks.map((mark, place) => [mark, 1 << place])) as Record<
  Mark,
  number
>;

export const kinds = [
  'options',
  'start',
  'receive',
  'electionTimeout',
  'heartbeat',
  'client',
  'crash',
  'restart',
  'pause',
  'resume',
  'inject',
  'hold',
  'release',
  'drop',
  'duplicate',
  'cut',
  'heal',
  'apply',
  'persist',
  'snapshot',
  'reconfigure',
  'transfer',
  'delay',
] as const satisfies readonly EventKind[];
export const types = [
  'RequestVoteRequest',
  'RequestVoteResponse',
  'AppendEntriesRequest',
  'AppendEntriesResponse',
  'PreVoteRequest',
  'PreVoteResponse',
  'TimeoutNowRequest',
  'InstallSnapshotRequest',
  'InstallSnapshotResponse',
] as const satisfies readonly MessageType[];
export const roles = [
  'follower',
  'preCandidate',
  'candidate',
  'leader',
] as const satisfies readonly Role[];
