/** What is noted at each server: whom it voted for in its term, and why its election timer was started anew. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { log as logs, type Server } from '../../raft/index.ts';
import { conditionOf, type Event, serverAt, type World } from '../../sim/index.ts';
import { glyphRoom } from '../layout.ts';
import { fitted } from '../names.ts';
import { hasSign, lineHeight } from '../scene/block.ts';
import type { ServerMark } from '../scene/types.ts';
import type { ExtraOptions, NoteMark, Objection, Refused, ResetReason } from './types.ts';

/** Clear of the ring around what is selected. */
const gap = 13;
/** On a ring servers smaller than this, px, stand too near each other for a word over each. */
const leastRadius = 38;
/** With more servers than this only what is not usual is said. */
const fewServers = 7;

/** One note a server, in the order of their ids. */
export function noteMarks(
  world: World,
  now: VirtualMs,
  servers: readonly ServerMark[],
  options: ExtraOptions,
): readonly NoteMark[] {
  const resets = resetsOf(world, now, options);
  return servers.map((mark) => {
    const found = resets.get(mark.id);
    // In a rack every heartbeat would be said by everybody at once.
    const isRoomy =
      servers.length <= fewServers ? mark.radius >= leastRadius : found?.reason !== 'heartbeat';
    const isNews = mark.isSelected || isRoomy;
    const server = serverAt(world, mark.id);
    const isUp = conditionOf(world, mark.id) !== 'crashed';
    // A crash took its timer.
    const reset = isNews && isUp ? found : undefined;
    const { votedFor } = server;
    const age = reset === undefined ? 1 : (now - reset.time) / options.lingerMs;
    return {
      id: mark.id,
      ...placeOf(mark),
      vote: votedFor === null || !isUp ? '' : fitted(nameIn(world, votedFor)),
      look: mark.look,
      reset: reset === undefined ? '' : options.extra.reset[reset.reason],
      // Whole for most of its time: under reduced motion nothing fades.
      opacity: options.motion ? Math.min(1, Math.round((1 - age) * 15) / 5) : 1,
      description: votesOf(world, server, options),
    };
  });
}

const nameIn = ({ setup }: World, id: ServerId): string => setup.names[id] ?? '';

type Placed = Pick<NoteMark, 'x' | 'y' | 'anchor' | 'resetX' | 'resetY'>;

// Where the words of the server do not stand: the vote at its foot, the reason over it.
function placeOf(mark: ServerMark): Placed {
  const { x, y, radius, block } = mark;
  const over = y - radius - (hasSign(mark) ? glyphRoom + 4 : gap);
  const foot = belowOf(y, radius);
  if (block.anchor !== 'middle') return { x, y: foot, anchor: 'middle', resetX: x, resetY: over };
  const isAbove = block.y < 0;
  // Beside a small one stand the words of its neighbour.
  if (isAbove && radius < leastRadius)
    return { x, y: foot, anchor: 'middle', resetX: x, resetY: foot + lineHeight };
  return {
    x: x + radius + gap,
    y: y + 4,
    anchor: 'start',
    resetX: x,
    resetY: isAbove ? foot : over,
  };
}

const belowOf = (y: number, radius: number): number => y + radius + gap + 9;

interface Reset {
  readonly time: VirtualMs;
  readonly reason: ResetReason;
}

/** By server: the latest start of its timer, as long as it is to be read. */
function resetsOf(
  world: World,
  now: VirtualMs,
  { recent, lingerMs }: ExtraOptions,
): ReadonlyMap<ServerId, Reset> {
  const found = new Map<ServerId, Reset>();
  const { startedAt } = world.timers;
  for (let place = recent.length - 1; place >= 0; place -= 1) {
    const event = recent[place] as Event;
    if (event.time < now - lingerMs || found.size === world.servers.length) break;
    const { server: id, time } = event;
    if (id === null || found.has(id) || startedAt[id] !== time) continue;
    const reason = reasonOf(event);
    if (reason !== null && serverAt(world, id).role !== 'leader') found.set(id, { time, reason });
  }
  return found;
}

/** Why an event started a timer anew: what the server heard, granted or began (§5.2). */
function reasonOf({ kind, envelope, before, after }: Event): ResetReason | null {
  if (kind === 'electionTimeout') return 'stands';
  if (kind === 'restart' || kind === 'resume') return 'restart';
  if (envelope === null || after === null) return null;
  const { message } = envelope;
  switch (message.type) {
    case 'AppendEntriesRequest':
      return message.entries.length === 0 ? 'heartbeat' : 'entries';
    case 'InstallSnapshotRequest':
      return 'snapshot';
    case 'RequestVoteRequest':
      return after.votedFor === message.from ? 'voteGranted' : 'stepsDown';
    case 'TimeoutNowRequest':
      return 'stands';
    default:
      return before?.role === after.role
        ? null
        : after.role === 'candidate'
          ? 'stands'
          : 'stepsDown';
  }
}

function votesOf(world: World, server: Server, { extra }: ExtraOptions): string {
  const { currentTerm, votedFor, role } = server;
  const asks = role === 'candidate' || role === 'preCandidate';
  if (votedFor === null && !asks) return '';
  return extra.votes({
    castFor: votedFor === null ? null : nameIn(world, votedFor),
    term: currentTerm,
    granted: asks ? server.votesGranted.map((id) => nameIn(world, id)) : [],
    refused: asks ? server.votesRefused.map((id) => refusalOf(world, server, id)) : [],
  });
}

function refusalOf(world: World, candidate: Server, id: ServerId): Refused {
  const voter = serverAt(world, id);
  const why = objectionOf(candidate, voter);
  const other =
    why === 'votedOther' && voter.votedFor !== null ? nameIn(world, voter.votedFor) : '';
  return { voter: nameIn(world, id), why, other };
}

// Fig. 2, RV1-RV2: the term first, then the vote, then the log; else it hears a leader (Thesis §4.2.3).
function objectionOf(candidate: Server, voter: Server): Objection {
  if (voter.currentTerm > candidate.currentTerm) return 'laterTerm';
  const isTaken = voter.votedFor !== null && voter.votedFor !== candidate.id;
  if (voter.currentTerm === candidate.currentTerm && isTaken) return 'votedOther';
  const terms = logs.lastTerm(voter.log) - logs.lastTerm(candidate.log);
  const isLonger = logs.lastIndex(voter.log) > logs.lastIndex(candidate.log);
  return terms > 0 || (terms === 0 && isLonger) ? 'newerLog' : 'hearsLeader';
}
