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
