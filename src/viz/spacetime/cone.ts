/**
 * What could have caused the selected event, and what it could have caused: reached along lanes and along messages. All
 * the rest is concurrent: neither could have caused the other.
 */
import type { Seq } from '../../base/index.ts';
import { type Annals, callsBetween, newReading, readAnnal } from '../../timeline/index.ts';
import type { Relation } from './types.ts';

/** A lane by the id of its server, or by the name of its client. */
export type LaneKey = number | string;

/** Grows with the run. */
export interface Cone {
  readonly seq: Seq;
  readonly annals: Annals;
  readonly forgotten: number;
  /** By place, which is the number of an event less the first. */
  relations: Uint8Array;
  /** The last event that was looked at. */
  last: Seq;
  /** How many events led to it, and how many follow from it. */
  past: number;
  future: number;
  /** The last event of the past and the first of the future on each lane. */
  readonly latest: Map<LaneKey, Seq>;
  readonly earliest: Map<LaneKey, Seq>;
}

const codes = ['concurrent', 'past', 'future', 'itself'] as const satisfies readonly Relation[];
const [isPast, isFuture, isItself] = [1, 2, 3] as const;

let kept: Cone | null = null;

/** The cone of the event `seq`, kept until another is asked for; null where the annals hold no such event. */
export function coneOf(annals: Annals, seq: Seq | null): Cone | null {
  if (seq === null || seq < annals.first || seq > annals.last) return null;
  const isKept = kept?.annals === annals && kept.seq === seq && kept.forgotten === annals.forgotten;
  if (kept === null || !isKept) kept = openCone(annals, seq);
  if (kept.last < annals.last) lookAhead(kept);
  return kept;
}

/** How the event `seq` stands to that of the cone. */
export const relationOf = ({ relations, annals }: Cone, seq: Seq): Relation =>
  codes[relations[seq - annals.first] as number] ?? 'concurrent';

function openCone(annals: Annals, seq: Seq): Cone {
  const cone: Cone = {
    seq,
    annals,
    forgotten: annals.forgotten,
    relations: new Uint8Array(annals.last - annals.first + 1),
    last: seq,
    past: 0,
    future: 0,
    latest: new Map(),
    earliest: new Map(),
  };
  lookBack(cone);
  for (const lane of lanesOf(annals, seq)) cone.earliest.set(lane, seq);
  cone.relations[seq - annals.first] = isItself;
  return cone;
}

const reading = newReading();

/**
 * The lanes on which the event stands: its server's, and those of the clients in it. Leaves it in `reading`. Where a
 * command takes time to its server it arrives there, and its client is not there to know.
 */
export function lanesOf(annals: Annals, seq: Seq): readonly LaneKey[] {
  const { server, role, cause } = readAnnal(annals, seq, reading);
  const calls = callsBetween(annals.calls, seq, seq);
  const own = role === null ? none : laneAlone(server);
  if (calls.length === 0) return own;
  const lanes = [...own];
  for (const { client, what } of calls) {
    if (role === null || what !== 'asked' || cause === 0) lanes.push(client);
  }
  return lanes;
}

// Nearly every event stands on the lane of one server and no other: no list is made for it.
const none: readonly LaneKey[] = [];
const alone: (readonly LaneKey[])[] = [];

function laneAlone(server: number): readonly LaneKey[] {
  alone[server] ??= [server];
  return alone[server];
}

// Backwards: the past holds what stands before it on its lanes, and what sent what it received.
function lookBack(cone: Cone): void {
  const { seq, annals, relations, latest } = cone;
  const { first } = annals;
  relations[seq - first] = isPast;
  for (let at = seq; at >= first; at -= 1) {
    const lanes = lanesOf(annals, at);
    const { cause } = reading;
    const isIn = relations[at - first] === isPast || lanes.some((lane) => latest.has(lane));
    if (!isIn) continue;
    relations[at - first] = isPast;
    cone.past += 1;
    if (cause >= first) relations[cause - first] = isPast;
    for (const lane of lanes) if (!latest.has(lane)) latest.set(lane, at);
  }
  cone.past -= 1;
}

// Forwards: the future holds what stands after it on its lanes, and what received what it sent.
function lookAhead(cone: Cone): void {
  const { annals, earliest } = cone;
  const { first, last } = annals;
  const relations = new Uint8Array(last - first + 1);
  relations.set(cone.relations.subarray(0, Math.min(cone.relations.length, relations.length)));
  for (let at = cone.last + 1; at <= last; at += 1) {
    const lanes = lanesOf(annals, at);
    const { cause } = reading;
    const from = cause >= first ? relations[cause - first] : 0;
    const isIn = from === isFuture || from === isItself || lanes.some((lane) => earliest.has(lane));
    if (!isIn) continue;
    relations[at - first] = isFuture;
    cone.future += 1;
    for (const lane of lanes) if (!earliest.has(lane)) earliest.set(lane, at);
  }
  cone.relations = relations;
  cone.last = last;
}
