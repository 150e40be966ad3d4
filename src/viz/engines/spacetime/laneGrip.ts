/** Lanes are taken hold of by their names, and put between others. */
import type { ServerId } from '../../../base/index.ts';
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
  { onLane, onServer }: Pick<SpacetimeHandlers, 'onLane' | 'onServer'>,
): NameGrip {
  let held: ServerId | null = null;
  const serverAt = (at: Point): ServerId | null => nameAt(look()?.scene, at)?.server ?? null;
  return {
    isAt: (at) => serverAt(at) !== null,
    take: (at) => {
      held = serverAt(at);
      return held !== null;
    },
    drag: ({ y }, isOver) => {
      const scene = look()?.scene;
      if (scene === undefined || held === null) return;
      const gap = gapAt(scene, y);
      overlay.drawDraft({ ...noDraft, lane: isOver ? null : gap.y });
      if (!isOver) return;
      const from = serverLanes(scene).findIndex(({ server }) => server === held);
      onLane(held, gap.place > from ? gap.place - 1 : gap.place);
    },
    press: (at) => {
      const server = serverAt(at);
      if (server !== null) onServer(server);
      return server !== null;
    },
  };
}

const serverLanes = ({ lanes }: SpacetimeScene): readonly LaneMark[] =>
  lanes.filter(({ server }) => server !== null);

/** The lane whose name stands at a point. */
function nameAt(scene: SpacetimeScene | undefined, { x, y }: Point): LaneMark | null {
  if (scene === undefined || x >= scene.range[0] - 2) return null;
  const [first, second] = serverLanes(scene);
  const pitch = first === undefined || second === undefined ? 40 : second.y - first.y;
  return serverLanes(scene).find((lane) => Math.abs(lane.y - y) <= pitch / 2) ?? null;
}

/** The gap between two lanes nearest to a point: the place it leads to, and where it is. */
function gapAt(scene: SpacetimeScene, y: number): { place: number; y: number } {
  const lanes = serverLanes(scene);
  const [first, second] = lanes;
  const half = first === undefined || second === undefined ? 20 : (second.y - first.y) / 2;
  const place = lanes.filter((lane) => lane.y < y).length;
  return { place, y: place === 0 ? (first?.y ?? y) - half : (lanes[place - 1]?.y ?? y) + half };
}
