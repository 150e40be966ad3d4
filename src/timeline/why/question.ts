/** What can be asked, and of what. */
import type { LogIndex, MessageId, Seq, ServerId } from '../../base/index.ts';

export type Question =
  /** Why a server is what it is: leader, candidate, follower, down, paused. */
  | { readonly kind: 'role'; readonly server: ServerId }
  | { readonly kind: 'notLeader'; readonly server: ServerId }
  | { readonly kind: 'doesNotStand'; readonly server: ServerId }
  /** Why nobody stands for election. */
  | { readonly kind: 'noElection' }
  /** Why `leader`, which leads or stands, cannot count `server` in its majority. */
  | { readonly kind: 'notCounted'; readonly server: ServerId; readonly leader: ServerId }
  | { readonly kind: 'committed'; readonly server: ServerId; readonly index: LogIndex }
  | { readonly kind: 'notCommitted'; readonly server: ServerId; readonly index: LogIndex }
  | { readonly kind: 'clientWaits'; readonly client: string }
  | { readonly kind: 'readWaits'; readonly client: string }
  /** Of an event: a request for a vote was answered, entries were replaced, a client was sent away. */
  | { readonly kind: 'voteGranted'; readonly seq: Seq }
  | { readonly kind: 'voteRefused'; readonly seq: Seq }
  | { readonly kind: 'overwritten'; readonly seq: Seq }
  | { readonly kind: 'refused'; readonly seq: Seq }
  /** Why any event happened. */
  | { readonly kind: 'event'; readonly seq: Seq };

export type QuestionKind = Question['kind'];
export type Of<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>;

/** A question as text, by which it is found again among those about a subject. */
export function questionKey({ kind, ...of }: Question): string {
  const fields = Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
  return [kind, ...fields.map(([, value]) => value)].join('.');
}

/** What a person points at. */
export type Subject =
  | { readonly kind: 'server'; readonly server: ServerId }
  | { readonly kind: 'entry'; readonly server: ServerId; readonly index: LogIndex }
  | { readonly kind: 'client'; readonly client: string }
  | { readonly kind: 'message'; readonly message: MessageId }
  | { readonly kind: 'event'; readonly seq: Seq }
  | { readonly kind: 'cluster' };

/** Which questions ask why something is not so. */
export const isWhyNot = {
  role: false,
  notLeader: true,
  doesNotStand: true,
  noElection: true,
  notCounted: true,
  committed: false,
  notCommitted: true,
  clientWaits: true,
  readWaits: true,
  voteGranted: false,
  voteRefused: true,
  overwritten: true,
  refused: true,
  event: false,
} as const satisfies Record<QuestionKind, boolean>;
