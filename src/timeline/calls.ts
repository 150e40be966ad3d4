/** What clients had to do with the events of a run: who asked whom, and who answered. */
import type { Seq, ServerId } from '../base/index.ts';
import type { ClientNews, Event } from '../sim/index.ts';
import { type Calls, callWidth } from './annals.ts';

/** One client's part in the event `seq`. */
export interface Call {
  readonly seq: Seq;
  readonly client: string;
  /** The server that was asked, or that answers. */
  readonly server: ServerId;
  readonly what: ClientNews['what'];
}

const parts = [
  'asked',
  'unreachable',
  'answered',
  'sent',
  'queued',
] as const satisfies readonly ClientNews['what'][];
// Above any server's id, so that client and server share a number.
const serverStride = 256;

/** Writes down what clients had to do with an event that is later than all before it. */
export function recordCalls({ rows, clients }: Calls, event: Event): void {
  for (const { client, at, what } of event.clients) {
    const who = numberOf(clients, client) * serverStride + at;
    rows.push(event.seq, who * parts.length + parts.indexOf(what));
  }
}

function numberOf(clients: string[], client: string): number {
  const known = clients.indexOf(client);
  return known >= 0 ? known : clients.push(client) - 1;
}

/** Where the first row of an event at or after `seq` begins. */
function rowOf(rows: readonly number[], seq: Seq): number {
  let low = 0;
  let high = rows.length / callWidth;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle * callWidth] as number) < seq) low = middle + 1;
    else high = middle;
  }
  return low * callWidth;
}

const none: readonly Call[] = [];

/** The parts of clients in the events `first` to `last`, in order. */
export function callsBetween({ rows, clients }: Calls, first: Seq, last: Seq): readonly Call[] {
  let found: Call[] | null = null;
  for (let at = rowOf(rows, first); at < rows.length; at += callWidth) {
    const seq = rows[at] as Seq;
    if (seq > last) break;
    const row = rows[at + 1] as number;
    const who = Math.floor(row / parts.length);
    // Of most events there are none, and a list is made for none of them.
    found ??= [];
    found.push({
      seq,
      client: clients[Math.floor(who / serverStride)] as string,
      server: who % serverStride,
      what: parts[row % parts.length] as Call['what'],
    });
  }
  return found ?? none;
}

/** The clients that had to do with anything, in the order they came. */
export function clientsIn({ rows, clients }: Calls): string[] {
  const seen = new Set<number>();
  for (let at = 1; at < rows.length; at += callWidth)
    seen.add(Math.floor((rows[at] as number) / parts.length / serverStride));
  return clients.filter((_, number) => seen.has(number));
}
