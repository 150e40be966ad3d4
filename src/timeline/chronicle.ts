/** The history at a glance: for each server when its term, role or condition changed, and what was worth marking. */
import type { Seq, ServerId, Term, VirtualMs } from '../base/index.ts';
import type { Role } from '../raft/index.ts';
import type { Condition, Event, World } from '../sim/index.ts';

/** What one server is from this moment on. */
export interface LaneChange {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly term: Term;
  readonly role: Role;
  readonly condition: Condition;
}

export type LandmarkKind =
  | 'elected'
  | 'crash'
  | 'restart'
  | 'pause'
  | 'resume'
  | 'cut'
  | 'heal'
  | 'commit'
  | 'client'
  | 'violation'
  | 'options'
  /** A term that no server had before. */
  | 'term';

export interface Landmark {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly kind: LandmarkKind;
  readonly server: ServerId | null;
  /** Of `elected`: whose votes were counted. Who voted again since, against the rules or not, is no part of it. */
  readonly votes?: readonly ServerId[];
}

/** Grows in place as a run goes further than before; `seq` is the last event noted. */
export interface Chronicle {
  seq: Seq;
  /** The highest term so far. */
  term: Term;
  readonly lanes: LaneChange[][];
  readonly landmarks: Landmark[];
}

/** The chronicle of a world at time 0. */
export function openChronicle(world: World): Chronicle {
  const lanes = world.servers.map((server) => [laneOf(world, server.id, world.seq)]);
  return { seq: world.seq, term: highestIn(lanes), lanes, landmarks: [] };
}

const highestIn = (lanes: readonly (readonly LaneChange[])[]): Term =>
  Math.max(0, ...lanes.map((lane) => lane[lane.length - 1]?.term ?? 0));

function laneOf(world: World, id: ServerId, seq: Seq): LaneChange {
  const { currentTerm, role } = world.servers[id] as World['servers'][number];
  return {
    seq,
    time: world.time,
    term: currentTerm,
    role,
    condition: world.conditions[id] as Condition,
  };
}

/** Notes an event; one that was noted before is passed over. */
export function noteEvent(
  chronicle: Chronicle,
  world: World,
  event: Event,
  isBroken: boolean,
): void {
  if (event.seq <= chronicle.seq) return;
  chronicle.seq = event.seq;
  // Nearly all heartbeats and their answers.
  const changesNothing = event.before === event.after && event.kind === 'receive';
  if (!changesNothing || isBroken) noteNews(chronicle, world, event, isBroken);
}

function noteNews(chronicle: Chronicle, world: World, event: Event, isBroken: boolean): void {
  const { seq, time, server, before, after } = event;
  const isPlain = event.kind === 'receive' || event.kind === 'apply';
  const isSameLane =
    isPlain && before?.role === after?.role && before?.currentTerm === after?.currentTerm;
  if (server !== null && !isSameLane) noteLane(chronicle, world, server, seq);
  const kind = isPlain ? ofLeader(event) : landmarkOf(event);
  const votes = kind === 'elected' ? { votes: votesThatWon(event) } : null;
  if (kind !== null) chronicle.landmarks.push({ seq, time, kind, server, ...votes });
  if (isBroken) chronicle.landmarks.push({ seq, time, kind: 'violation', server });
}

function noteLane(chronicle: Chronicle, world: World, id: ServerId, seq: Seq): void {
  const lane = chronicle.lanes[id] as LaneChange[];
  const was = lane[lane.length - 1] as LaneChange;
  const { currentTerm, role } = world.servers[id] as World['servers'][number];
  if (was.term === currentTerm && was.role === role && was.condition === world.conditions[id])
    return;
  lane.push(laneOf(world, id, seq));
  if (currentTerm <= chronicle.term) return;
  chronicle.term = currentTerm;
  chronicle.landmarks.push({ seq, time: world.time, kind: 'term', server: id });
}

const commandLandmarks = new Set<string>([
  'crash',
  'restart',
  'pause',
  'resume',
  'cut',
  'heal',
  'options',
]);

function landmarkOf(event: Event): LandmarkKind | null {
  const { kind, clients } = event;
  if (commandLandmarks.has(kind)) return kind as LandmarkKind;
  if (kind === 'client' && clients.some(({ what, attempt }) => what !== 'queued' && attempt === 1))
    return 'client';
  return ofLeader(event);
}

function ofLeader({ before, after }: Event): LandmarkKind | null {
  if (before === null || after === null || after.role !== 'leader') return null;
  if (before.role !== 'leader') return 'elected';
  return after.commitIndex > before.commitIndex ? 'commit' : null;
}

/** Whose votes a server had when it won by this event. */
export function votesThatWon({ server, before, envelope }: Event): readonly ServerId[] {
  const counted = before?.role === 'candidate' ? before.votesGranted : [];
  // Fig. 2, Can2: the vote that decides is counted in this very event.
  return [...counted, envelope?.message.from ?? (server as ServerId)];
}

/** Forgets everything after `seq`, because another future begins there. */
export function forgetAfter(chronicle: Chronicle, seq: Seq): void {
  chronicle.seq = seq;
  const { lanes, landmarks } = chronicle;
  for (const list of [...lanes, landmarks]) {
    while (list.length > 0 && (list[list.length - 1] as Moment).seq > seq) list.pop();
  }
  chronicle.term = highestIn(lanes);
}

interface Moment {
  readonly seq: Seq;
}
