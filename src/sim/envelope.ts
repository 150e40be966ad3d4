/** A message on its way. */
import type { MessageId, Seq, VirtualMs } from '../base/index.ts';
import type { Message } from '../raft/index.ts';

export interface Envelope {
  readonly id: MessageId;
  readonly message: Message;
  readonly sentAt: VirtualMs;
  /** When it arrives, if nothing stops it. */
  readonly at: VirtualMs;
  /** The event that sent it; null for a forged one. */
  readonly sentBy: Seq | null;
  /** The request it answers. */
  readonly inReplyTo: MessageId | null;
  /** The message it is a copy of. */
  readonly copyOf: MessageId | null;
  /** Held back by a command until released. */
  readonly held: boolean;
}

/** A copy of the envelope, to be changed. Field by field, so that all that is in flight has one shape and is read fast. */
export const copyOfEnvelope = (
  envelope: Envelope,
): { -readonly [Field in keyof Envelope]: Envelope[Field] } => ({
  id: envelope.id,
  message: envelope.message,
  sentAt: envelope.sentAt,
  at: envelope.at,
  sentBy: envelope.sentBy,
  inReplyTo: envelope.inReplyTo,
  copyOf: envelope.copyOf,
  held: envelope.held,
});

/** The same message, held back or not. */
export function withHeld(envelope: Envelope, held: boolean): Envelope {
  const copy = copyOfEnvelope(envelope);
  copy.held = held;
  return copy;
}

/** The same message, arriving then. */
export function withArrival(envelope: Envelope, at: VirtualMs): Envelope {
  const copy = copyOfEnvelope(envelope);
  copy.at = at;
  return copy;
}
