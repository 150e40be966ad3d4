/** The links of a scene, and the sides into which cut links divide the servers. */
import type { ServerId } from '../../base/index.ts';
import { isCut, type World } from '../../sim/index.ts';
import type { LinkMark, LinkState, SceneOptions, ServerMark } from './types.ts';

/** Room between a server's ring and what starts or ends at it, px. */
const linkGap = 5;

/** Where the way from one server to another begins and ends: at their rings, not at their middles. */
export interface Way {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly length: number;
  readonly angle: number;
}

export function wayBetween(from: ServerMark, to: ServerMark): Way {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const distance = Math.hypot(dx, dy);
  const [ux, uy] = [dx / distance, dy / distance];
  const [start, end] = [from.radius + linkGap, to.radius + linkGap];
  return {
    x1: from.x + ux * start,
    y1: from.y + uy * start,
    x2: to.x - ux * end,
    y2: to.y - uy * end,
    length: distance - start - end,
    angle: (Math.atan2(dy, dx) * 180) / Math.PI,
  };
}

/** One mark for each pair of servers. */
export const linkMarks = (
  world: World,
  servers: readonly ServerMark[],
  options: SceneOptions,
): readonly LinkMark[] =>
  servers.flatMap((low) =>
    servers.slice(low.id + 1).map((high) => linkMark(world, low, high, options)),
  );

/** The link between `low` and `high`, the lower id first. */
export function linkMark(
  world: World,
  low: ServerMark,
  high: ServerMark,
  { words, selected }: SceneOptions,
): LinkMark {
  const state = linkState(world, low.id, high.id);
  const isBackwards = state === 'oneWay' && isCut(world, low.id, high.id);
  const [a, b] = isBackwards ? [high, low] : [low, high];
  const { x1, y1, x2, y2 } = wayBetween(a, b);
  const isSelected =
    selected?.type === 'link' &&
    Math.min(selected.a, selected.b) === low.id &&
    Math.max(selected.a, selected.b) === high.id;
  const key = `${low.id}-${high.id}`;
  const label = words.link(a.name, b.name, state);
  const isFaint = low.part === 'outside' || high.part === 'outside';
  const ends = { a: a.id, b: b.id, x1, y1, x2, y2 };
  return { key, ...ends, state, isFaint, isSelected, label };
}

/** Whether messages pass between two servers, both ways. */
export function linkState(world: World, a: ServerId, b: ServerId): LinkState {
  const cuts = Number(isCut(world, a, b)) + Number(isCut(world, b, a));
  return cuts === 0 ? 'up' : cuts === 1 ? 'oneWay' : 'cut';
}

/** The servers by side: two are on one side when messages pass between them, directly or over others. */
export const sidesOf = (world: World): readonly (readonly ServerId[])[] =>
  sidesAmong(world.servers.length, (a, b) => linkState(world, a, b) === 'cut');

/** The sides of `count` servers, where between some nothing passes either way. */
export function sidesAmong(
  count: number,
  isParted: (a: ServerId, b: ServerId) => boolean,
): readonly (readonly ServerId[])[] {
  const left = new Set(Array.from({ length: count }, (_, id) => id));
  const sides: ServerId[][] = [];
  for (const start of left) {
    const side = [start];
    left.delete(start);
    for (const id of side) {
      for (const other of left) {
        if (isParted(id, other)) continue;
        left.delete(other);
        side.push(other);
      }
    }
    sides.push(side.sort((a, b) => a - b));
  }
  return sides;
}
