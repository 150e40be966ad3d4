/** What a picture shows beyond the first view: sides of a partition, votes cast, resets, and floods of messages. */
import type { ServerId, VirtualMs } from '../base/index.ts';
import type { World } from '../sim/index.ts';
import { noteMarks } from './extras/notes.ts';
import { sideMarks } from './extras/sides.ts';
import type { ExtraOptions, Extras } from './extras/types.ts';
import { dotsOf, type Ends, flyingIn } from './rack/dots.ts';
import { wayBetween } from './scene/links.ts';
import { isFlood } from './scene/messages.ts';
import type { Scene, ServerMark } from './scene/types.ts';

/** What is to be added to `picture`, the scene of the same world at the same moment. */
export function extras(
  world: World,
  now: VirtualMs,
  picture: Scene,
  options: ExtraOptions,
): Extras {
  const { width, height, servers } = picture;
  return {
    width,
    height,
    sides: sideMarks(world, servers, options),
    notes: noteMarks(world, now, servers, options),
    flood: isFlood(world) ? dotsOf(world, now, flyingIn(world), waysOf(servers), options) : [],
  };
}

// A flood has a few hundred messages on a few dozen ways: each way is worked out once.
function waysOf(servers: readonly ServerMark[]): (from: ServerId, to: ServerId) => Ends {
  const known = new Map<number, Ends>();
  return (from, to) => {
    const key = from * servers.length + to;
    const way = known.get(key) ?? laneOf(servers[from] as ServerMark, servers[to] as ServerMark);
    known.set(key, way);
    return way;
  };
}

/** How far what goes one way keeps from what comes back, px. */
const aside = 4;

function laneOf(from: ServerMark, to: ServerMark): Ends {
  const { x1, y1, x2, y2, angle } = wayBetween(from, to);
  const turn = (angle * Math.PI) / 180;
  const [dx, dy] = [-Math.sin(turn) * aside, Math.cos(turn) * aside];
  return { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy };
}
