/** The history at a glance: for each server when its term, role or condition changed, and what was worth marking. */
import type { Seq, ServerId, Term, VirtualMs } from '../base/index.ts';
import type { Role } from '../raft/index.ts';
import type { Condition, Event, World } from '../sim/index.ts';
import { forgetRowsAfter } from './rows.ts';

/** What one server is from this moment on. */
export interface LaneChange {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly term: Term;
  readonly role: Role;
  readonly condition: Condition;
  /** Where the server was elected just now: whose votes it counted. A vote that came later is not among them. */
  readonly votes?: readonly ServerId[];
}

/** First the kinds that are kinds of event, too (`commandKinds` of them); then what has to be looked for in an event. */
const kinds = [
  'crash',
  'restart',
  'pause',
  'resume',
  'cut',
  'heal',
  'options',
  'elected',
  'commit',
  'client',
  'violation',
  /** A term that no server had before. */
  'term',
] as const;
const commandKinds = 7;
export type LandmarkKind = (typeof kinds)[number];

export interface Landmark {
  readonly seq: Seq;
  readonly time: VirtualMs;
  readonly kind: LandmarkKind;
  readonly server: ServerId | null;
}

/** Grows in place as a run goes further than before; `seq` is the last event noted. */
export interface Chronicle {
  seq: Seq;
  /** The highest term so far. */
  term: Term;
  readonly lanes: LaneChange[][];
  /** In rows: the event, its time, and what of whom. `landmarksBetween` reads them. */
  readonly landmarks: number[];
  /** How often something was forgotten: with the lengths of the lists it tells whether all is as it was. */
  forgotten: number;
}

const width = 3;

/** The chronicle of a world at time 0. */
export function openChronicle(world: World): Chronicle {
  const lanes = world.servers.map((server) => [laneOf(world, server.id, world.seq)]);
  return { seq: world.seq, term: highestIn(lanes), lanes, landmarks: [], forgotten: 0 };
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
  const { seq } = event;
  if (seq <= chronicle.seq) return;
  chronicle.seq = seq;
  if (isBroken || mayBeNews(event)) noteNews(chronicle, world, event, isBroken);
}

/** Most steps of a server change nothing that is noted of it. */
function mayBeNews({ kind, before, after }: Event): boolean {
  if (kind !== 'receive' && kind !== 'apply' && kind !== 'heartbeat') return true;
  if (before === after) return false;
  if (before === null || after === null) return true;
  return (
    before.commitIndex !== after.commitIndex ||
    before.currentTerm !== after.currentTerm ||
    before.role !== after.role
  );
}

function noteNews(chronicle: Chronicle, world: World, event: Event, isBroken: boolean): void {
  const { seq, time, server } = event;
  if (server !== null) noteLane(chronicle, world, server, event);
  const kind = landmarkOf(event);
  if (kind !== null) addLandmark(chronicle, seq, time, kind, server);
  if (isBroken) addLandmark(chronicle, seq, time, 'violation', server);
}

/** Adds a landmark behind all there are. */
export function addLandmark(
  { landmarks }: Chronicle,
  seq: Seq,
  time: VirtualMs,
  kind: LandmarkKind,
  server: ServerId | null,
): void {
  // Who and what in one number, nobody as 0.
  landmarks.push(seq, time, ((server ?? -1) + 1) * kinds.length + kinds.indexOf(kind));
}

/** The landmarks of the events `first` to `last`. */
export function landmarksBetween(
  { landmarks }: Chronicle,
  first: Seq = 0,
  last: Seq = Infinity,
): Landmark[] {
  const found: Landmark[] = [];
  for (let at = 0; at < landmarks.length; at += width) {
    const seq = landmarks[at] as Seq;
    if (seq >= first && seq <= last) found.push(landmarkAt(landmarks, at));
  }
  return found;
}

function landmarkAt(landmarks: readonly number[], at: number): Landmark {
  const what = landmarks[at + 2] as number;
  const server = Math.floor(what / kinds.length) - 1;
  return {
    seq: landmarks[at] as Seq,
    time: landmarks[at + 1] as VirtualMs,
    kind: kinds[what % kinds.length] as LandmarkKind,
    server: server < 0 ? null : server,
  };
}

function noteLane(chronicle: Chronicle, world: World, id: ServerId, event: Event): void {
  const { seq } = event;
  const lane = chronicle.lanes[id] as LaneChange[];
  const was = lane[lane.length - 1] as LaneChange;
  const { currentTerm, role } = world.servers[id] as World['servers'][number];
  if (was.term === currentTerm && was.role === role && was.condition === world.conditions[id])
    return;
  const votes = ofLeader(event) === 'elected' ? { votes: votesThatWon(event) } : null;
  lane.push({ ...laneOf(world, id, seq), ...votes });
  if (currentTerm <= chronicle.term) return;
  chronicle.term = currentTerm;
  addLandmark(chronicle, seq, world.time, 'term', id);
}

function landmarkOf(event: Event): LandmarkKind | null {
  const { kind, clients } = event;
  const command = kinds.indexOf(kind as LandmarkKind);
  if (command >= 0 && command < commandKinds) return kind as LandmarkKind;
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
  chronicle.forgotten += 1;
  const { lanes, landmarks } = chronicle;
  for (const lane of lanes)
    while (lane.length > 0 && (lane[lane.length - 1] as LaneChange).seq > seq) lane.pop();
  forgetRowsAfter(landmarks, width, seq);
  chronicle.term = highestIn(lanes);
}
