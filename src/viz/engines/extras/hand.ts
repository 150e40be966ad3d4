/** What a drag does on the stage: from server to server it means their link, on empty ground a group. */
import { polygonContains } from 'd3';
import type { ServerId } from '../../../base/index.ts';
import type { Layer } from '../../marks/layer.ts';
import type { ServerMark } from '../../scene/types.ts';
import { createHandOn, type Hand, type Holding, holdingOf, type KnowingGrip } from './grip.ts';

export interface HandHandlers {
  /** Two servers were joined by a drag: their link is meant. */
  readonly onPair: (a: ServerId, b: ServerId) => void;
  /** These were drawn around. */
  readonly onGroup: (ids: readonly ServerId[]) => void;
}

type Point = [x: number, y: number];

/** A server as far as a drag knows it: where its middle is. */
export type Held = Pick<ServerMark, 'id' | 'x' | 'y'>;

/** A press that moves less than this is a press, px. */
const still = 6;

interface Drag {
  readonly pointer: number;
  /** Null: begun on empty ground. */
  readonly from: Held | null;
  readonly start: Point;
  points: Point[];
  hasMoved: boolean;
}

const marks = '[data-server], [data-link], [data-message]';

/** Listens on a stage. */
export const createHand = (
  svg: SVGSVGElement,
  placeOf: (event: MouseEvent) => DOMPoint,
  handlers: HandHandlers,
): Hand<readonly Held[]> =>
  createHandOn(svg, {
    name: 'hand',
    shape: 'path',
    gripOn: (layer, signal) => {
      const grip = createGrip(layer, placeOf, handlers);
      keepFromScrolling(svg, grip, signal);
      return grip;
    },
  });

interface ServerGrip extends KnowingGrip<readonly Held[]> {
  readonly isHolding: () => boolean;
}

function createGrip(
  layer: Layer,
  placeOf: (event: MouseEvent) => DOMPoint,
  handlers: HandHandlers,
): ServerGrip {
  let servers: readonly Held[] = [];
  let drag: Drag | null = null;
  const at = (event: MouseEvent): Point => pointOf(placeOf(event));
  const giveUp = (): Holding => {
    const held = holdingOf(drag);
    drag = null;
    layer.select('path').attr('d', null);
    return held;
  };

  function press(event: PointerEvent): void {
    if (event.button === 0 && event.isPrimary) drag = dragFrom(event, servers, at(event));
  }

  function move(event: PointerEvent): void {
    if (drag === null || drag.pointer !== event.pointerId) return;
    const point = at(event);
    if (!follow(drag, point)) return;
    const over = serverUnder(event);
    draw(layer, drag, over === null || over === drag.from?.id ? null : (servers[over] ?? null));
  }

  function release(event: PointerEvent): Holding {
    if (drag === null || drag.pointer !== event.pointerId) return null;
    const ended = drag;
    const held = giveUp();
    if (held === 'drag') finish(ended, serverUnder(event), servers, handlers);
    return held;
  }

  const know = (now: readonly Held[]): void => {
    servers = now;
  };
  return { know, press, move, release, giveUp, isHolding: () => drag !== null };
}

const pointOf = ({ x, y }: DOMPoint): Point => [x, y];

/** What is taken hold of by a press; null: nothing that can be dragged. */
function dragFrom(event: PointerEvent, servers: readonly Held[], start: Point): Drag | null {
  const mark = markUnder(event.target);
  const server = serverOf(mark);
  // A finger on empty ground scrolls the page; messages and links have no drag.
  if (mark === null ? event.pointerType === 'touch' : server === null) return null;
  const from = server === null ? null : (servers[server] ?? null);
  return { pointer: event.pointerId, from, start, points: [start], hasMoved: false };
}

/** Goes along with the pointer; whether that is a drag by now. */
function follow(drag: Drag, point: Point): boolean {
  const [dx, dy] = [point[0] - drag.start[0], point[1] - drag.start[1]];
  drag.hasMoved ||= Math.hypot(dx, dy) >= still;
  if (drag.hasMoved) drag.points.push(point);
  return drag.hasMoved;
}

function finish(
  { from, points }: Drag,
  over: ServerId | null,
  servers: readonly Held[],
  { onPair, onGroup }: HandHandlers,
): void {
  if (from !== null) {
    if (over !== null && over !== from.id) onPair(from.id, over);
    return;
  }
  const inside = servers.filter(({ x, y }) => polygonContains(points, [x, y]));
  if (inside.length > 0) onGroup(inside.map(({ id }) => id));
}

/** From server to server a line, which snaps to the one it would reach; else a loop. */
function draw(layer: Layer, { from, points }: Drag, target: Held | null): void {
  const end = points.at(-1) as Point;
  const path =
    from === null ? points : [[from.x, from.y], target === null ? end : [target.x, target.y]];
  layer.attr('class', `hand ${from === null ? 'groups-servers' : 'pairs'}`);
  layer.classed('is-over', from !== null && target !== null);
  layer.select('path').attr('d', `M${path.join('L')}${from === null ? 'Z' : ''}`);
}

// A finger that holds a server does not scroll the page.
function keepFromScrolling(svg: SVGSVGElement, grip: ServerGrip, signal: AbortSignal): void {
  const keep = (event: TouchEvent): void => {
    if (grip.isHolding()) event.preventDefault();
  };
  svg.addEventListener('touchmove', keep, { signal, passive: false });
}

const markUnder = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(marks) : null;

function serverOf(mark: HTMLElement | null): ServerId | null {
  const { server } = mark?.dataset ?? {};
  return server === undefined ? null : Number(server);
}

const serverUnder = ({ clientX, clientY }: MouseEvent): ServerId | null =>
  serverOf(markUnder(document.elementFromPoint(clientX, clientY)));
