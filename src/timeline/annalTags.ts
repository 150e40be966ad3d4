/** The tags of the annals as numbers of one byte, and its marks as bits of one. */
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

const placeIn = <Tag extends string>(tags: readonly Tag[]): Readonly<Record<Tag, number>> =>
  Object.fromEntries(tags.map((tag, place) => [tag, place])) as Record<Tag, number>;
export const placeOfKind: Readonly<Record<EventKind, number>> = placeIn<EventKind>(kinds);
export const placeOfType: Readonly<Record<MessageType, number>> = placeIn<MessageType>(types);
const placeOfRole: Readonly<Record<Role, number>> = placeIn<Role>(roles);
/** The byte that stands for no server, no role, no message. */
export const nobody = 255;

// Nearly every event is one of these: to compare is ten times as fast as to look up.
const { receive, apply } = placeOfKind;
const { AppendEntriesRequest, AppendEntriesResponse } = placeOfType;
const { follower, leader } = placeOfRole;

/** The byte of a kind of event. */
export function kindPlace(kind: EventKind): number {
  if (kind === 'receive') return receive;
  return kind === 'apply' ? apply : placeOfKind[kind];
}
/** The byte of a type of message. */
export function typePlace(type: MessageType): number {
  if (type === 'AppendEntriesRequest') return AppendEntriesRequest;
  return type === 'AppendEntriesResponse' ? AppendEntriesResponse : placeOfType[type];
}
/** The byte of a role. */
export function rolePlace(role: Role): number {
  if (role === 'follower') return follower;
  return role === 'leader' ? leader : placeOfRole[role];
}
