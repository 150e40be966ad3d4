/** The order of the lanes: moved by hand, by a key or a button, and kept for the run. */
import type { LensState } from '../../store/index.ts';
import type { Timeline } from '../../timeline/index.ts';
import { laneOrder } from '../../viz/index.ts';
import type { Lab } from '../hooks/lab.ts';

const storageKey = 'quorate.lanes';

/** What a run is known by here: its seed and its servers. */
const runKey = ({ run: { setup } }: Timeline): string => `${setup.seed}/${setup.names.join()}`;
const timelineOf = ({ session }: Lab): Timeline => session.store.getState().timeline;

/** The servers in the order of their lanes. */
export function orderIn(lab: Lab): readonly number[] {
  const timeline = timelineOf(lab);
  const run = runKey(timeline);
  const { lanes } = lab.view.lens.getState();
  const order = lanes?.run === run ? lanes.order : keptOrder(run);
  return laneOrder(timeline.run.setup.names.length, order);
}

/** Puts the lane of a server at this place among those of the servers. */
export function moveLane(lab: Lab, server: number, place: number): void {
  const others = orderIn(lab).filter((other) => other !== server);
  const order = [...others.slice(0, place), server, ...others.slice(place)];
  const lanes = { run: runKey(timelineOf(lab)), order };
  lab.view.lens.setState({ lanes });
  keep(lanes);
}

/** Moves a lane by one: -1 towards the clients, 1 away from them. Whether there was room. */
export function shiftLane(lab: Lab, server: number, by: -1 | 1): boolean {
  const order = orderIn(lab);
  const place = order.indexOf(server) + by;
  if (place < 0 || place >= order.length) return false;
  moveLane(lab, server, place);
  return true;
}

/** The server whose lane the selection stands on; null: on none. */
export function laneSelected({ view }: Lab): number | null {
  const { selection } = view.store.getState();
  return selection?.kind === 'server' || selection?.kind === 'event' ? selection.server : null;
}

type Kept = NonNullable<LensState['lanes']>;

// A browser may refuse storage altogether; then the order lasts as long as the page.
function keptOrder(run: string): readonly number[] {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Kept | null;
    return kept?.run === run && kept.order.every(Number.isInteger) ? kept.order : [];
  } catch {
    return [];
  }
}

function keep(lanes: Kept): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(lanes));
  } catch {}
}
