/** What happened: the one record that checks, stories, traces and pictures are made of. */
import type { Seq, ServerId, VirtualMs } from '../base/index.ts';
import type { Operation, RuleList, Server } from '../raft/index.ts';
import type { Answer } from './clients.ts';
import type { Command } from './commands.ts';
import type { Envelope } from './envelope.ts';

export type EventKind =
  | 'options'
  | 'start'
  | 'receive'
  | 'electionTimeout'
  | 'heartbeat'
  | 'client'
  | 'crash'
  | 'restart'
  | 'pause'
  | 'resume'
  | 'inject'
  | 'hold'
  | 'release'
  | 'drop'
  | 'duplicate'
  | 'cut'
  | 'heal'
  | 'apply'
  | 'persist'
  | 'snapshot'
  | 'reconfigure'
  | 'transfer'
  | 'delay';

/** Why a message was lost. */
export type DropReason = 'loss' | 'cut' | 'crashed' | 'command';

/** A client's part in an event. */
export interface ClientNews {
  readonly client: string;
  readonly serial: number;
  readonly operation: Operation;
  /** `asked`: a server took or refused it; `unreachable`: nobody heard it; `answered`: the client has its answer. */
  readonly what: 'asked' | 'unreachable' | 'answered' | 'sent' | 'queued';
  /** The server that was asked, or that answers. */
  readonly at: ServerId;
  readonly answer: Answer | null;
  /** How often this command was sent so far, this time included. */
  readonly attempt: number;
}

export interface Event {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly kind: EventKind;
  /** The acting server; null for what happens on the bus or at a client. */
  readonly server: ServerId | null;
  /** Its state before and after; null without a server. */
  readonly before: Server | null;
  readonly after: Server | null;
  /** The message received, lost, copied, held or forged. */
  readonly envelope: Envelope | null;
  readonly rules: RuleList;
  readonly sent: readonly Envelope[];
  readonly cause: Seq | null;
  readonly reason: DropReason | null;
  readonly clients: readonly ClientNews[];
  /** The command that a person or a scenario gave, where the event is its direct effect. */
  readonly command: Command | null;
}
