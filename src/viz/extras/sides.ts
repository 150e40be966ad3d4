/** The sides of a partition, counted against the quorum, each with an outline around its servers and their words. */
import { polygonContains, polygonHull } from 'd3';
import type { ServerId } from '../../base/index.ts';
import type { Configuration } from '../../raft/index.ts';
import type { World } from '../../sim/index.ts';
import { glyphRoom, toolRoom } from '../layout.ts';
import { crewOf, isQuorum, partOf, tallies } from '../scene/crew.ts';
import { sidesOf } from '../scene/links.ts';
import type { SceneOptions, ServerMark } from '../scene/types.ts';
import type { ExtraOptions, SideMark } from './types.ts';

type Point = [x: number, y: number];

/** Room inside an outline, px. */
const padding = 12;
/** The vote at the foot of a server, px below where a sign would end. */
const footRoom = 10;
/** What an outline keeps from the edges of the picture, px: its words may stand on its foot. */
const margin = 4;
const footMargin = 8;
const samples = 32;

/** Nothing while every server can be reached from every other. */
export function sideMarks(
  world: World,
  servers: readonly ServerMark[],
  options: ExtraOptions,
): readonly SideMark[] {
  const sides = sidesOf(world);
  if (sides.length < 2) return [];
  const crew = crewOf(world);
  return sides
    .filter((side) => side.some((id) => partOf(crew, id) === 'voter'))
    .flatMap((side) => outlined(side, servers, crew, options));
}

// An outline that would take in a server of another side says what is not so: then each gets its own.
function outlined(
  side: readonly ServerId[],
  servers: readonly ServerMark[],
  crew: Configuration,
  options: ExtraOptions,
): SideMark[] {
  const inside = side.map((id) => servers[id] as ServerMark);
  const hull = hullOf(inside, options);
  const strangers = servers.filter(({ id }) => !side.includes(id));
  const isClean = !strangers.some((other) =>
    around(other.x, other.y, other.radius).some((point) => polygonContains(hull, point)),
  );
  const isQuorate = isQuorum(crew, side);
  const label = options.extra.side(tallies(crew, side), isQuorate);
  const key = side.join('-');
  if (isClean || inside.length === 1)
    return [{ key, isQuorate, ...outlineOf(hull, label, options) }];
  // A side that can go on needs no outline of each: what is around it says so already.
  if (isQuorate) return [];
  return inside.map((one) => ({
    key: `${key}/${one.id}`,
    isQuorate,
    ...outlineOf(hullOf([one], options), label, options),
  }));
}

function outlineOf(
  hull: readonly Point[],
  label: string,
  options: ExtraOptions,
): Pick<SideMark, 'outline' | 'label' | 'x' | 'y'> {
  const top = Math.min(...hull.map(([, y]) => y));
  const bottom = Math.max(...hull.map(([, y]) => y));
  const isOver = top > toolRoom + 8;
  const edge = hull.filter(([, y]) => (isOver ? y < top + 6 : y > bottom - 6));
  const middle = edge.reduce((sum, [x]) => sum + x, 0) / edge.length;
  const half = label.length * 3.6;
  const x = Math.min(options.width - half, Math.max(half, middle));
  // Where there is no room under an outline either, its words stand on its line.
  const y = isOver ? top - 6 : Math.min(bottom + 17, options.height - 4);
  const outline = `M${hull.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join('L')}Z`;
  return { outline, label, x, y };
}

/** Around a server, its words and the vote at its foot: as calm a shape as takes in all, and no part of it outside. */
function hullOf(servers: readonly ServerMark[], { width, height }: SceneOptions): Point[] {
  const within = ([x, y]: Point): Point => [
    Math.min(width - margin, Math.max(margin, x)),
    Math.min(height - footMargin, Math.max(toolRoom - margin, y)),
  ];
  const points = pointsOf(servers).map(within);
  return polygonHull(points) ?? points;
}

function pointsOf(servers: readonly ServerMark[]): Point[] {
  return servers.flatMap(({ x, y, radius, block }) => {
    const size = radius + glyphRoom;
    const whole = [...around(x, y, size), ...around(x, y + footRoom, size)];
    // In steps, so that a figure that gets shorter does not move the outline.
    const width = Math.ceil(block.width / 24) * 24;
    if (block.anchor === 'middle') {
      const [top, bottom] = [y + block.y - 10, y + block.y + block.height - 22];
      const corners: Point[] = [top, bottom].flatMap((cornerY): Point[] => [
        [x - width / 2, cornerY],
        [x + width / 2, cornerY],
      ]);
      return [...whole, ...corners.flatMap(([cx, cy]) => around(cx, cy, padding))];
    }
    // Beside its server: a second circle of the same size, and all between the two.
    const beyond = Math.max(0, Math.abs(block.x) + width + padding - size);
    const dx = block.anchor === 'end' ? -beyond : beyond;
    return [...whole, ...around(x + dx, y, size)];
  });
}

function around(x: number, y: number, radius: number): Point[] {
  return Array.from({ length: samples }, (_, index) => {
    const angle = (2 * Math.PI * index) / samples;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  });
}
