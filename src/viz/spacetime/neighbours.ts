/** From one event to the next: along a lane, and along a message. */
import type { Seq } from '../../base/index.ts';
import { type Annals, newReading, readAnnal } from '../../timeline/index.ts';
import { lanesOf } from './cone.ts';

export type Direction = 'before' | 'after' | 'sender' | 'receiver';

/** The event in that direction; null where there is none. What stands on no lane has all events before and after it. */
export function neighbourOf(annals: Annals, seq: Seq, direction: Direction): Seq | null {
  if (seq < annals.first || seq > annals.last) return null;
  if (direction === 'sender') return senderOf(annals, seq);
  if (direction === 'receiver') return receiverOf(annals, seq);
  const step = direction === 'after' ? 1 : -1;
  const [lane] = lanesOf(annals, seq);
  for (let at = seq + step; at >= annals.first && at <= annals.last; at += step)
    if (lane === undefined || lanesOf(annals, at).includes(lane)) return at;
  return null;
}

const reading = newReading();

function senderOf(annals: Annals, seq: Seq): Seq | null {
  const { cause } = readAnnal(annals, seq, reading);
  return cause >= annals.first && cause < seq ? cause : null;
}

function receiverOf(annals: Annals, seq: Seq): Seq | null {
  for (let at = seq + 1; at <= annals.last; at += 1)
    if (readAnnal(annals, at, reading).cause === seq) return at;
  return null;
}
