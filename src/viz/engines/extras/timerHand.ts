/**
 * The hand of an election timer: where its arc ends. Dragged round to the top the timer runs out, as it would by
 * itself; let go anywhere before, it goes on as it was, since nothing but time and messages sets a timer (§5.2).
 */
import type { ServerId } from '../../../base/index.ts';
import type { Layer } from '../../marks/layer.ts';
import type { ServerMark } from '../../scene/types.ts';
import { createHandOn, type Hand, type Holding, holdingOf, type KnowingGrip } from './grip.ts';

export interface TimerHandlers {
  /** The timer of that server was turned until nothing of it was left. */
  readonly onTimeout: (server: ServerId) => void;
}

/** How near a press must be to a hand to mean it, and how far it moves before it is a drag, px. */
const reach = 11;
const still = 4;
/** With less of a turn than this left, the hand is at the top. */
const empty = 0.03;

interface Turn {
  readonly pointer: number;
  readonly server: ServerId;
  readonly start: readonly [x: number, y: number];
  /** Where the pointer is, in parts of a turn before the top; it may have gone past it. */
  left: number;
  hasMoved: boolean;
}

/** Listens on a stage. */
export const createTimerHand = (
  svg: SVGSVGElement,
  placeOf: (event: MouseEvent) => DOMPoint,
  handlers: TimerHandlers,
): Hand<readonly ServerMark[]> =>
  createHandOn(svg, {
    name: 'timer-hand',
    shape: 'circle',
    // Before the drags between servers: a cut or a group is not meant where a hand is.
    isFirst: true,
    gripOn: (layer) => createGrip(svg, layer, placeOf, handlers),
  });

function createGrip(
  svg: SVGSVGElement,
  layer: Layer,
  placeOf: (event: MouseEvent) => DOMPoint,
  { onTimeout }: TimerHandlers,
): KnowingGrip<readonly ServerMark[]> {
  let servers: readonly ServerMark[] = [];
  let turn: Turn | null = null;
  let over: ServerId | null = null;
  const draw = (): void => drawHand(svg, layer, servers[turn?.server ?? over ?? -1], turn);

  function press(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    const { x, y } = placeOf(event);
    const mark = servers.find((one) => isNear(handOf(svg, one, null), x, y));
    if (mark === undefined) return;
    // What else a drag may mean, a cut or a group, is not meant.
    event.stopImmediatePropagation();
    const left = mark.timer?.left ?? 1;
    turn = { pointer: event.pointerId, server: mark.id, start: [x, y], left, hasMoved: false };
  }

  function move(event: PointerEvent): void {
    const { x, y } = placeOf(event);
    if (turn?.pointer === event.pointerId) follow(turn, servers[turn.server], x, y);
    else over = servers.find((one) => isOver(one, x, y))?.id ?? null;
    draw();
  }

  const giveUp = (): Holding => {
    const held = holdingOf(turn);
    turn = null;
    draw();
    return held;
  };

  function release(event: PointerEvent): Holding {
    if (turn?.pointer !== event.pointerId) return null;
    const { server, left } = turn;
    const held = giveUp();
    const isOut = held === 'drag' && left <= empty;
    if (isOut && servers[server]?.timer?.kind === 'election') onTimeout(server);
    return held;
  }

  const know = (now: readonly ServerMark[]): void => {
    servers = now;
    if (turn !== null || over !== null) draw();
  };
  return { know, press, move, release, giveUp };
}

/** Goes along with the pointer. */
function follow(turn: Turn, mark: ServerMark | undefined, x: number, y: number): void {
  turn.hasMoved ||= Math.hypot(x - turn.start[0], y - turn.start[1]) >= still;
  if (mark !== undefined && turn.hasMoved)
    turn.left += shorter(turnOf(x - mark.x, y - mark.y) - turn.left);
}

/** The hand of the server that the pointer is over, or where it is turned to. */
function drawHand(
  svg: SVGSVGElement,
  layer: Layer,
  mark: ServerMark | undefined,
  turn: Turn | null,
): void {
  const left = turn?.hasMoved ? Math.max(0, turn.left) : null;
  const spot = mark === undefined ? null : handOf(svg, mark, left);
  layer.attr('display', spot === null ? 'none' : null);
  layer.classed('is-empty', left !== null && left <= empty);
  if (spot !== null) layer.select('circle').attr('r', 5).attr('cx', spot.x).attr('cy', spot.y);
}

const isOver = ({ x: left, y: top, radius }: ServerMark, x: number, y: number): boolean =>
  Math.hypot(x - left, y - top) < radius + reach;

/** Where the hand is, or would be with `left` of a turn before the top; null: no election timer runs. */
function handOf(svg: SVGSVGElement, mark: ServerMark, left: number | null): DOMPoint | null {
  if (mark.timer?.kind !== 'election') return null;
  const arc = svg.querySelector<SVGPathElement>(
    `.servers > [data-server="${mark.id}"] .timer-left`,
  );
  if (arc === null) return null;
  const { x, y } = arc.getPointAtLength(
    arc.getTotalLength() * Math.min(1, left ?? mark.timer.left),
  );
  return new DOMPoint(mark.x + x, mark.y + y);
}

const isNear = (hand: DOMPoint | null, x: number, y: number): boolean =>
  hand !== null && Math.hypot(hand.x - x, hand.y - y) < reach;

/** How much of a turn lies between the top and a direction, against the clock. */
const turnOf = (dx: number, dy: number): number => (Math.atan2(-dx, -dy) / (2 * Math.PI) + 1) % 1;

/** The same way round, the shorter way: -0.5 to 0.5. */
const shorter = (turns: number): number => turns - Math.round(turns);
