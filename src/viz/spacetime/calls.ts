/** What passes between clients and servers: at once, where the conditions give it no time. */
import type { Seq } from '../../base/index.ts';
import { type Call, firstCall } from '../../timeline/index.ts';
import { relationOf } from './cone.ts';
import { between, cellOf, type Sight } from './sight.ts';
import type { LineMark } from './types.ts';

/** The calls of the window; of those nearer to each other than `px` one stands for all. */
export function callMarks(sight: Sight, px: number): readonly LineMark[] {
  const { annals } = sight.weave;
  const { calls } = annals;
  const sentBy = new Map<string, Seq>();
  const marks = new Map<string, LineMark>();
  const cell = px === 0 ? 0 : cellOf(sight.axis, px) * sight.axis.scale;
  for (let place = firstCall(calls, sight.first); place < calls.length; place += 1) {
    const call = calls[place];
    if (call === undefined || call.seq > sight.last) break;
    const mark = callOf(sight, call, sentBy);
    if (mark === null) continue;
    const at = cell === 0 ? place : Math.floor((mark.x2 - sight.axis.xOf(0)) / cell + 1e-6);
    const key = `${at}/${call.client}/${call.server}/${call.what}`;
    const known = marks.get(key);
    marks.set(key, known === undefined ? mark : { ...known, count: known.count + 1 });
  }
  return [...marks.values()];
}

/** The line of a call; null where nothing passes. */
function callOf(
  { axis, rooms, cone }: Sight,
  { seq, client: name, server: id, what }: Call,
  sentBy: Map<string, Seq>,
): LineMark | null {
  const client = rooms.roomOf(name);
  const server = rooms.roomOf(id);
  if (what === 'sent') sentBy.set(name, seq);
  if (what === 'sent' || what === 'queued' || client === undefined || server === undefined)
    return null;
  const isAnswer = what === 'answered';
  const isLost = what === 'unreachable';
  const { y1, y2 } = isAnswer ? between(server, client) : between(client, server);
  const sent = isAnswer ? undefined : sentBy.get(name);
  if (!isAnswer) sentBy.delete(name);
  const x2 = axis.xOfSeq(seq);
  return {
    seq,
    x1: sent === undefined ? x2 : axis.xOfSeq(sent),
    y1,
    x2,
    y2: isLost ? y1 + (y2 - y1) * 0.8 : y2,
    kind: isAnswer ? 'answer' : 'call',
    hue: 0,
    isYes: isAnswer,
    isLost,
    relation: cone === null ? null : relationOf(cone, seq),
    count: 1,
  };
}
