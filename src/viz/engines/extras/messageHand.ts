/**
 * A message held by the mouse and drawn along its way: let go at who receives it, it arrives now; let go behind where it
 * was, it arrives so much later. A finger that rests on it has its menu instead, and the list of messages has both.
 */
import type { MessageId } from '../../../base/index.ts';
import type { Layer } from '../../marks/layer.ts';
import { type Way, wayBetween } from '../../scene/links.ts';
import type { MessageMark, Scene } from '../../scene/types.ts';
import { createHandOn, type Hand, type Holding, holdingOf, type KnowingGrip } from './grip.ts';

export interface MessageHandlers {
  readonly onArrive: (message: MessageId) => void;
  /** It shall be at this share of its way now, 0 to 1, which is less than where it is. */
  readonly onLater: (message: MessageId, share: number) => void;
}

type Known = Pick<Scene, 'messages' | 'servers'>;

/** A press that moves less is a press, px. */
const still = 5;
/** From this share of its way on a message is there; behind this one it would never come. */
const there = 0.94;
const least = 0.04;

interface Hold {
  readonly pointer: number;
  readonly id: MessageId;
  readonly start: readonly [x: number, y: number];
  share: number;
  hasMoved: boolean;
}

/** Listens on a stage. */
export const createMessageHand = (
  svg: SVGSVGElement,
  placeOf: (event: MouseEvent) => DOMPoint,
  handlers: MessageHandlers,
): Hand<Known> =>
  createHandOn(svg, {
    name: 'message-hand',
    shape: 'circle',
    gripOn: (layer) => createGrip(layer, placeOf, handlers),
  });

function createGrip(
  layer: Layer,
  placeOf: (event: MouseEvent) => DOMPoint,
  handlers: MessageHandlers,
): KnowingGrip<Known> {
  layer.attr('display', 'none').select('circle').attr('r', 9);
  let picture: Known = { messages: [], servers: [] };
  let hold: Hold | null = null;
  const markOf = ({ id }: Hold): MessageMark | undefined =>
    picture.messages.find((one) => one.id === id);

  function press(event: PointerEvent): void {
    const id = event.pointerType === 'touch' || event.button !== 0 ? null : messageUnder(event);
    if (id === null) return;
    const { x, y } = placeOf(event);
    hold = { pointer: event.pointerId, id, start: [x, y], share: 0, hasMoved: false };
  }

  function move(event: PointerEvent): void {
    const mark = hold === null ? undefined : markOf(hold);
    if (hold?.pointer !== event.pointerId || mark === undefined) return;
    const { x, y } = placeOf(event);
    hold.hasMoved ||= Math.hypot(x - hold.start[0], y - hold.start[1]) >= still;
    const way = wayOf(mark, picture);
    hold.share = shareAt(way, x, y);
    if (hold.hasMoved) draw(layer, way, hold.share);
  }

  const giveUp = (): Holding => {
    const held = holdingOf(hold);
    hold = null;
    layer.attr('display', 'none');
    return held;
  };

  function release(event: PointerEvent): Holding {
    if (hold?.pointer !== event.pointerId) return null;
    const { id, share } = hold;
    const mark = markOf(hold);
    const held = giveUp();
    if (mark === undefined || held !== 'drag') return held;
    const now = mark.travelled / wayOf(mark, picture).length;
    if (share >= there) handlers.onArrive(id);
    else if (mark.state === 'travelling' && share < now && share > least)
      handlers.onLater(id, share);
    return held;
  }

  const know = (now: Known): void => {
    picture = now;
  };
  return { know, press, move, release, giveUp };
}

const wayOf = ({ from, to }: MessageMark, { servers }: Pick<Scene, 'servers'>): Way =>
  wayBetween(servers[from] as Scene['servers'][0], servers[to] as Scene['servers'][0]);

/** The share of a way that is nearest to a place, 0 to 1. */
function shareAt({ x1, y1, x2, y2 }: Way, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const along = ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy);
  return Math.min(1, Math.max(0, along));
}

/** Where it would be let go. */
function draw(layer: Layer, { x1, y1, x2, y2 }: Way, share: number): void {
  layer.attr('display', null).classed('is-over', share >= there);
  layer
    .select('circle')
    .attr('cx', x1 + (x2 - x1) * share)
    .attr('cy', y1 + (y2 - y1) * share);
}

function messageUnder({ target }: Event): MessageId | null {
  const mark = target instanceof Element ? target.closest<SVGGElement>('[data-message]') : null;
  return mark === null ? null : Number(mark.dataset.message);
}
