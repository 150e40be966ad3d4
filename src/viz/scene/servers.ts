/** The servers of a scene: role, term, timer, votes and words of each. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { type Configuration, majority, type Server } from '../../raft/index.ts';
import { conditionOf, leaseLeft, serverAt, type World } from '../../sim/index.ts';
import type { Layout, Place } from '../layout.ts';
import { fitted } from '../names.ts';
import { termLook } from '../terms.ts';
import { blockAt, hasSign, readable } from './block.ts';
import { crewOf, halvesOf, partOf } from './crew.ts';
import type { Ballot, SceneOptions, ServerMark, TimerMark } from './types.ts';

/** Every server at `now`, in the order of its id. */
export function serverMarks(
  world: World,
  now: VirtualMs,
  layout: Layout,
  options: SceneOptions,
): readonly ServerMark[] {
  const longest = longestTimeout(world);
  const crew = crewOf(world);
  return layout.places.map((place, id) =>
    serverMark(world, now, id, { ...options, place, layout, longest, crew }),
  );
}

/** One server where it is asked for, whatever the others are. */
export const serverMarkAt = (
  world: World,
  now: VirtualMs,
  id: ServerId,
  place: Place,
  layout: Layout,
  options: SceneOptions,
): ServerMark =>
  serverMark(world, now, id, {
    ...options,
    place,
    layout,
    longest: longestTimeout(world),
    crew: crewOf(world),
  });

interface Around extends SceneOptions {
  readonly place: Place;
  readonly layout: Layout;
  readonly longest: VirtualMs;
  readonly crew: Configuration;
}

function serverMark(world: World, now: VirtualMs, id: ServerId, around: Around): ServerMark {
  const { place, layout, words, selected, crew } = around;
  const server = serverAt(world, id);
  const condition = conditionOf(world, id);
  const isStale = isStaleLeader(world, server);
  const name = fitted(world.setup.names[id] as string);
  const ballots =
    condition === 'crashed' ? [] : readable(ballotsOf(world, server, around), layout.votesWidth);
  const part = partOf(crew, id);
  const block = blockAt(place, layout, {
    name,
    detail: detailOf(world, now, server, isStale, around),
    ballots,
    hasGlyph: hasSign({ role: server.role, condition, part }),
  });
  return {
    id,
    name,
    x: place.x,
    y: place.y,
    radius: layout.radius,
    role: server.role,
    condition,
    part,
    isStale,
    term: server.currentTerm,
    look: termLook(server.currentTerm),
    termWord: words.term,
    isSelected: selected?.type === 'server' && selected.id === id,
    isLit: around.lit?.includes(id) === true,
    label: words.server(id, isStale),
    block,
    ballots,
    timer: timerOf(world, now, id, around.longest),
  };
}

/**
 * Whether a leader's time is over though it does not know: a later leader runs, or a majority of its voters has gone
 * on to a later term. One server alone in a later term does not end it: the others still follow.
 */
export function isStaleLeader(world: World, server: Server): boolean {
  if (server.role !== 'leader') return false;
  const isLater = (other: Server): boolean => other.currentTerm > server.currentTerm;
  const isLost = halvesOf(server.configuration).some(({ voters }) => {
    const gone = voters.filter((id) => isLater(serverAt(world, id))).length;
    return voters.length > 0 && gone >= majority(voters.length);
  });
  return isLost || world.servers.some((other) => other.role === 'leader' && isLater(other));
}

function detailOf(
  world: World,
  now: VirtualMs,
  server: Server,
  isStale: boolean,
  { words, grainMs = 1, crew }: Around,
): string[] {
  const condition = conditionOf(world, server.id);
  const parts = [words.role(server.role, condition, isStale, partOf(crew, server.id))];
  const dueAt = world.timers.dueAt[server.id] as VirtualMs;
  const grained = (left: VirtualMs): VirtualMs => Math.max(0, Math.ceil(left / grainMs) * grainMs);
  if (server.role !== 'leader' && Number.isFinite(dueAt))
    parts.push(words.timer(grained(dueAt - now)));
  const lease = leaseAt(world, now, server.id);
  if (lease > 0) parts.push(words.lease(grained(lease)));
  if (server.role === 'leader' && server.configuration.outgoing !== null) parts.push(words.joint);
  return parts;
}

/** Votes received in its term: a candidate knows them; of a leader it is told which it counted when it won. */
function ballotsOf(world: World, server: Server, { words, lanes }: Around): Ballot[] {
  const { role, configuration } = server;
  if (role === 'follower') return [];
  const [yes, no] =
    role === 'leader'
      ? [votesOfLeader(world, server, lanes), []]
      : [server.votesGranted, server.votesRefused];
  // §6: under a joint configuration a vote is won in both halves, so each has slots of its own.
  return halvesOf(configuration).map(({ half, voters }) => {
    const among = (ids: readonly ServerId[]): number =>
      ids.filter((one) => voters.includes(one)).length;
    const [granted, needed] = [among(yes), majority(voters.length)];
    const caption = words.tally({ half, have: granted, of: voters.length, needed });
    return { caption, granted, refused: among(no), size: voters.length, majority: needed };
  });
}

// Who leads from the start of a run has won no election in it: then it is those whose vote it has.
const votesOfLeader = (
  { seq, servers }: World,
  { id, currentTerm }: Server,
  lanes: SceneOptions['lanes'] = [],
): readonly ServerId[] =>
  lanes[id]?.findLast((change) => change.seq <= seq && change.votes)?.votes ??
  servers.filter((s) => s.currentTerm === currentTerm && s.votedFor === id).map((s) => s.id);

/** What is left of a leader's lease at `now`, a little after the last event. */
const leaseAt = (world: World, now: VirtualMs, id: ServerId): VirtualMs => {
  const left = leaseLeft(world, id);
  return left === Infinity ? 0 : Math.max(0, left - (now - world.time));
};

// One full turn means the same for everybody, so that the shorter arc is the timer that fires first.
export function longestTimeout({ options }: World): VirtualMs {
  const own = Object.values(options.servers).map(
    ({ electionTimeoutMs }) => electionTimeoutMs?.[1] ?? 0,
  );
  return Math.max(options.electionTimeoutMs[1], ...own);
}

function timerOf(world: World, now: VirtualMs, id: ServerId, longest: VirtualMs): TimerMark | null {
  const { servers, timers, options } = world;
  const dueAt = timers.dueAt[id] as VirtualMs;
  if (!Number.isFinite(dueAt)) return null;
  const drawn = dueAt - (timers.startedAt[id] as VirtualMs);
  const kind = (servers[id] as Server).role === 'leader' ? 'heartbeat' : 'election';
  const turn = Math.max(kind === 'heartbeat' ? drawn : longest, 0.001);
  const lease = share(leaseAt(world, now, id) / options.electionTimeoutMs[0]);
  return { kind, lease, left: share((dueAt - now) / turn), drawn: share(drawn / turn) };
}

const share = (value: number): number => Math.min(1, Math.max(0, value));
