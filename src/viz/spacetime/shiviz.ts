/**
 * The events of a window as text for ShiViz (bestchai.bitbucket.io/shiviz): for each the host, its vector clock, and on a
 * second line what happened. The expression to read it with is ShiViz's own default.
 */
import type { Seq } from '../../base/index.ts';
import { type Annals, newReading, readAnnal } from '../../timeline/index.ts';
import { type LaneKey, lanesOf } from './cone.ts';

type Clock = Record<string, number>;

/** `nameOf` a lane, `say` what an event was. Clocks start with the first event that is told. */
export function shivizText(
  annals: Annals,
  [first, last]: readonly [Seq, Seq],
  nameOf: (lane: LaneKey) => string,
  say: (seq: Seq) => string,
): string {
  const clocks = new Map<LaneKey, Clock>();
  const sent = new Map<Seq, Clock>();
  const lines: string[] = [];
  const reading = newReading();
  for (let seq = Math.max(first, annals.first); seq <= Math.min(last, annals.last); seq += 1) {
    const [lane] = lanesOf(annals, seq);
    if (lane === undefined) continue;
    const host = hostOf(nameOf(lane));
    const { cause } = readAnnal(annals, seq, reading);
    const clock = merged(clocks.get(lane), sent.get(cause));
    clock[host] = (clock[host] ?? 0) + 1;
    clocks.set(lane, clock);
    sent.set(seq, clock);
    lines.push(`${host} ${JSON.stringify(clock)}`, say(seq).replaceAll('\n', ' '));
  }
  return `${lines.join('\n')}\n`;
}

// A host is a word there.
const hostOf = (name: string): string => name.replace(/\s+/g, '_');

function merged(own: Clock = {}, heard: Clock = {}): Clock {
  const clock = { ...own };
  for (const [host, count] of Object.entries(heard))
    clock[host] = Math.max(count, clock[host] ?? 0);
  return clock;
}
