/** Lanes are taken hold of by their names, and put between others. */
import type { LaneKey } from '../../spacetime/cone.ts';
import type { LaneMark, SpacetimeScene } from '../../spacetime/types.ts';
import { noDraft } from './draft.ts';
import type { Point } from './gestures.ts';
import type { Look, SpacetimeHandlers } from './handling.ts';
import type { Overlay } from './overlay.ts';

export interface NameGrip {
  readonly isAt: (at: Point) => boolean;
  /** Takes hold of the lane whose name is there, if one is. */
  readonly take: (at: Point) => boolean;
  readonly drag: (at: Point, isOver: boolean) => void;
  readonly press: (at: Point) => boolean;
}

/** What the names of the lanes do under a hand. */
export function nameGrip(
  look: Look,
  overlay: Overlay,
  { onLane, onName }: Pick<SpacetimeHandlers, 'onLane' | 'onName'>,
): NameGrip {
  let held: LaneKey | null = null;
  const laneAt = (at: Point): LaneKey | null => nameAt(look()?.scene, at)?.lane ?? null;
  return {
    isAt: (at) => laneAt(at) !== null,
    take: (at) => {
      held = laneAt(at);
      return held !== null;
    },
    drag: ({ y }, isOver) => {
      const scene = look()?.scene;
      if (scene === undefined || held === null) return;
      const place = scene.lanes.filter((lane) => lane.y < y).length;
      overlay.drawDraft({ ...noDraft, lane: isOver ? null : (gapsOf(scene)[place] ?? y) });
      if (!isOver) return;
      const from = scene.lanes.findIndex(({ lane }) => lane === held);
      onLane(held, place > from ? place - 1 : place);
    },
    press: (at) => {
      const lane = laneAt(at);
      if (lane !== null) onName(lane);
      return lane !== null;
    },
  };
}

/** Half of what lies between two lanes where there is but one, px. */
const halfAlone = 20;

/** Where the gaps are: before the first lane, between any two, behind the last. */
function gapsOf({ lanes }: SpacetimeScene): readonly number[] {
  const ys = lanes.map(({ y }) => y);
  const between = ys.slice(1).map((y, place) => (y + (ys[place] as number)) / 2);
  const [first = 0, last = first] = [ys[0], ys[ys.length - 1]];
  const before = (between[0] ?? first + halfAlone) - first;
  const behind = last - (between[between.length - 1] ?? last - halfAlone);
  return [first - before, ...between, last + behind];
}

/** The lane whose name stands at a point. */
function nameAt(scene: SpacetimeScene | undefined, { x, y }: Point): LaneMark | null {
  if (scene === undefined || x >= scene.range[0] - 2) return null;
  const place = gapsOf(scene).findIndex((gap) => y < gap) - 1;
  return scene.lanes[place] ?? null;
}
