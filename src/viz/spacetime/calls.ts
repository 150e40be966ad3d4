/** What passes between clients and servers: at once, where the conditions give it no time. */
import { type Call, callsBetween, newReading, readAnnal } from '../../timeline/index.ts';
import { relationOf } from './cone.ts';
import { between, cellOf, type Sight } from './sight.ts';
import type { LineMark } from './types.ts';

/** The calls of the window; of those nearer to each other than `px` one stands for all. */
export function callMarks(sight: Sight, px: number): readonly LineMark[] {
  const { first, last, weave } = sight;
  const marks = new Map<string, Counted>();
  const cell = px === 0 ? 0 : cellOf(sight.axis, px) * sight.axis.scale;
  for (const [place, call] of callsBetween(weave.annals.calls, first, last).entries()) {
    const { seq, client, server, what } = call;
    if (what === 'sent' || what === 'queued') continue;
    const x = sight.axis.xOfSeq(seq);
    const at = cell === 0 ? place : Math.floor((x - sight.axis.xOf(0)) / cell + 1e-6);
    const key = `${at}/${client}/${server}/${what}`;
    const known = marks.get(key);
    if (known !== undefined) known.count += 1;
    else {
      const mark = callOf(sight, call);
      if (mark !== null) marks.set(key, mark);
    }
  }
  return [...marks.values()];
}

/** A line that stands for more calls than at first. */
type Counted = Omit<LineMark, 'count'> & { count: number };

const reading = newReading();

/** The line of a call; null where one end of it is not in the picture. */
function callOf(
  { axis, rooms, cone, weave: { annals } }: Sight,
  { seq, client: name, server: id, what }: Call,
): Counted | null {
  const client = rooms.roomOf(name);
  const server = rooms.roomOf(id);
  if (client === undefined || server === undefined) return null;
  const { role, cause } = readAnnal(annals, seq, reading);
  const isAtClient = role === null && what !== 'unreachable';
  const isAnswer = what === 'answered' || isAtClient;
  const isLost = what === 'unreachable';
  const { y1, y2 } = isAnswer ? between(server, client) : between(client, server);
  const x2 = axis.xOfSeq(seq);
  // An answer that a server gives at once has no way to go; what caused it is something else.
  const isOnItsWay = cause >= annals.first && (!isAnswer || isAtClient);
  return {
    seq,
    x1: isOnItsWay ? axis.xOfSeq(cause) : x2,
    y1,
    x2,
    y2: isLost ? y1 + (y2 - y1) * 0.8 : y2,
    kind: isAnswer ? 'answer' : 'call',
    hue: 0,
    isYes: what === 'answered',
    isLost,
    relation: cone === null ? null : relationOf(cone, seq),
    count: 1,
  };
}
