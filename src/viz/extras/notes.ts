/** What is noted at each server: whom it voted for in its term, and why its election timer was started anew. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { log as logs, type Server } from '../../raft/index.ts';
import { conditionOf, type Event, serverAt, type World } from '../../sim/index.ts';
import { glyphRoom, mostOnRing } from '../layout.ts';
import { fitted } from '../names.ts';
import { hasSign, lineHeight } from '../scene/block.ts';
import type { ServerMark } from '../scene/types.ts';
import { type Box, lineBox, nameWidth, type Room, roomAround, voteWidth } from './placing.ts';
import type { ExtraOptions, NoteMark, Objection, Refused, ResetReason } from './types.ts';

/** Clear of the ring around what is selected. */
const gap = 13;
/** On a ring servers smaller than this, px, have messages where a vote would stand. */
const leastForVote = 20;
/** On a ring servers smaller than this, px, stand too near each other for a word over each. */
const leastRadius = 38;
/** The mean width of a letter of a reason, px. */
const letter = 6;

/** One note a server, in the order of their ids. */
export function noteMarks(
  world: World,
  now: VirtualMs,
  servers: readonly ServerMark[],
  options: ExtraOptions,
): readonly NoteMark[] {
  const resets = resetsOf(world, now, options);
  const room = roomAround(servers, options.width, options.height);
  const isRack = servers.length > mostOnRing;
  // Votes are placed before reasons, which go again: so a vote stays where it is.
  const votes = servers.map((mark) => voteOf(world, mark, room, isRack));
  return servers.map((mark, place) => {
    const reset = isReasonSaid(world, mark, resets, isRack) ? resets.get(mark.id) : undefined;
    const age = reset === undefined ? 1 : (now - reset.time) / options.lingerMs;
    return {
      id: mark.id,
      ...(votes[place] as Vote),
      look: mark.look,
      ...reasonAt(mark, reset === undefined ? '' : options.extra.reset[reset.reason], room),
      // Whole for most of its time: under reduced motion nothing fades.
      opacity: options.motion ? Math.min(1, Math.round((1 - age) * 15) / 5) : 1,
      description: votesOf(world, serverAt(world, mark.id), options),
    };
  });
}

function isReasonSaid(
  world: World,
  { id, isSelected, radius, block }: ServerMark,
  resets: ReadonlyMap<ServerId, Reset>,
  isRack: boolean,
): boolean {
  // A crash took its timer.
  if (conditionOf(world, id) === 'crashed') return false;
  if (isSelected) return true;
  // In a rack every heartbeat would be said by everybody at once, and where it is dense all else would be as well.
  return isRack ? !block.isSmall && resets.get(id)?.reason !== 'heartbeat' : radius >= leastRadius;
}

const nameIn = ({ setup }: World, id: ServerId): string => setup.names[id] ?? '';

type Vote = Pick<NoteMark, 'x' | 'y' | 'vote'>;

/** Whom a server voted for, where there is room for it: its description says it in any case. */
function voteOf(world: World, mark: ServerMark, room: Room, isRack: boolean): Vote {
  const { votedFor } = serverAt(world, mark.id);
  const isRoomy = isRack || mark.isSelected || mark.radius >= leastForVote;
  const isSaid = isRoomy && conditionOf(world, mark.id) !== 'crashed';
  const vote = votedFor === null || !isSaid ? '' : fitted(nameIn(world, votedFor));
  const box = placed(mark, room, vote === '' ? [] : voteLines(mark, voteWidth(vote)));
  return box === undefined
    ? { x: mark.x, y: mark.y, vote: '' }
    : { x: box.left, y: box.baseline, vote };
}

interface Line extends Box {
  readonly baseline: number;
}

const line = (left: number, baseline: number, width: number): Line => ({
  ...lineBox(left, baseline, width),
  baseline,
});

/** The first of `lines` that is free; what is selected says what it has to say even where none is. */
const placed = ({ isSelected }: ServerMark, room: Room, lines: readonly Line[]): Line | undefined =>
  room.take(lines) ?? (isSelected ? lines[0] : undefined);

// Where the words of the server itself do not stand, the best first.
function voteLines({ x, y, radius, block, name }: ServerMark, width: number): readonly Line[] {
  const foot = line(x - width / 2, belowOf(y, radius), width);
  if (block.anchor !== 'middle') return [foot];
  const right = line(x + radius + gap, y + 4, width);
  const left = line(x - radius - gap - width, y + 4, width);
  if (block.y >= 0) return [right, line(x + nameWidth(name) / 2 + 5, y + block.y - 1, width), left];
  // Beside a small one stand the words of its neighbour.
  return radius < leastRadius ? [foot, right, left] : [right, foot, left];
}

type Reason = Pick<NoteMark, 'reset' | 'resetX' | 'resetY'>;

/** Over its server or at its foot. */
function reasonAt(mark: ServerMark, reset: string, room: Room): Reason {
  const { x, y, radius, block } = mark;
  const over = y - radius - (hasSign(mark) ? glyphRoom + 4 : gap);
  const foot = belowOf(y, radius);
  const width = reset.length * letter;
  const isAbove = block.anchor === 'middle' && block.y < 0;
  const baselines = isAbove ? [foot, foot + lineHeight] : [over];
  const lines = baselines.map((baseline) => line(x - width / 2, baseline, width));
  const box = placed(mark, room, reset === '' ? [] : lines);
  return { reset: box === undefined ? '' : reset, resetX: x, resetY: box?.baseline ?? over };
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
