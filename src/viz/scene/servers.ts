/** The servers of a scene: role, term, timer, votes and words of each. */
import type { ServerId, VirtualMs } from '../../base/index.ts';
import { type Candidate, majority, type PreCandidate, type Server } from '../../raft/index.ts';
import { conditionOf, serverAt, type World } from '../../sim/index.ts';
import type { Layout, Place } from '../layout.ts';
import { fitted } from '../names.ts';
import { termLook } from '../scales.ts';
import { blockAt } from './block.ts';
import type { Ballot, SceneOptions, ServerMark, TimerMark } from './types.ts';

/** Every server at `now`, in the order of its id. */
export function serverMarks(
  world: World,
  now: VirtualMs,
  layout: Layout,
  options: SceneOptions,
): readonly ServerMark[] {
  const longest = longestTimeout(world);
  return layout.places.map((place, id) =>
    serverMark(world, now, id, { ...options, place, layout, longest }),
  );
}

interface Around extends SceneOptions {
  readonly place: Place;
  readonly layout: Layout;
  readonly longest: VirtualMs;
}

function serverMark(world: World, now: VirtualMs, id: ServerId, around: Around): ServerMark {
  const { place, layout, words, selected } = around;
  const server = serverAt(world, id);
  const condition = conditionOf(world, id);
  const isStale = isStaleLeader(world, server);
  const name = fitted(world.setup.names[id] as string);
  const asks = server.role === 'candidate' || server.role === 'preCandidate';
  const ballots = asks && condition !== 'crashed' ? ballotsOf(server) : [];
  const block = blockAt(place, layout, {
    name,
    detail: detailOf(world, now, server, isStale, around),
    slots: ballots.map(({ size }) => size),
    hasGlyph: server.role !== 'follower' || condition !== 'running',
  });
  return {
    id,
    name,
    x: place.x,
    y: place.y,
    radius: layout.radius,
    role: server.role,
    condition,
    isStale,
    term: server.currentTerm,
    look: termLook(server.currentTerm),
    termWord: words.term,
    isSelected: selected?.type === 'server' && selected.id === id,
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
function isStaleLeader(world: World, server: Server): boolean {
  if (server.role !== 'leader') return false;
  const isLater = (other: Server): boolean => other.currentTerm > server.currentTerm;
  const { voters } = server.configuration;
  const gone = voters.filter((id) => isLater(serverAt(world, id))).length;
  return (
    gone >= majority(voters.length) || world.servers.some((o) => o.role === 'leader' && isLater(o))
  );
}

function detailOf(
  world: World,
  now: VirtualMs,
  server: Server,
  isStale: boolean,
  { words, grainMs }: Around,
): string[] {
  const condition = conditionOf(world, server.id);
  const parts = [words.role(server.role, condition, isStale)];
  const dueAt = world.timers.dueAt[server.id] as VirtualMs;
  if (server.role !== 'leader' && Number.isFinite(dueAt)) {
    const grain = grainMs ?? 1;
    parts.push(words.timer(Math.max(0, Math.ceil((dueAt - now) / grain) * grain)));
  }
  const { votedFor } = server;
  const isOpen = server.role === 'follower' && server.leaderId === null && condition !== 'crashed';
  if (isOpen && votedFor !== null)
    parts.push(words.voted(fitted(world.setup.names[votedFor] as string)));
  return parts;
}

const ballotsOf = ({
  configuration,
  votesGranted,
  votesRefused,
}: Candidate | PreCandidate): Ballot[] =>
  [configuration.voters, configuration.outgoing].flatMap((voters) =>
    voters === null
      ? []
      : [
          {
            granted: votesGranted.filter((id) => voters.includes(id)).length,
            refused: votesRefused.filter((id) => voters.includes(id)).length,
            size: voters.length,
            majority: majority(voters.length),
          },
        ],
  );

// One full turn means the same for everybody, so that the shorter arc is the timer that fires first.
function longestTimeout({ options }: World): VirtualMs {
  const own = Object.values(options.servers).map(
    ({ electionTimeoutMs }) => electionTimeoutMs?.[1] ?? 0,
  );
  return Math.max(options.electionTimeoutMs[1], ...own);
}

function timerOf(
  { servers, timers }: World,
  now: VirtualMs,
  id: ServerId,
  longest: VirtualMs,
): TimerMark | null {
  const dueAt = timers.dueAt[id] as VirtualMs;
  if (!Number.isFinite(dueAt)) return null;
  const drawn = dueAt - (timers.startedAt[id] as VirtualMs);
  const kind = (servers[id] as Server).role === 'leader' ? 'heartbeat' : 'election';
  const turn = Math.max(kind === 'heartbeat' ? drawn : longest, 0.001);
  return { kind, left: share((dueAt - now) / turn), drawn: share(drawn / turn) };
}

const share = (value: number): number => Math.min(1, Math.max(0, value));
