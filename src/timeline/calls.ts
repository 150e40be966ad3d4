/** What clients had to do with the events of a run: who asked whom, and who answered. */
import type { Seq, ServerId } from '../base/index.ts';
import type { ClientNews, Event } from '../sim/index.ts';

/** One client's part in the event `seq`. */
export interface Call {
  readonly seq: Seq;
  readonly client: string;
  /** The server that was asked, or that answers. */
  readonly server: ServerId;
  readonly what: ClientNews['what'];
}

/** Writes down what clients had to do with an event that is later than all before it. */
export function recordCalls(calls: Call[], { seq, clients }: Event): void {
  for (const { client, at, what } of clients) calls.push({ seq, client, server: at, what });
}

export function forgetCallsAfter(calls: Call[], seq: Seq): void {
  while (calls.length > 0 && (calls[calls.length - 1] as Call).seq > seq) calls.pop();
}
