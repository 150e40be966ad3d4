/** The order of the lanes: moved by hand, by a key or a button, and kept for the run. */
import { type LensState, readChoice, writeChoice } from '../../store/index.ts';
import { annalsOf, callsBetween, type Timeline } from '../../timeline/index.ts';
import { clientsBeside, type LaneKey, laneOrder, lanesIn, lanesOf } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';

const storageKey = 'quorate.lanes';

/** What a run is known by here: its seed and its servers. */
const runKey = ({ run: { setup } }: Timeline): string => `${setup.seed}/${setup.names.join()}`;
const timelineOf = ({ session }: Lab): Timeline => session.store.getState().timeline;

/** The order that somebody wished for, of as many lanes as there were then. */
export function wishedOrder(lab: Lab): readonly LaneKey[] {
  const run = runKey(timelineOf(lab));
  const { lanes } = lab.view.lens.getState();
  return lanes?.run === run ? lanes.order : keptOrder(run);
}

/** The lanes in their order: servers by id, clients by name. */
export const orderIn = (lab: Lab): readonly LaneKey[] =>
  laneOrder(lanesIn(timelineOf(lab)), wishedOrder(lab));

/** Puts a lane at this place among all. */
export function moveLane(lab: Lab, lane: LaneKey, place: number): void {
  const others = orderIn(lab).filter((other) => other !== lane);
  const order = [...others.slice(0, place), lane, ...others.slice(place)];
  const lanes = { run: runKey(timelineOf(lab)), order };
  lab.view.lens.setState({ lanes });
  keep(lanes);
}

/** Moves a lane by one: -1 up, 1 down. Whether there was room. */
export function shiftLane(lab: Lab, lane: LaneKey, by: -1 | 1): boolean {
  const order = orderIn(lab);
  const place = order.indexOf(lane) + by;
  if (place < 0 || place >= order.length) return false;
  moveLane(lab, lane, place);
  return true;
}

/** The lane the selection stands on; null: on none. */
export function laneSelected(lab: Lab): LaneKey | null {
  const { selection } = lab.view.store.getState();
  if (selection?.kind === 'server') return selection.server;
  if (selection?.kind !== 'event') return null;
  const timeline = timelineOf(lab);
  const key = selection.client ?? selection.server ?? lanesOf(annalsOf(timeline), selection.seq)[0];
  if (key === undefined) return null;
  return typeof key === 'number' ? key : (clientsBeside(timeline, key)[0] ?? key);
}

/** Selects whose lane it is: a server, or what the clients of the lane did last. */
export function selectLane(lab: Lab, lane: LaneKey): void {
  if (typeof lane === 'number') {
    lab.view.select({ kind: 'server', server: lane });
    return;
  }
  const timeline = timelineOf(lab);
  const clients = clientsBeside(timeline, lane);
  const { calls, first, last: end } = annalsOf(timeline);
  const own = callsBetween(calls, first, end).filter(({ client }) => clients.includes(client));
  const last = own.findLast(({ seq }) => seq <= timeline.world.seq) ?? own[0];
  if (last !== undefined)
    lab.view.select({ kind: 'event', seq: last.seq, server: null, client: last.client });
}

type Kept = NonNullable<LensState['lanes']>;

// What was kept may be of another version.
function keptOrder(run: string): readonly LaneKey[] {
  try {
    const kept = JSON.parse(readChoice(storageKey) ?? 'null') as Kept | null;
    return kept?.run === run && kept.order.every(isLaneKey) ? kept.order : [];
  } catch {
    return [];
  }
}

const isLaneKey = (lane: unknown): boolean => typeof lane === 'string' || Number.isInteger(lane);

const keep = (lanes: Kept): void => writeChoice(storageKey, JSON.stringify(lanes));
